import { join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { memoryStore } from "../cache/store.js";
import { pathFrom } from "../read/input.js";
import { configFolders, CONFIG_FILES } from "../read/config.js";
import { printable } from "../source/code.js";
import { runSummary, siteSummary, staleSummary, watchSummary } from "../report/summary.js";
import { EXIT, type Context, type ExitStatus } from "./context.js";
import { readJobs, withoutPast, type GenerateOptions, type Job } from "./job.js";
import { reportConfig, writeReport } from "./report.js";
import type { MadeOutput, RunChanges, RunResult } from "./run.js";

/** Makes the outputs. */
export async function generate(options: GenerateOptions, context: Context): Promise<ExitStatus> {
  const start = performance.now();
  const { reporter, check } = options;
  const jobs = await readJobs(options, context);
  if ("diagnostics" in jobs) return reportConfig(jobs.diagnostics, reporter, context);
  const { failed, changes, report, ...result } = await resultOf(jobs, options, context);
  const stale = check ? result.outputs.filter(({ differences }) => differences.length > 0) : [];
  const milliseconds = performance.now() - start;
  const summary =
    stale.length > 0
      ? stale.map((output) => staleSummary(placeText(output), output.differences)).join("\n\n")
      : outputsSummary(jobs, result, milliseconds);
  const text = await withChanges(summary, changes, context);
  writeReport(report, { reporter, text: failed ? "" : text }, context);
  if (failed) return EXIT.invalidSpec;
  return stale.length > 0 ? EXIT.stale : EXIT.done;
}

/** Returns the folder or the file of an output, as messages name it. */
function placeText({ out, file = "" }: MadeOutput): string {
  return join(out, file);
}

/** Returns the result of the last run if nothing has changed since, or else that of a new one. */
async function resultOf(
  jobs: readonly Job[],
  options: GenerateOptions,
  context: Context,
): Promise<RunResult> {
  const done = jobs.flatMap(({ out, file, last, isDone }) =>
    last && isDone ? [{ out, file, last }] : [],
  );
  const [first] = done;
  if (first !== undefined && done.length === jobs.length) {
    const { counts, report } = first.last;
    const outputs = done.map(({ out, file, last }): MadeOutput => {
      return { out, file, paths: Object.keys(last.outputs), differences: [] };
    });
    return { failed: false, counts, outputs, changes: undefined, report };
  }
  // The modules of a run are large.
  const { run } = await import("../work.js");
  try {
    return await run(jobs, options, context);
  } catch (error) {
    // An entry of the cache may have any content. An error that is not on account of one comes again.
    if (!options.cache || (error instanceof Error && error.name === "WriteError")) throw error;
    return run(jobs.map(withoutPast), options, context);
  }
}

/** Returns the summary of the outputs; one that is made alone says more of itself. */
function outputsSummary(
  jobs: readonly Job[],
  { counts, outputs }: Pick<RunResult, "counts" | "outputs">,
  milliseconds: number,
): string {
  const [first, ...others] = outputs;
  const files = outputs.reduce((sum, { paths }) => sum + paths.length, 0);
  const differences = outputs.flatMap((output) => {
    const { out } = output;
    return output.differences.map((difference) =>
      others.length === 0 ? difference : { ...difference, path: join(out, difference.path) },
    );
  });
  const figures = { files, differences, milliseconds };
  const isSite = jobs.every(({ target }) => target.target === "site");
  if (first === undefined || !isSite) return runSummary(counts, figures);
  return siteSummary(first.out, figures);
}

const UNKNOWN_CHANGES =
  "The changes since HEAD are unknown, as its documents have errors: see `md2sdk diff HEAD`.";

/** A summary, and below it what has changed in the documents. */
async function withChanges(
  summary: string,
  changes: RunChanges,
  { output: { hasColors } }: Context,
): Promise<string> {
  if (changes === "unknown") return `${summary}\n\n${UNKNOWN_CHANGES}`;
  if (changes === undefined || changes.changes.length === 0) return summary;
  const { prettyChanges } = await import("../report/changes.js");
  return `${summary}\n\nChanges since ${changes.since}:\n\n${prettyChanges(changes, hasColors)}`;
}

/** The state that one run under `--watch` leaves for the next. */
interface Session {
  /** The digest of the inputs of the last run, also if that run failed. */
  inputs?: string;
  /** The patterns of the documents that the run has read. */
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
  const own = [
    ...Object.values(options.templates),
    options.config ?? configs,
    options.baseline ?? [],
  ].flat();
  let told = "";
  const run = async () => {
    await regenerate(session, request, { ...context, store }).catch(tell);
    const line = watchedLine([...(options.spec ?? []), ...session.patterns]);
    // The first run says what is watched, and so does one after which that is something else.
    if (line !== told) context.messages.write(line);
    told = line;
    return { patterns: [...own, ...(options.spec ?? []), ...session.patterns], made: session.made };
  };
  await watch(run, { directory, onError: tell });
}

/** Returns the line that says what is watched. */
function watchedLine(patterns: readonly string[]): string {
  const documents = [...new Set(patterns)].map(printable).join(", ") || "no documents yet";
  return `Watching ${documents} and the configuration; Ctrl+C ends it`;
}

async function regenerate(
  session: Session,
  options: GenerateOptions,
  context: Context,
): Promise<void> {
  const start = performance.now();
  const { reporter } = options;
  const jobs = await readJobs(options, context);
  if ("diagnostics" in jobs) {
    await reportConfig(jobs.diagnostics, reporter, context);
    return;
  }
  session.patterns = jobs.flatMap(({ input: { part, spec } }) => {
    const { patterns, directory } = part ?? spec;
    return patterns.map((pattern) => pathFrom(context.directory, directory, pattern));
  });
  // Saving a file without a change needs no run.
  const [first] = jobs;
  if (session.inputs === first?.inputs) return;
  session.inputs = first?.inputs ?? "";
  const { failed, outputs, changes, report } = await resultOf(jobs, options, context);
  session.made = outputs.flatMap(({ out, paths }) => paths.map((path) => join(out, path)));
  const milliseconds = performance.now() - start;
  const differences = outputs.flatMap((output) => output.differences);
  const summary = watchSummary(new Date(), { differences, milliseconds });
  const text = await withChanges(summary, changes, context);
  writeReport(report, { reporter, text: failed ? "" : text }, context);
}
