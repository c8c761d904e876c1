import { Option, type Command } from "commander";
import type { GenerateOptions } from "./job.js";
import { addMessageOptions, folderPath, targetOption } from "./options.js";
import { addSpecCommand } from "./spec-command.js";

/** The options of `generate` as the command line gives them. */
export interface GenerateFlags extends Omit<GenerateOptions, "templates"> {
  readonly watch: boolean;
}

/** Adds the command `generate`. */
export function addGenerate(program: Command, act: (flags: GenerateFlags) => Promise<void>): void {
  const command = addSpecCommand(
    program,
    "generate",
    "generate the package and other outputs from the specification",
  )
    .option("--out <dir>", "folder of the output (default: generated/)", folderPath)
    .addOption(targetOption())
    .option("--check", "write nothing; exit with 3 if the output is stale", false)
    .addOption(
      new Option("--watch", "generate again after every change").default(false).conflicts("check"),
    )
    .option("--no-cache", "read and print everything again");
  addMessageOptions(command)
    .addHelpText(
      "after",
      `
Exit status: 0 done, 1 errors in the spec or too many warnings (nothing was
written), 2 usage, configuration or I/O, 3 stale (--check).

Examples:
  md2sdk generate spec/external_contact.md --out sdk
  md2sdk generate --check --reporter json
  md2sdk generate --watch`,
    )
    .action((spec: string[], flags: GenerateFlags) => act({ ...flags, spec }));
}
