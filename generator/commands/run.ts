import { DraftCache } from "../cache/drafts.js";
import { PrintedTexts } from "../cache/printed.js";
import type { Counts } from "../model/api.js";
import type { PreparedPackage } from "../outputs/typescript/output.js";
import { parseDocument } from "../parse/document.js";
import { checkProject, checkSpec, type CheckedProject } from "../project/check.js";
import { diffVersions } from "../project/compare.js";
import { documentOf } from "../project/documents.js";
import { emitOutput } from "../project/generate.js";
import type { Parse } from "../project/sources.js";
import { configureTarget } from "../project/targets.js";
import type { PreparedOutput } from "../outputs/output.js";
import { digestOf } from "../read/digest.js";
import type { ChangeReport } from "../report/changes.js";
import { hasErrors } from "../source/diagnostic.js";
import { compareOutput } from "../write/compare.js";
import type { Difference } from "../write/difference.js";
import { writeOutput } from "../write/output.js";
import type { Context } from "./context.js";
import type { GenerateOptions, Job } from "./job.js";
import { startProgress } from "./progress.js";
import { reportOf, type RunReport } from "./report.js";
import { changesSinceCommit } from "./since.js";

/** The outcome of a run. */
export interface RunResult {
  readonly failed: boolean;
  readonly counts: Counts;
  /** The files of the output. */
  readonly paths: readonly string[];
  readonly differences: readonly Difference[];
  /** The changes in the documents since the last run, if they are known. */
  readonly changes: ChangeReport | undefined;
  readonly report: RunReport;
}

/** The changes from a run to the same again. */
const UNCHANGED: ChangeReport = { changes: [], release: "none" };

type Checked = CheckedProject<PreparedOutput | PreparedPackage>;

/** Makes the output, and keeps what the next run can use. */
export async function run(
  job: Job,
  options: GenerateOptions,
  context: Context,
): Promise<RunResult> {
  const { check, reporter, cache } = options;
  const { input, target, out } = job;
  const work = cache ? job.cache.work : undefined;
  const drafts = new DraftCache(parseDocument, job.store);
  const memo = new PrintedTexts(work?.printed);
  const { unresolved, configFile } = input.settings;
  const output = configureTarget(target, configFile && documentOf(configFile));
  const parse: Parse = cache ? (source) => drafts.parse(source) : parseDocument;
  const checked: Checked = checkProject(input.specFiles, [output], { unresolved, parse });
  const { diagnostics, counts } = checked;
  const failed = hasErrors(diagnostics);
  const files = failed ? new Map<string, string>() : await emit(job, checked, memo, context);
  const bring = check ? compareOutput : writeOutput;
  const differences = failed ? [] : await bring(out, files);
  const changes = failed
    ? undefined
    : await changesOf(job, checked, { differences, drafts, options, context });
  const summary = { ...counts, files: files.size, differences };
  const report = await reportOf(diagnostics, summary, { reporter, changes }, context);
  if (cache && !failed && (!check || differences.length === 0)) {
    // Of the reports the JSON alone says what has changed.
    const quiet = { reporter, changes: UNCHANGED };
    const again =
      reporter === "json"
        ? await reportOf(diagnostics, { ...summary, differences: [] }, quiet, context)
        : report;
    keep(job, memo, { files, counts, report: again, differences });
  }
  return { failed, counts, paths: [...files.keys()], differences, changes, report };
}

async function emit(
  { target, templates }: Job,
  { prepared, drafts }: Checked,
  memo: PrintedTexts,
  context: Context,
): Promise<ReadonlyMap<string, string>> {
  const progress = await startProgress(context);
  try {
    const [output] = prepared;
    if (output === undefined) return new Map();
    return await emitOutput(output, drafts, {
      templates,
      memo,
      generator: target.target === "site" ? "md2sdk docs" : "md2sdk",
      onProgress: (done, total) => progress.tell(`Printing ${total} declarations: ${done} done`),
    });
  } finally {
    progress.end();
  }
}

/** The state of a run whose changes are asked for. */
interface Run {
  readonly differences: readonly Difference[];
  readonly drafts: DraftCache;
  readonly options: GenerateOptions;
  readonly context: Context;
}

/** Returns the changes of a package since the last run, or else since the last commit. */
async function changesOf(
  job: Job,
  checked: Checked,
  { differences, drafts, options, context }: Run,
): Promise<ChangeReport | undefined> {
  const [output] = checked.prepared;
  if (output === undefined || !("view" in output)) return undefined;
  const now = { ...checked, view: output.view };
  const work = options.cache ? job.cache.work : undefined;
  if (job.last !== undefined && work !== undefined) {
    const current = new Map(checked.drafts.map((draft) => [draft.source.path, draft]));
    const parse: Parse = (source) => {
      const draft = current.get(source.path);
      const isSame = draft?.source.text === source.text;
      return { value: isSame ? draft : drafts.parseOld(source), diagnostics: [] };
    };
    const before = checkSpec(work.specFiles, { ...work.settings, parse });
    return { ...diffVersions(before, now), since: "the last run" };
  }
  // An output that stays as it is was made of the same.
  return differences.length === 0 ? UNCHANGED : changesSinceCommit(now, options, context);
}

/** Keeps what the next run can use. */
function keep(
  { input: { specFiles }, target, cache, inputs, last }: Job,
  { used }: PrintedTexts,
  {
    files,
    counts,
    report,
    differences,
  }: Pick<RunResult, "counts" | "report" | "differences"> & {
    readonly files: ReadonlyMap<string, string>;
  },
): void {
  const changed = new Set(differences.map(({ path }) => path));
  const outputs = [...files].map(([path, text]) => {
    const known = changed.has(path) ? undefined : last?.outputs[path];
    return [path, known ?? digestOf(text)] as const;
  });
  const { target: _target, title: _title, ...settings } = target;
  const work = { specFiles, settings, printed: used };
  cache.save({ inputs, outputs: Object.fromEntries(outputs), counts, report }, work);
}
