import { join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { memoryStore } from "../cache/store.js";
import { pathFrom } from "../read/input.js";
import { configFolders, CONFIG_FILES } from "../read/config.js";
import type { Counts } from "../model/api.js";
import type { ChangeReport } from "../report/changes.js";
import {
  runSummary,
  siteSummary,
  staleSummary,
  watchSummary,
  type RunFigures,
} from "../report/summary.js";
import { EXIT, type Context, type ExitStatus } from "./context.js";
import { readJob, withoutPast, type GenerateOptions, type Job } from "./job.js";
import { reportConfig, writeReport } from "./report.js";
import type { RunResult } from "./run.js";

/** Generates the package. */
export async function generate(options: GenerateOptions, context: Context): Promise<ExitStatus> {
  const start = performance.now();
  const { reporter, check } = options;
  const job = await readJob(options, context);
  if ("diagnostics" in job) return reportConfig(job.diagnostics, reporter, context);
  const { failed, differences, changes, ...result } = await resultOf(job, options, context);
  const isStale = check && differences.length > 0;
  const milliseconds = performance.now() - start;
  const figures = { files: result.paths.length, differences, milliseconds };
  const summary = isStale
    ? staleSummary(job.out, differences)
    : summaryOf(options, job.out, result.counts, figures);
  const text = await withChanges(summary, changes, context);
  writeReport(result.report, { reporter, text: failed ? "" : text }, context);
  if (failed) return EXIT.invalidSpec;
  return isStale ? EXIT.stale : EXIT.done;
}

/** What the last run has made, where nothing has changed since, or what a new one makes. */
async function resultOf(job: Job, options: GenerateOptions, context: Context): Promise<RunResult> {
  const { last, isDone } = job;
  if (last !== undefined && isDone) {
    const { counts, outputs, report } = last;
    const paths = Object.keys(outputs);
    return { failed: false, counts, paths, differences: [], changes: undefined, report };
  }
  // What follows is large.
  const { run } = await import("../work.js");
  try {
    return await run(job, options, context);
  } catch (error) {
    // An entry of the cache may have any content. An error that is not on account of one comes again.
    if (!options.cache || (error instanceof Error && error.name === "WriteError")) throw error;
    return run(withoutPast(job), options, context);
  }
}

function summaryOf(
  { target }: GenerateOptions,
  out: string,
  counts: Counts,
  figures: RunFigures,
): string {
  return target === "site" ? siteSummary(out, figures) : runSummary(counts, figures);
}

/** A summary, and below it what has changed in the documents. */
async function withChanges(
  summary: string,
  changes: ChangeReport | undefined,
  { output: { hasColors } }: Context,
): Promise<string> {
  if (changes === undefined || changes.changes.length === 0) return summary;
  const { prettyChanges } = await import("../report/changes.js");
  return `${summary}\n\nChanges since ${changes.since}:\n\n${prettyChanges(changes, hasColors)}`;
}

/** What one run of a watch leaves for the next. */
interface Session {
  /** What the last run was made of, also where that failed. */
  inputs?: string;
  /** What the run has looked at. */
  patterns: readonly string[];
  /** The files of the output. */
  made: readonly string[];
}

/**
 * Generates the package, and again whenever a document, a template or the configuration changes. What
 * goes wrong is told, and mended by the next change.
 *
 * @param tell how an exception is told
 * @returns never, but for the signal of the process
 */
export async function watchAndGenerate(
  options: GenerateOptions,
  context: Context,
  tell: (error: unknown) => Promise<unknown>,
): Promise<void> {
  const { watch } = await import("../watch/watch.js");
  const { directory } = context;
  const session: Session = { patterns: [], made: [] };
  // Without a cache on the disk there is one as long as the watch lasts.
  const store = (options.cache ? context.store : undefined) ?? memoryStore();
  const request = { ...options, cache: true };
  const configs = configFolders(directory).flatMap((folder) => {
    return CONFIG_FILES.map((name) => resolve(folder, name));
  });
  const own = [options.templates[options.target], options.config ?? configs].flat();
  const run = async () => {
    await regenerate(session, request, { ...context, store }).catch(tell);
    return { patterns: [...own, ...(options.spec ?? []), ...session.patterns], made: session.made };
  };
  await watch(run, { directory, onError: tell });
}

async function regenerate(
  session: Session,
  options: GenerateOptions,
  context: Context,
): Promise<void> {
  const start = performance.now();
  const { reporter } = options;
  const job = await readJob(options, context);
  if ("diagnostics" in job) {
    await reportConfig(job.diagnostics, reporter, context);
    return;
  }
  const { out } = job;
  const spec = job.input.part ?? job.input.spec;
  session.patterns = spec.patterns.map((one) => pathFrom(context.directory, spec.directory, one));
  // What was saved without a change asks for no run.
  if (session.inputs === job.inputs) return;
  session.inputs = job.inputs;
  const { failed, differences, changes, paths, report } = await resultOf(job, options, context);
  session.made = paths.map((path) => join(out, path));
  const milliseconds = performance.now() - start;
  const summary = watchSummary(new Date(), { differences, milliseconds });
  const text = await withChanges(summary, changes, context);
  writeReport(report, { reporter, text: failed ? "" : text }, context);
}
