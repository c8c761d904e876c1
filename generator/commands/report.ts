import type { VFile } from "vfile";
import { NO_COUNTS } from "../check.js";
import { githubReport } from "../report/github.js";
import { jsonReport, type JsonSummary } from "../report/json.js";
import { prettyReport } from "../report/pretty.js";
import { EXIT, type Context, type ExitStatus } from "./context.js";

/** How messages about documents are written. */
export type Reporter = "pretty" | "json" | "github";

/** Results go to standard output, messages about the documents to standard error. */
export function reportRun(
  documents: readonly VFile[],
  { reporter, summary, text }: RunReport,
  { output, messages }: Context,
): void {
  if (reporter === "json") {
    output.write(jsonReport(documents, summary));
    return;
  }
  // A workflow reads its commands from standard output.
  if (reporter === "github") output.write(githubReport(documents));
  else messages.write(prettyReport(documents, messages.hasColors));
  output.write(text);
}

/** What a run has to say beside its messages. */
export interface RunReport {
  readonly reporter: Reporter;
  readonly summary: JsonSummary;
  /** The summary as people read it; empty where there are errors. */
  readonly text: string;
}

/** A configuration that cannot stand: nothing else was looked at. */
export function reportConfig(configFile: VFile, reporter: Reporter, context: Context): ExitStatus {
  reportRun([configFile], { reporter, summary: NO_COUNTS, text: "" }, context);
  return EXIT.usage;
}
