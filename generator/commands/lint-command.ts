import type { Command } from "commander";
import type { LintOptions } from "./lint.js";
import { addMessageOptions, refuseLintOptions } from "./options.js";
import { addSpecCommand } from "./spec-command.js";

/** Adds the command `lint`. */
export function addLint(program: Command, act: (options: LintOptions) => Promise<void>): void {
  addMessageOptions(addSpecCommand(program, "lint", "report the mistakes of the specification"))
    .option("--fix", "correct what has one right answer, and report the rest")
    .option("--suggest", "with --fix: also declare the enums that messages suggest")
    .option("--dry-run", "with --fix: write nothing, and print the differences")
    .option("--update-baseline", "write the messages into the file of --baseline")
    .addHelpText(
      "after",
      `
Exit status: 0 no errors, 1 errors in the spec or too many warnings,
2 usage, configuration or I/O.

Examples:
  md2sdk lint --fix --suggest --dry-run
  md2sdk lint --baseline md2sdk-baseline.json --update-baseline
  md2sdk lint "spec/**/*.md" --reporter github`,
    )
    .action(async (spec: string[], options: LintOptions, command: Command) => {
      refuseLintOptions(options, command);
      await act({ ...options, spec });
    });
}
