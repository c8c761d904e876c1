import type { Command } from "commander";
import type { DraftOptions } from "./draft.js";
import { configOption, dialectOption, folderPath, unresolvedOption } from "./options.js";

/** Adds the command `draft`. */
export function addDraft(program: Command, act: (options: DraftOptions) => Promise<void>): void {
  program
    .command("draft")
    .description("write documents of the dialect go from other pages or OpenAPI")
    .argument("[pages...]", "files, folders or globs, or one file of JSON or YAML")
    .addOption(configOption())
    .addOption(dialectOption())
    .addOption(unresolvedOption())
    .option("--out <dir>", "folder of the documents (default: standard output)", folderPath)
    .addHelpText(
      "after",
      `
Each page becomes a document; existing files are never replaced. Differences
between both packages are listed. A file of JSON or YAML is read as OpenAPI, as
a JSON Schema or as an example, whichever it is; guesses are marked TODO.

Exit status: 0 done, 1 errors in the pages (nothing was written) or in the
drafts, 2 usage, configuration or I/O.

Examples:
  md2sdk draft --dialect wecom pages/create.md
  md2sdk draft --dialect wecom pages/ --out spec
  md2sdk draft petstore.yaml --out spec
  md2sdk draft answer.json`,
    )
    .action((spec: string[], options: DraftOptions) => act({ ...options, spec }));
}
