import { isAbsolute, relative } from "node:path";
import { NO_COUNTS } from "../project/counts.js";
import { printable } from "../source/code.js";
import type { Diagnostic, FailureKind } from "../source/diagnostic.js";
import { EXIT, type Context, type ExitStatus } from "./context.js";
import { reportOf, writeReport, type Reporter } from "./report.js";

/** A reason to end a run before it could report on the specification. */
interface Failure {
  /** How the tool was called, what it read or wrote, or the tool itself. */
  readonly kind: FailureKind;
  readonly message: string;
  /** The file that the failure is about. */
  readonly path?: string | undefined;
  /** The place in that file. */
  readonly place?: { readonly text: string; readonly offset: number } | undefined;
  /** The place in the program; only what should not have happened has one. */
  readonly stack?: string | undefined;
}

/** Reports an error that ended a run, in the form of the reporter: for `json` that is one object. */
export async function reportFailure(
  error: unknown,
  reporter: Reporter,
  context: Context,
): Promise<ExitStatus> {
  const failures = failuresOf(error);
  if (reporter === "pretty") {
    const shownFailures = failures.filter(({ kind }) => kind !== "usage");
    for (const { message, stack } of shownFailures) {
      context.messages.write(
        `md2sdk: ${stack === undefined ? printable(message) : printableLines(stack)}`,
      );
    }
    return EXIT.usage;
  }
  const diagnostics = failures.map((failure) => diagnosticOf(failure, context.directory));
  const report = await reportOf(diagnostics, NO_COUNTS, { reporter }, context);
  writeReport(report, { reporter, text: "" }, context);
  for (const { stack = "" } of failures) context.messages.write(printableLines(stack));
  return EXIT.usage;
}

function failuresOf(error: unknown): Failure[] {
  if (error instanceof AggregateError) return error.errors.flatMap(failuresOf);
  if (!(error instanceof Error)) return [{ kind: "internal", message: String(error) }];
  const { name, message, stack } = error;
  // By its name: each script of the build has its own copy of the class.
  switch (name) {
    case "ReadError":
    case "WriteError": {
      const { path, place } = error as Pick<Failure, "path" | "place">;
      return [{ kind: "io", message, path, place }];
    }
    default:
      return isUsage(error)
        ? [{ kind: "usage", message: message.replace(/^error: /, "") }]
        : [{ kind: "internal", message: `${name}: ${message}`, stack }];
  }
}

/** Whether an error is commander's, whose class has its name from the build. */
function isUsage(error: Error): boolean {
  return "code" in error && String(error.code).startsWith("commander.");
}

/** Returns the failure as a diagnostic of its file, or of the working directory. */
function diagnosticOf(
  { kind, message, path = ".", place = { text: "", offset: 0 } }: Failure,
  directory: string,
): Diagnostic {
  const file = isAbsolute(path) ? relative(directory, path).replaceAll("\\", "/") : path;
  const { text, offset } = place;
  const range = { source: { path: file, text }, start: offset, end: offset };
  return { rule: kind, severity: "error", range, sentence: printable(message) };
}

function printableLines(text: string): string {
  return text.split("\n").map(printable).join("\n");
}
