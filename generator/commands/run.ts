import { DraftCache } from "../cache/drafts.js";
import type { LastWork } from "../cache/last-run.js";
import { ModuleCache } from "../cache/modules.js";
import { diffVersions } from "../project/compare.js";
import { digestOf } from "../read/digest.js";
import { documentOf } from "../project/documents.js";
import { emitModule } from "../outputs/typescript/emit/module.js";
import {
  generate,
  type GenerateOptions as LibraryOptions,
  type GenerateResult,
} from "../project/generate.js";
import type { Counts } from "../model/api.js";
import type { Difference } from "../model/files.js";
import type { ApiSettings } from "../model/settings.js";
import { parseDocument } from "../parse/document.js";
import type { ChangeReport } from "../report/changes.js";
import { hasErrors } from "../source/diagnostic.js";
import { compareOutput } from "../write/compare.js";
import { writeOutput } from "../write/output.js";
import type { Context } from "./context.js";
import type { GenerateOptions, Job } from "./job.js";
import { startProgress } from "./progress.js";
import { reportOf, type RunReport } from "./report.js";
import { changesSinceCommit } from "./since.js";

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
const UNCHANGED: ChangeReport = { changes: [], release: "none" };

/** Generates the package, and leaves for the next run what it can use. */
export async function run(
  job: Job,
  options: GenerateOptions,
  context: Context,
): Promise<RunResult> {
  const { check, reporter, cache, chunks } = options;
  const { out } = job;
  const work = job.cache.work;
  const drafts = new DraftCache((source) => parseDocument(source, chunks), job.store);
  const modules = new ModuleCache(job.store, out, work?.printed);
  // Without a cache there is nothing to find, and nothing to keep.
  const stages: Stages = cache
    ? {
        parse: (source) => drafts.parse(source),
        emit: (module) => modules.filesOf(module, emitModule),
        printed: modules.printed,
      }
    : { parse: parseDocument, emit: emitModule };
  const result = await generateFrom(job, stages, context);
  const { diagnostics, files, counts } = result;
  const failed = hasErrors(diagnostics);
  const bring = check ? compareOutput : writeOutput;
  const differences = failed ? [] : await bring(out, files);
  const changes = failed
    ? undefined
    : (changesSinceRun(job, { work, drafts, modules }, result) ??
      // An output that stays as it is was made of the same.
      (differences.length === 0
        ? UNCHANGED
        : await changesSinceCommit({ ...result, settings: job.input.settings }, options, context)));
  const summary = { ...counts, files: files.size, differences };
  const report = await reportOf(diagnostics, summary, { reporter, changes }, context);
  if (cache && !failed && (!check || differences.length === 0)) {
    // Of the reports the JSON alone says what has changed.
    const quiet = { reporter, changes: UNCHANGED };
    const again =
      reporter === "json"
        ? await reportOf(diagnostics, { ...summary, differences: [] }, quiet, context)
        : report;
    keep(job, modules, result, { report: again, differences });
  }
  return { failed, counts, paths: [...files.keys()], differences, changes, report };
}

/** What earlier runs have left. */
interface Past {
  readonly work: LastWork | undefined;
  readonly drafts: DraftCache;
  readonly modules: ModuleCache;
}

/** How documents are read, and modules made of them. */
type Stages = Pick<LibraryOptions, "parse" | "emit" | "printed">;

async function generateFrom(
  { input: { specFiles, settings }, templates }: Job,
  stages: Stages,
  context: Context,
): Promise<GenerateResult> {
  const progress = await startProgress(context);
  progress.tell("Reading the documents");
  try {
    return await generate(specFiles, {
      ...settings,
      templates,
      ...stages,
      onPrint: (done, total) => progress.tell(`Printing ${total} declarations: ${done} done`),
    });
  } finally {
    progress.end();
  }
}

/** Returns the changes since the last run, if its output is still there and all of it is known. */
function changesSinceRun(
  { last, input }: Job,
  { work, drafts, modules }: Past,
  now: GenerateResult,
): ChangeReport | undefined {
  const old = last && modules.modulesOf(last.modules, now.api.modules);
  if (old === undefined || work === undefined) return undefined;
  const current = new Map(now.drafts.map((draft) => [draft.source.path, draft]));
  const oldDrafts = work.specFiles.map(documentOf).map((source) => {
    const draft = current.get(source.path);
    return draft?.source.text === source.text ? draft : drafts.parseOld(source);
  });
  const before = { api: { modules: old }, drafts: oldDrafts, settings: work.settings };
  const diff = diffVersions(before, { ...now, settings: apiSettings(input.settings) });
  return { ...diff, since: "the last run" };
}

/** Picks the settings that the API depends on. */
function apiSettings(settings: ApiSettings): ApiSettings {
  const { enumStyle, presence, int64, rename, externals, overrides } = settings;
  return { enumStyle, presence, int64, rename, externals, overrides };
}

/** Leaves for the next run what it can use. */
function keep(
  { input: { specFiles, settings }, cache, inputs, last }: Job,
  modules: ModuleCache,
  { files, counts, printed }: GenerateResult,
  { report, differences }: Pick<RunResult, "report" | "differences">,
): void {
  const changed = new Set(differences.map(({ path }) => path));
  const digests = [...files].map(([path, text]) => {
    const known = changed.has(path) ? undefined : last?.outputs[path];
    return [path, known ?? digestOf(text)] as const;
  });
  const outputs = Object.fromEntries(digests);
  const work = {
    specFiles,
    settings: apiSettings(settings),
    printed: modules.save(files, printed),
  };
  cache.save({ inputs, outputs, modules: modules.digests, counts, report }, work);
}
