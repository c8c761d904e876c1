import { DraftCache } from "../cache/drafts.js";
import { PrintedTexts } from "../cache/printed.js";
import type { Counts } from "../model/api.js";
import type { Files, PreparedOutput } from "../outputs/output.js";
import type { PreparedPackage } from "../outputs/typescript/output.js";
import { parseDocument } from "../parse/document.js";
import { checkProject, checkSpec, type CheckedProject } from "../project/check.js";
import { diffVersions, joinDiffs } from "../project/compare.js";
import { sumOf } from "../project/counts.js";
import { documentOf } from "../project/documents.js";
import { emitOutput } from "../project/generate.js";
import type { Parse } from "../project/sources.js";
import { isUnused, joinDiagnostics } from "../project/suppress.js";
import { configureTarget } from "../project/targets.js";
import { digestOf } from "../read/digest.js";
import type { ChangeReport } from "../report/changes.js";
import { plural } from "../report/summary.js";
import { printable } from "../source/code.js";
import { hasErrors, type Diagnostic } from "../source/diagnostic.js";
import { compareOutput } from "../write/compare.js";
import type { Difference } from "../write/difference.js";
import { checkOutput, writeOutput } from "../write/output.js";
import { refuseOverlaps } from "../write/overlap.js";
import type { Context } from "./context.js";
import { commandOf, type GenerateOptions, type Job } from "./job.js";
import { withLimit } from "./messages.js";
import { startProgress, type Progress } from "./progress.js";
import { reportOf, type RunReport } from "./report.js";
import { changesSinceCommit } from "./since.js";

/** The changes in the documents: nothing is known of them if the last commit has errors. */
export type RunChanges = ChangeReport | "unknown" | undefined;

/** The outcome of a run. */
export interface RunResult {
  readonly failed: boolean;
  readonly counts: Counts;
  readonly outputs: readonly MadeOutput[];
  /** The changes in the documents since the last run, if they are known. */
  readonly changes: RunChanges;
  readonly report: RunReport;
}

export interface MadeOutput {
  /** The folder of the output, relative to that of the process. */
  readonly out: string;
  /** The name of the output in its folder, if it is a single file. */
  readonly file: string | undefined;
  readonly paths: readonly string[];
  readonly differences: readonly Difference[];
}

/** The changes from a run to the same again. */
const UNCHANGED: ChangeReport = { changes: [], release: "none" };

/** A job whose documents have been read, and whose output has been prepared. */
interface Work {
  readonly job: Job;
  readonly checked: CheckedProject<PreparedOutput | PreparedPackage>;
  readonly drafts: DraftCache;
  readonly memo: PrintedTexts;
}

/** Work whose files are made. */
interface DoneWork extends Work, MadeOutput {
  readonly files: Files;
}

/**
 * Makes all outputs, and keeps what the next run can use. Nothing is written if one of the specifications
 * has an error.
 */
export async function run(
  jobs: readonly Job[],
  options: GenerateOptions,
  context: Context,
): Promise<RunResult> {
  const progress = await startProgress(context);
  try {
    return await runJobs(jobs, options, { ...context, progress });
  } finally {
    progress.end();
  }
}

/** The process that a command runs in, and where it says what it is at. */
interface RunContext extends Context {
  readonly progress: Progress;
}

async function runJobs(
  jobs: readonly Job[],
  options: GenerateOptions,
  context: RunContext,
): Promise<RunResult> {
  const { progress } = context;
  const works = jobs.map((job) => {
    progress.tell(`Reading ${plural(job.input.specFiles.length, "document")}`);
    return prepareWork(job, options);
  });
  const joined = joinDiagnostics(works.map(({ checked }) => checked));
  const diagnostics = withLimit(await toldOf(joined, works, options, context), options);
  const counts = totalCounts(works);
  const { reporter, quiet, verbose } = options;
  if (hasErrors(diagnostics)) {
    const report = await reportOf(
      diagnostics,
      { ...counts, files: 0, differences: [] },
      { reporter, quiet, verbose },
      context,
    );
    return { failed: true, counts, outputs: [], changes: undefined, report };
  }
  const outputs = await makeOutputs(works, options, context);
  const found = await Promise.all(outputs.map((work) => changesOf(work, options, context)));
  const isUnknown = found.includes("unknown");
  const known = found.filter((report) => report !== undefined && report !== "unknown");
  const changes = isUnknown ? undefined : joinDiffs(known);
  const files = outputs.reduce((sum, { paths }) => sum + paths.length, 0);
  const summary = { ...counts, files, differences: differencesOf(outputs) };
  const report = await reportOf(
    diagnostics,
    summary,
    { reporter, quiet, verbose, changes },
    context,
  );
  if (options.cache && (!options.check || summary.differences.length === 0)) {
    // Of the reports the JSON alone says what has changed.
    const hasPackage = outputs.some(({ checked: { prepared } }) => prepared.some(isPackage));
    const unchangedOptions = {
      reporter,
      quiet,
      verbose,
      changes: hasPackage ? UNCHANGED : undefined,
    };
    const nextReport =
      reporter === "json"
        ? await reportOf(diagnostics, { ...summary, differences: [] }, unchangedOptions, context)
        : report;
    for (const work of outputs) rememberRun(work, counts, nextReport);
  }
  return { failed: false, counts, outputs, changes: isUnknown ? "unknown" : changes, report };
}

