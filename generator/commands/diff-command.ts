import { Option, type Command } from "commander";
import type { DiffOptions } from "./diff.js";
import {
  configOption,
  dialectOption,
  newDialectOption,
  reporterOption,
  unresolvedOption,
  wireOption,
} from "./options.js";

type Act = (old: string, now: string | undefined, options: DiffOptions) => Promise<void>;

/** Adds the command `diff`. */
export function addDiff(program: Command, act: Act): void {
  program
    .command("diff")
    .description("report the changes between two versions, and whom they break")
    .argument("[old]", "a file, folder, glob or revision of git", "HEAD")
    .argument("[new]", "the same (default: the documents of the configuration)")
    .addOption(configOption())
    .addOption(dialectOption())
    .addOption(unresolvedOption())
    .addOption(reporterOption(["pretty", "json", "markdown", "github"]))
    .addOption(
      new Option("--fail-on <impact>", "exit with 3 after a breaking or additive change").choices([
        "breaking",
        "additive",
      ]),
    )
    .option("--release", "print only the version that the changes ask for")
    .addOption(wireOption())
    .addOption(newDialectOption())
    .addHelpText(
      "after",
      `
Each version is read with its own configuration: a revision with the one that
it holds.

Exit status: 0 done, 1 errors in a version (its changes are unknown),
2 usage, configuration or I/O, 3 a change that --fail-on names.

Examples:
  md2sdk diff v1.0.0 v1.1.0 --reporter markdown
  md2sdk diff v1.1.0 --release
  md2sdk diff old/spec new/spec --fail-on breaking
  md2sdk diff spec pages --new-dialect wecom`,
    )
    .action(act);
}
