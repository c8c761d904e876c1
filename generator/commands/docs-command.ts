import type { Command } from "commander";
import type { GenerateOptions } from "./job.js";
import { folderPath, reporterOption } from "./options.js";
import { addSpecCommand } from "./spec-command.js";

/** The options of `docs` as the command line gives them. */
export type DocsFlags = Pick<
  GenerateOptions,
  "spec" | "out" | "title" | "config" | "dialect" | "unresolved" | "reporter"
>;

/** Adds the command `docs`. */
export function addDocs(program: Command, act: (flags: DocsFlags) => Promise<void>): void {
  addSpecCommand(program, "docs", "write a site of the specification, to be read and searched")
    .addOption(reporterOption())
    .option("--out <dir>", "folder of the site (default: docs/)", folderPath)
    .option("--title <text>", "title of the site (default: the name of the package)")
    .addHelpText(
      "after",
      `
The site needs no server: open its index.html.

Exit status: 0 done, 1 errors in the spec (nothing was written), 2 usage,
configuration or I/O.

Examples:
  md2sdk docs
  md2sdk docs spec/external_contact.md --out site --title "客户联系"`,
    )
    .action((spec: string[], flags: DocsFlags) => act({ ...flags, spec }));
}
