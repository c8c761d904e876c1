import { VFile } from "vfile";
import { checkSpec, type CheckResult } from "../check.js";
import { countsOf } from "../counts.js";
import { hasErrors } from "../diagnostics/report.js";
import { nameOf } from "../documents.js";
import { readInputWithContext, type InputOptions } from "../input.js";
import { lintSummary } from "../report/summary.js";
import { EXIT, type Context, type ExitStatus } from "./context.js";
import { reportConfig, reportOf, writeReport, type Reporter } from "./report.js";

export interface LintOptions extends InputOptions {
  readonly reporter: Reporter;
}

/** Reports what is wrong with a spec, and writes nothing. */
export async function lint(options: LintOptions, context: Context): Promise<ExitStatus> {
  const { reporter } = options;
  const input = await readInputWithContext(context.directory, options);
  if (input instanceof VFile) return reportConfig(input, reporter, context);
  const checked = checkSpec(input.specFiles, input.settings);
  const { documents, counts } = input.asked ? partOf(checked, input.asked) : checked;
  const failed = hasErrors(documents);
  const report = await reportOf(documents, counts, { reporter }, context);
  writeReport(report, { reporter, text: failed ? "" : lintSummary(counts) }, context);
  return failed ? EXIT.invalidSpec : EXIT.done;
}

/** Narrows what was found in the whole spec to the documents that were asked for, by their names. */
function partOf({ documents, api }: CheckResult, asked: ReadonlySet<string>) {
  return {
    documents: documents.filter((document) => asked.has(nameOf(document))),
    counts: countsOf({ modules: api.modules.filter(({ source }) => asked.has(source)) }),
  };
}
