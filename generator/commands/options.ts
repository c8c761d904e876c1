import { InvalidArgumentError, Option, type Command } from "commander";
import { dialects } from "../dialect/config.js";
import type { LintOptions } from "./lint.js";
import { REPORTERS, type Reporter } from "./report.js";

/** Returns an option with a list of choices, which its description names for people. */
function choice(flags: string, choices: readonly string[], description: string): Option {
  return new Option(flags, description).choices(choices);
}

/** The option for types that no document defines. */
export function unresolvedOption(): Option {
  const description = "types that no document defines: error (default), unknown";
  return choice("--unresolved <mode>", ["error", "unknown"], description);
}

/** The option for the dialect of the documents. */
export function dialectOption(): Option {
  const names = Object.keys(dialects);
  return choice("--dialect <name>", names, "dialect of all documents: go (default), rest, wecom");
}

/** The option for the kind of outputs. */
export function targetOption(): Option {
  const kinds = ["typescript", "openapi", "json-schema", "site"];
  return choice("--target <kind>", kinds, "only typescript, openapi, json-schema or site");
}

/** The option for the form of messages. */
export function reporterOption(reporters: readonly string[] = REPORTERS): Option {
  const [first, ...others] = reporters;
  const description = [`${first} (default)`, ...others].join(", ");
  return choice("--reporter <format>", reporters, description).default(first);
}

/** The option for the comparison of what calls carry. */
export function wireOption(): Option {
  return new Option("--wire", "compare calls by path, and fields by JSON name alone");
}

/** The option for the dialect of the new version alone. */
export function newDialectOption(): Option {
  const description = "dialect of the new version; implies --wire";
  return choice("--new-dialect <name>", Object.keys(dialects), description);
}

/** The option for the configuration file. */
export function configOption(): Option {
  return new Option("--config <file>", "default md2sdk.config.*, here or in a folder above");
}

/** Adds the options for the messages about documents. */
export function addMessageOptions(command: Command): Command {
  return command
    .addOption(reporterOption())
    .option("--quiet", "print only errors", false)
    .addOption(
      new Option("--verbose", "print every message in full, equal ones too")
        .default(false)
        .conflicts("quiet"),
    )
    .option("--max-warnings <n>", "exit with 1 if there are more warnings", wholeNumber)
    .option("--baseline <file>", "leave out the messages that the file lists");
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
  const value = /(?:^|\n)--reporter[=\n]([a-z]+)(?:\n|$)/.exec(argv.join("\n"))?.[1];
  return REPORTERS.find((reporter) => reporter === value) ?? "pretty";
}
