import type { Command } from "commander";
import type { DraftOptions } from "./draft.js";
import { configOption, dialectOption, folderPath, unresolvedOption } from "./options.js";

/** Adds the command `draft`. */
export function addDraft(program: Command, act: (options: DraftOptions) => Promise<void>): void {
  program
    .command("draft")
    .description("write documents of the dialect go that say the same as documents of another one")
    .argument("[pages...]", "files, folders or globs (default: the configuration's, else spec/)")
    .addOption(configOption())
    .addOption(dialectOption())
    .addOption(unresolvedOption())
    .option("--out <dir>", "where the documents are written (default: standard output)", folderPath)
    .addHelpText(
      "after",
      `
There is one document for each page; existing files are never replaced. Differences between the
package of the pages and that of the documents are listed.

Exit status: 0 done, 1 the pages have errors and nothing was written, or the documents
have errors to be mended, 2 usage, configuration or I/O.

Examples:
  md2sdk draft --dialect wecom pages/create.md
  md2sdk draft --dialect wecom pages/ --out spec`,
    )
    .action((spec: string[], options: DraftOptions) => act({ ...options, spec }));
}
