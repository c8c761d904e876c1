import { InvalidArgumentError, Option, type Command } from "commander";
import { dialects } from "../dialect/config.js";
import type { LintOptions } from "./lint.js";
import type { Reporter } from "./report.js";

/** The option for types that no document defines. */
export function unresolvedOption(): Option {
  const description = "how to treat types that no document defines (default: error)";
  return new Option("--unresolved <mode>", description).choices(["error", "unknown"]);
}

/** The option for the dialect of the documents. */
export function dialectOption(): Option {
  const description = "the dialect of all documents (default: the configuration's, else go)";
  return new Option("--dialect <name>", description).choices(Object.keys(dialects));
}

/** The option for the kind of outputs. */
export function targetOption(): Option {
  const description = "make only the outputs of one kind (default: all of the configuration)";
  const kinds = ["typescript", "openapi", "json-schema", "site"];
  return new Option("--target <kind>", description).choices(kinds);
}

/** The option for the comparison of what calls carry. */
export function wireOption(): Option {
  const description =
    "compare calls by method and path, and fields by JSON names, whatever their other names are";
  return new Option("--wire", description);
}

/** The option for the dialect of the new version alone. */
export function newDialectOption(): Option {
  const description = "the dialect of the new version, if it is another one; implies --wire";
  return new Option("--new-dialect <name>", description).choices(Object.keys(dialects));
}

/** The option for the configuration file. */
export function configOption(): Option {
  return new Option(
    "--config <file>",
    "the configuration (default: md2sdk.config.{ts,mts,js,mjs,cjs,json,jsonc}, here or in the nearest folder above)",
  );
}

/** Adds the options for the messages about documents. */
export function addMessageOptions(command: Command): Command {
  return command
    .option("--quiet", "print only errors", false)
    .addOption(
      new Option(
        "--verbose",
        "print every message in full, equal ones and long lists of one rule, too",
      )
        .default(false)
        .conflicts("quiet"),
    )
    .option(
      "--max-warnings <n>",
      "exit with 1 if there are more warnings (default: any number)",
      wholeNumber,
    )
    .option("--baseline <file>", "leave out the warnings and notices that the file lists");
}

/** Ends the process if options of `lint` need another one. */
export function refuseLintOptions(options: LintOptions, command: Command): void {
  if (options.updateBaseline === true && options.baseline === undefined) {
    command.error("error: option '--update-baseline' needs '--baseline <file>'");
  }
  if (options.dryRun === true && options.fix !== true) {
    command.error("error: option '--dry-run' needs '--fix'");
  }
  if (options.suggest === true && options.fix !== true) {
    command.error("error: option '--suggest' needs '--fix'");
  }
  // A report for tools is all that standard output has.
  if (options.dryRun === true && options.reporter !== "pretty") {
    command.error("error: option '--dry-run' needs '--reporter pretty'");
  }
}

function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError("Expected a whole number.");
  return Number(text);
}

/** Refuses an empty path, which would mean the working directory. */
export function folderPath(path: string): string {
  if (path === "") throw new InvalidArgumentError("Expected a folder.");
  return path;
}

/**
 * Returns the reporter that the arguments ask for: mistakes in the arguments are reported in its form,
 * too.
 */
export function reporterIn(argv: readonly string[]): Reporter {
  const value = /(?:^|\n)--reporter[=\n](json|github)(?:\n|$)/.exec(argv.join("\n"))?.[1];
  return (value as Reporter | undefined) ?? "pretty";
}
