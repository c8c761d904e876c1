import type { Command } from "commander";

/** Adds the command `explain`. */
export function addExplain(
  program: Command,
  act: (rule: string | undefined) => Promise<void>,
): void {
  program
    .command("explain")
    .description("explain a rule, by whose name every message ends, with an example")
    .argument("[rule]", "the name of a rule (default: list all rules)")
    .addHelpText(
      "after",
      `
Exit status: 0 done, 2 no such rule.

Examples:
  md2sdk explain unresolved-type
  md2sdk explain field-renamed`,
    )
    .action(act);
}
