import { checkSpec, type CheckResult } from "../project/check.js";
import { countsOf } from "../project/counts.js";
import { readInputWithContext, type InputOptions } from "../read/input.js";
import { lintSummary } from "../report/summary.js";
import { hasErrors } from "../source/diagnostic.js";
import { nameOf } from "../source/source.js";
import { EXIT, type Context, type ExitStatus } from "./context.js";
import { reportConfig, reportOf, writeReport, type Reporter } from "./report.js";

export interface LintOptions extends InputOptions {
  readonly reporter: Reporter;
}

/** Reports what is wrong with a spec, and writes nothing. */
export async function lint(options: LintOptions, context: Context): Promise<ExitStatus> {
  const { reporter } = options;
  const input = await readInputWithContext(context.directory, options);
  if ("diagnostics" in input) return reportConfig(input.diagnostics, reporter, context);
  const checked = checkSpec(input.specFiles, input.settings);
  const { diagnostics, counts } = input.asked ? partOf(checked, input.asked) : checked;
  const failed = hasErrors(diagnostics);
  const report = await reportOf(diagnostics, counts, { reporter }, context);
  writeReport(report, { reporter, text: failed ? "" : lintSummary(counts) }, context);
  return failed ? EXIT.invalidSpec : EXIT.done;
}

/** Narrows what was found in the whole spec to the documents that were asked for, by their names. */
function partOf({ diagnostics, api }: CheckResult, asked: ReadonlySet<string>) {
  return {
    diagnostics: diagnostics.filter(({ range }) => asked.has(nameOf(range.source))),
    counts: countsOf({ documents: api.documents.filter(({ path }) => asked.has(path)) }),
  };
}
