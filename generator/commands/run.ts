import { cachedParse } from "../cache/drafts.js";
import { hasErrors } from "../diagnostics/report.js";
import { diffSpecs } from "../diff.js";
import { digestOf } from "../digest.js";
import { generate as generateFiles } from "../generate.js";
import type { Counts } from "../ir/api.js";
import type { Difference } from "../ir/files.js";
import { parseDocument } from "../parse/document.js";
import type { ChangeReport } from "../report/changes.js";
import { compareOutput } from "../write/compare.js";
import { writeOutput } from "../write/output.js";
import type { Context } from "./context.js";
import type { GenerateOptions, Job } from "./job.js";
import { reportOf, type RunReport } from "./report.js";

/** What a run has made. */
export interface RunResult {
  readonly failed: boolean;
  readonly counts: Counts;
  /** The files of the output. */
  readonly paths: readonly string[];
  readonly differences: readonly Difference[];
  /** What has changed in the documents since the last run, where that is known. */
  readonly changes: ChangeReport | undefined;
  readonly report: RunReport;
}

/** What changes from a run to the same again. */
const UNCHANGED: ChangeReport = { changes: [], release: "none", revisions: {} };

/** Generates the package, and leaves for the next run what it can use. */
export async function run(
  job: Job,
  { check, reporter }: GenerateOptions,
  { messages: { hasColors } }: Context,
): Promise<RunResult> {
  const { input, templates, store, cache } = job;
  const { specFiles, settings, out } = input;
  const parse = cachedParse(parseDocument, store);
  const work = cache.work;
  const options = { ...settings, templates, parse, printed: work?.printed };
  const { documents, files, counts, printed } = await generateFiles(specFiles, options);
  const failed = hasErrors(documents);
  const bring = check ? compareOutput : writeOutput;
  const differences = failed ? [] : await bring(out, files);
  const before = job.last === undefined || failed ? undefined : work?.specFiles;
  const diff = before && diffSpecs(before, specFiles, { ...settings, parse });
  const changes = diff && { ...diff, revisions: {} };
  const summary = { ...counts, files: files.size };
  const reportAs = { reporter, hasColors };
  const report = await reportOf(documents, { ...summary, differences }, { ...reportAs, changes });
  if (!failed && (!check || differences.length === 0)) {
    const options = { ...reportAs, changes: UNCHANGED };
    const quiet = await reportOf(documents, { ...summary, differences: [] }, options);
    const outputs = Object.fromEntries([...files].map(([path, text]) => [path, digestOf(text)]));
    cache.save({ inputs: job.inputs, outputs, counts, report: quiet }, { specFiles, printed });
  }
  return { failed, counts, paths: [...files.keys()], differences, changes, report };
}
