import { NO_COUNTS } from "../project/counts.js";
import type { ChangeReport } from "../report/changes.js";
import type { JsonSummary } from "../report/json.js";
import { inert } from "../report/workflow.js";
import type { Diagnostic } from "../source/diagnostic.js";
import { EXIT, type Context, type ExitStatus } from "./context.js";

/** How messages about documents are written. */
export const REPORTERS = ["pretty", "json", "github", "sarif", "junit"] as const;

export type Reporter = (typeof REPORTERS)[number];

/** The report of a run, as it is written. */
export interface RunReport {
  /** Goes to standard output. */
  readonly output: string;
  /** Goes to standard error. */
  readonly messages: string;
}

/** The inputs of a report beside the documents. */
type ReportContext = Pick<Context, "directory" | "environment" | "messages" | "version">;

interface ReportOptions {
  readonly reporter: Reporter;
  /** The changes since the last run, if they are known; only the JSON lists them. */
  readonly changes?: ChangeReport | undefined;
  /** Whether only errors are printed. */
  readonly quiet?: boolean | undefined;
  /** Whether the messages for people are neither joined nor shortened. */
  readonly verbose?: boolean | undefined;
}

/** Returns the diagnostics as the reporter writes them. */
export async function reportOf(
  diagnostics: readonly Diagnostic[],
  summary: JsonSummary,
  { reporter, changes, quiet = false, verbose = false }: ReportOptions,
  context: ReportContext,
): Promise<RunReport> {
  const shown = quiet ? diagnostics.filter(({ severity }) => severity === "error") : diagnostics;
  switch (reporter) {
    case "json": {
      const { jsonReport } = await import("../report/json.js");
      return { output: jsonReport(diagnostics, summary, changes, shown), messages: "" };
    }
    case "github": {
      // A workflow reads its commands from standard output.
      const { githubReport } = await import("../report/github.js");
      const folder = await folderInWorkspace(context);
      return { output: githubReport(shown, folder), messages: "" };
    }
    case "sarif": {
      const { sarifReport } = await import("../report/interchange.js");
      const folder = await folderInWorkspace(context);
      return { output: sarifReport(shown, folder, context.version), messages: "" };
    }
    case "junit": {
      const { junitReport } = await import("../report/interchange.js");
      return { output: junitReport(shown, summary), messages: "" };
    }
    case "pretty": {
      if (diagnostics.length === 0) return NOTHING;
      const { hiddenSummary, prettyReport } = await import("../report/pretty.js");
      const report = prettyReport(shown, context.messages.hasColors, verbose);
      const hidden = quiet ? hiddenSummary(diagnostics) : "";
      return { output: "", messages: [report, hidden].filter((text) => text !== "").join("\n") };
    }
  }
}

/** The working directory as annotations name it: relative to the workspace, else to the repository. */
export async function folderInWorkspace({
  directory,
  environment,
}: ReportContext): Promise<string> {
  const { realRelative, repositoryOf } = await import("../read/workspace.js");
  return realRelative(
    environment["GITHUB_WORKSPACE"] || repositoryOf(directory),
    directory,
  ).replaceAll("\\", "/");
}

const NOTHING: RunReport = { output: "", messages: "" };

/**
 * Writes what a run has to say.
 *
 * @param text the summary as people read it; the JSON has its own
 */
export function writeReport(
  { output, messages }: RunReport,
  { reporter, text }: { readonly reporter: Reporter; readonly text: string },
  context: Context,
): void {
  context.messages.write(messages);
  context.output.write(output);
  // A workflow takes some lines of text for commands.
  if (reporter === "github") context.output.write(inert(text));
  if (reporter === "pretty") context.output.write(text);
}

/** Reports a configuration that is invalid: nothing else was looked at. */
export async function reportConfig(
  diagnostics: readonly Diagnostic[],
  reporter: Reporter,
  context: Context,
): Promise<ExitStatus> {
  const report = await reportOf(diagnostics, NO_COUNTS, { reporter }, context);
  writeReport(report, { reporter, text: "" }, context);
  return EXIT.usage;
}
