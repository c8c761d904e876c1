import { VFile } from "vfile";
import { checkSpec } from "../check.js";
import { hasErrors } from "../diagnostics/report.js";
import { readInput, type InputOptions } from "../input.js";
import { lintSummary } from "../report/summary.js";
import { EXIT, type Context, type ExitStatus } from "./context.js";
import { reportConfig, reportOf, writeReport, type Reporter } from "./report.js";

export interface LintOptions extends InputOptions {
  readonly reporter: Reporter;
}

/** Reports what is wrong with a spec, and writes nothing. */
export async function lint(options: LintOptions, context: Context): Promise<ExitStatus> {
  const { reporter } = options;
  const input = await readInput(context.directory, options);
  if (input instanceof VFile) return reportConfig(input, reporter, context);
  const { documents, counts } = checkSpec(input.specFiles, input.settings);
  const failed = hasErrors(documents);
  const report = await reportOf(documents, counts, { reporter }, context);
  writeReport(report, { reporter, text: failed ? "" : lintSummary(counts) }, context);
  return failed ? EXIT.invalidSpec : EXIT.done;
}
