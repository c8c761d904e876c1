import type { Command } from "commander";
import type { DraftOptions } from "./draft.js";
import { configOption, dialectOption, folderPath, unresolvedOption } from "./options.js";

/** Adds the command `draft`. */
export function addDraft(program: Command, act: (options: DraftOptions) => Promise<void>): void {
  program
    .command("draft")
    .description(
      "write documents of the dialect go that say the same as documents of another one, as a description in OpenAPI 3, a JSON Schema or an example in JSON",
    )
    .argument(
      "[pages...]",
      "files, folders or globs (default: the configuration's, else spec/), or one file of JSON or YAML",
    )
    .addOption(configOption())
    .addOption(dialectOption())
    .addOption(unresolvedOption())
    .option("--out <dir>", "where the documents are written (default: standard output)", folderPath)
    .addHelpText(
      "after",
      `
There is one document for each page; existing files are never replaced. Differences between the
package of the pages and that of the documents are listed. A file of JSON or YAML is read as
OpenAPI, as a schema or as an example, whichever it is; guesses are marked TODO.

Exit status: 0 done, 1 the pages have errors and nothing was written, or the documents
have errors to be mended, 2 usage, configuration or I/O.

Examples:
  md2sdk draft --dialect wecom pages/create.md
  md2sdk draft --dialect wecom pages/ --out spec
  md2sdk draft petstore.yaml --out spec
  md2sdk draft answer.json`,
    )
    .action((spec: string[], options: DraftOptions) => act({ ...options, spec }));
}
