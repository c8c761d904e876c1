import { checkProject, type CheckedProject } from "../project/check.js";
import { countsOf, sumOf } from "../project/counts.js";
import { documentOf } from "../project/documents.js";
import { joinDiagnostics } from "../project/suppress.js";
import { configureTarget } from "../project/targets.js";
import {
  forEachPackage,
  readInputWithContext,
  type InputOptions,
  type InputWithContext,
} from "../read/input.js";
import { fixSummary, lintSummary, plural, type FixCounts } from "../report/summary.js";
import { ReadError } from "../read/text.js";
import { hasErrors, type Diagnostic } from "../source/diagnostic.js";
import { documentName } from "../source/source.js";
import { EXIT, type Context, type ExitStatus } from "./context.js";
import { withLimit, type MessageOptions } from "./messages.js";
import { startProgress } from "./progress.js";
import { reportConfig, reportOf, writeReport, type Reporter } from "./report.js";

export interface LintOptions extends InputOptions, MessageOptions {
  /** Whether the baseline is written, if there are no errors. */
  readonly updateBaseline?: boolean | undefined;
  /** Whether the edits of messages are applied before the rest is reported. */
  readonly fix?: boolean | undefined;
  /** Whether suggestions are applied as well. */
  readonly suggest?: boolean | undefined;
  /** Whether the edits are printed only. */
  readonly dryRun?: boolean | undefined;
  readonly reporter: Reporter;
}

/** Reports the faults of the specifications and their outputs; writes only if edits or a baseline are asked for. */
export async function lint(options: LintOptions, context: Context): Promise<ExitStatus> {
  const { reporter, quiet, verbose } = options;
  const found = await forEachPackage((position) =>
    readInputWithContext(context.directory, { ...options, position }),
  );
  if ("diagnostics" in found) return reportConfig(found.diagnostics, reporter, context);
  const { inputs, fixes, checked } = await checkedInputs(found, options, context);
  const all = joinDiagnostics(checked);
  const diagnostics = withLimit(await toldOf(all, inputs, options, context), options);
  const counts = sumOf(checked.map((result) => result.counts));
  const failed = hasErrors(diagnostics);
  const summary = { ...counts, ...(fixes !== undefined && { fixed: fixes }) };
  const report = await reportOf(diagnostics, summary, { reporter, quiet, verbose }, context);
  writeReport(report, { reporter, text: failed ? "" : lintSummary(counts) }, context);
  if (fixes !== undefined && reporter !== "json")
    context.messages.write(fixSummary(fixes, options.dryRun === true));
  return failed ? EXIT.invalidSpec : EXIT.done;
}

/** Corrects the inputs where that is asked for, and checks them. */
async function checkedInputs(
  found: readonly InputWithContext[],
  options: LintOptions,
  context: Context,
) {
  const progress = await startProgress(context);
  const documents = found.reduce((sum, { specFiles }) => sum + specFiles.length, 0);
  progress.tell(`Reading ${plural(documents, "document")}`);
  try {
    const fixed = await fixedInputs(found, options, context);
    return { ...fixed, checked: fixed.inputs.map(checkInput) };
  } finally {
    progress.end();
  }
}

/** Returns the inputs with the edits of their messages applied, if these are asked for. */
async function fixedInputs(
  inputs: readonly InputWithContext[],
  { fix: isFixing = false, dryRun: isDry = false, suggest: isSuggesting = false }: LintOptions,
  context: Context,
): Promise<{ readonly inputs: readonly InputWithContext[]; readonly fixes?: FixCounts }> {
  if (!isFixing) return { inputs };
  const { fixInputs } = await import("./fix.js");
  return fixInputs(inputs, checkWhole, { isDry, isSuggesting, context });
}

/** Checks whole specifications: an edit may add an error to a document that was not asked for. */
function checkWhole(inputs: readonly InputWithContext[]): readonly Diagnostic[] {
  return joinDiagnostics(inputs.map((input) => checkInput({ ...input, asked: undefined })));
}

/** Returns the diagnostics that the baseline does not have; before, the baseline may be written. */
async function toldOf(
  all: readonly Diagnostic[],
  inputs: readonly InputWithContext[],
  { baseline: path, updateBaseline: isUpdate = false }: LintOptions,
  { directory }: Context,
): Promise<readonly Diagnostic[]> {
  if (path === undefined) return all;
  const { applyBaseline, updateBaseline } = await import("./baseline.js");
  const isWhole = inputs.every(({ part }) => part === undefined);
  if (isUpdate && !isWhole) {
    const found = "Unexpected --update-baseline for a part of the specification";
    throw new ReadError(`${found}, expected it for the whole: its other messages would be lost`);
  }
  // Errors are mended first: other messages may be missing on account of them.
  if (isUpdate && hasErrors(all)) return all;
  if (isUpdate) await updateBaseline(all, path, directory);
  return applyBaseline(all, { path, isWhole, rules: inputs[0]?.reading.rules }, directory);
}

/** Checks a specification for all of its outputs; the results are those of the documents that were asked for. */
function checkInput({ specFiles, targets, reading, asked }: InputWithContext) {
  const { configFile, ...options } = reading;
  const config = configFile && documentOf(configFile);
  const outputs = targets.map((target) => configureTarget(target.options, config));
  const checked = checkProject(specFiles, outputs, options);
  return asked === undefined ? checked : askedPart(checked, asked);
}

/** Narrows the results to the documents that were asked for, by their names. */
function askedPart(
  { diagnostics, api, drafts }: Pick<CheckedProject<never>, "diagnostics" | "api" | "drafts">,
  asked: ReadonlySet<string>,
) {
  return {
    drafts,
    diagnostics: diagnostics.filter(({ range }) => asked.has(documentName(range.source))),
    counts: countsOf(
      { documents: api.documents.filter(({ path }) => asked.has(path)) },
      drafts.filter(({ source }) => asked.has(documentName(source))),
    ),
  };
}