/** Returns the diagnostics to tell: without those of the baseline, and without what a part cannot know. */
async function toldOf(
  joined: readonly Diagnostic[],
  works: readonly Work[],
  { baseline: path }: GenerateOptions,
  { directory }: Context,
): Promise<readonly Diagnostic[]> {
  const isAll = isWhole(works);
  const known = isAll ? joined : joined.filter((diagnostic) => !isUnused(diagnostic));
  if (path === undefined) return known;
  const { applyBaseline } = await import("./baseline.js");
  const { rules } = works[0]?.job.input.reading ?? {};
  return applyBaseline(known, { path, isWhole: isAll, rules }, directory);
}

/** Whether all is checked that a suppression can be for: whole specifications, and packages of them. */
function isWhole(works: readonly Work[]): boolean {
  return (
    works.every(({ job }) => job.input.part === undefined) &&
    works.some(({ checked: { prepared } }) => prepared.some(isPackage))
  );
}

/** Whether changes of an output can be told. */
function isPackage(output: PreparedOutput | PreparedPackage): output is PreparedPackage {
  return "view" in output;
}

/** Returns the differences of outputs; if there are several, their paths begin with the folder. */
function differencesOf(outputs: readonly MadeOutput[]): Difference[] {
  const [first, ...others] = outputs;
  if (first === undefined || others.length === 0) return [...(first?.differences ?? [])];
  return outputs.flatMap(({ out, differences }) => {
    return differences.map(({ path, kind }) => {
      return { path: out === "." ? path : `${out}/${path}`, kind };
    });
  });
}

/** Reads the documents of a job, and prepares its output. */
function prepareWork(job: Job, { cache }: GenerateOptions): Work {
  const { input, target, store } = job;
  const { configFile } = input.reading;
  const drafts = new DraftCache(parseDocument, store);
  const config = configFile && documentOf(configFile);
  const output = configureTarget(target, config, job.file, (path) => path !== job.missing);
  const parse: Parse = cache ? (...document) => drafts.parse(...document) : parseDocument;
  return {
    job,
    checked: checkProject(input.specFiles, [output], { ...input.reading, parse }),
    drafts,
    memo: new PrintedTexts(cache ? job.cache.work?.printed : undefined),
  };
}

/** Counts each specification once, however many outputs are made of it. */
function totalCounts(works: readonly Work[]): Counts {
  const byInput = new Map(works.map(({ job, checked }) => [job.input, checked.counts]));
  return sumOf([...byInput.values()]);
}

/** Makes the files of all outputs, and then writes them or compares them with what there is. */
async function makeOutputs(
  works: readonly Work[],
  { check: isCheck }: GenerateOptions,
  { progress }: RunContext,
): Promise<DoneWork[]> {
  const made: (Work & { readonly files: Files })[] = [];
  for (const work of works) made.push({ ...work, files: await emit(work, progress) });
  refuseOverlaps(made.map(({ job, files }) => ({ directory: job.out, files })));
  if (!isCheck && made.length > 1) {
    for (const { job, files } of made) await checkOutput(job.out, files);
  }
  const done: DoneWork[] = [];
  for (const work of made) {
    const { job, files } = work;
    const { out, file } = job;
    progress.tell(`${isCheck ? "Comparing" : "Writing"} ${printable(out)}`);
    const differences = await (isCheck ? compareOutput : writeOutput)(out, files);
    done.push({ ...work, out, file, paths: [...files.keys()], differences });
  }
  return done;
}

async function emit({ job, checked, memo }: Work, progress: Progress): Promise<Files> {
  const [output] = checked.prepared;
  if (output === undefined) return new Map();
  progress.tell(`Printing ${printable(job.out)}`);
  return emitOutput(output, checked.drafts, {
    templates: job.templates,
    memo,
    generator: commandOf(job.target.target),
    file: job.file,
  });
}

/** Returns the changes of a package since the last run, or else since the last commit. */
async function changesOf(
  { job, checked, drafts, differences }: DoneWork,
  options: GenerateOptions,
  context: Context,
): Promise<RunChanges> {
  const [output] = checked.prepared;
  if (output === undefined || !isPackage(output)) return undefined;
  const now = { ...checked, view: output.view };
  const work = options.cache ? job.cache.work : undefined;
  if (job.last !== undefined && work !== undefined) {
    const parse: Parse = (source, dialect) => {
      return { value: drafts.parseOld(source, dialect), diagnostics: [] };
    };
    const before = checkSpec(work.specFiles, { ...work.settings, parse });
    return { ...diffVersions(before, now), since: "the last run" };
  }
  // An output that stays as it is was made of the same.
  if (differences.length === 0) return UNCHANGED;
  const configPath = job.input.reading.configFile?.path;
  return changesSinceCommit(now, { ...options, configPath }, context);
}

/** Keeps what the next run can use. */
function rememberRun(
  { job, memo, files, differences }: DoneWork,
  counts: Counts,
  report: RunReport,
): void {
  const { input, target, cache, inputs, last } = job;
  const changed = new Set(differences.map(({ path }) => path));
  const outputs = [...files].map(([path, text]) => {
    const known = changed.has(path) ? undefined : last?.outputs[path];
    return [path, known ?? digestOf(text)] as const;
  });
  const {
    target: _target,
    title: _title,
    language: _language,
    openApi: _openApi,
    jsonSchema: _jsonSchema,
    ...options
  } = target;
  const { dialect, dialects } = input.reading;
  const settings = { ...options, dialect, dialects };
  const work = { specFiles: input.specFiles, settings, printed: memo.used };
  cache.save({ inputs, outputs: Object.fromEntries(outputs), counts, report }, work);
}
