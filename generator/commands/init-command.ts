import { Option, type Command } from "commander";
import type { Example } from "./init.js";

/** The options of `init` as the command line gives them. */
interface InitFlags extends Example {
  /** Whether to generate the package now. */
  readonly generate: boolean;
}

/** Adds the command `init`. */
export function addInit(
  program: Command,
  act: (options: InitFlags & { readonly folder: string }) => Promise<void>,
): void {
  program
    .command("init")
    .description(
      "make a project: a small document, a configuration, scripts, and the package of them",
    )
    .argument("[folder]", "where the project is made", ".")
    .addOption(
      new Option("--profile <name>", "the conventions of the API: plain HTTP, or those of WeCom")
        .choices(["http", "wecom"])
        .default("http"),
    )
    .addOption(
      new Option("--language <name>", "the language of the example: English or Chinese")
        .choices(["en", "zh"])
        .default("en"),
    )
    .option("--no-generate", "do not generate the package now")
    .addHelpText(
      "after",
      `
Existing files are kept; missing scripts are added to package.json.

Exit status: 0 done, 1 the existing spec has errors, 2 usage or I/O; nothing was written.

Examples:
  md2sdk init
  md2sdk init my-sdk
  md2sdk init --profile wecom --language zh`,
    )
    .action((folder: string, flags: InitFlags) => act({ ...flags, folder }));
}
