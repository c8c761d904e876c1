import { createRequire } from "node:module";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { Command, CommanderError, Option } from "commander";
import type { Store } from "./cache/store.js";
import { EXIT, streamOf, type Context, type ExitStatus } from "./commands/context.js";
import { addDraft } from "./commands/draft-command.js";
import type { DiffOptions } from "./commands/diff.js";
import { addInit } from "./commands/init-command.js";
import type { GenerateOptions } from "./commands/job.js";
import type { LintOptions } from "./commands/lint.js";
import {
  addMessageOptions,
  configOption,
  dialectOption,
  folderPath,
  newDialectOption,
  refuseLintOptions,
  reporterIn,
  targetOption,
  unresolvedOption,
  wireOption,
} from "./commands/options.js";

const { version } = createRequire(import.meta.url)("../package.json") as { version: string };

/** The templates of a new project. */
const PROJECT = fileURLToPath(new URL("../templates/init/", import.meta.url));

/** The folders of the templates: those of a site are built beside this file. */
const TEMPLATES = {
  typescript: fileURLToPath(new URL("../templates/typescript/", import.meta.url)),
  site: fileURLToPath(new URL("./", import.meta.url)),
};

/** The options of a command as the command line gives them. */
type CommandOptions = Omit<GenerateOptions, "spec" | "templates">;

/**
 * Does what the arguments of the process ask for.
 *
 * @param store what earlier runs have left; nothing outside of a project
 */
export async function run(store: Store | undefined): Promise<void> {
  const context: Context = {
    directory: process.cwd(),
    environment: process.env,
    output: streamOf(process.stdout),
    messages: streamOf(process.stderr),
    store,
  };
  try {
    await commandLine(context).parseAsync();
  } catch (error) {
    process.exitCode = await fail(error, context);
  }
}

/** The commands; each loads what it needs when it runs, and `--help` needs nothing of it. */
function commandLine(context: Context): Command {
  const program = new Command("md2sdk")
    .description("Markdown API specifications in, a TypeScript SDK out.")
    .version(version)
    .exitOverride()
    .showHelpAfterError("(add --help for the usage)");
  // Other reporters have their own form for what is wrong with the arguments.
  if (reporterIn(process.argv) !== "pretty") program.configureOutput({ writeErr: () => {} });
  addGenerate(program, context);
  addLint(program, context);
  addDiff(program, context);
  addDocs(program, context);
  const { stdin: input, stdout: output } = process;
  const terminal = input.isTTY && output.isTTY ? { input, output } : undefined;
  addInit(program, terminal, async ({ generate, ...options }) => {
    const { init } = await import("./work.js");
    const generateIn = (directory: string) => generateNew(directory, context);
    const request = { ...options, templates: PROJECT, version };
    process.exitCode = await init(
      { ...request, ...(generate && { generate: generateIn }) },
      context,
    );
  });
  addDraft(program, async (options) => {
    const { draft } = await import("./work.js");
    process.exitCode = await draft(options, context);
  });
  return program;
}

function addGenerate(program: Command, context: Context): void {
  addMessageOptions(
    addSpecCommand(program, "generate", "generate the package from the specification"),
  )
    .option(
      "--out <dir>",
      "where the package is written (default: the configuration's, else generated/)",
      folderPath,
    )
    .addOption(targetOption())
    .option("--check", "write nothing; exit 3 and say what differs when the output is stale", false)
    .addOption(
      new Option(
        "--watch",
        "generate again whenever a document, a template or the configuration changes",
      )
        .default(false)
        .conflicts("check"),
    )
    .option("--no-cache", "read and print everything again, and keep nothing of it")
    .addHelpText(
      "after",
      `
A part of the specification is refused if the output of other documents would be removed.

Exit status: 0 done, 1 the spec has errors or too many warnings, and nothing was
written, 2 usage, configuration or I/O, 3 stale (--check).

Examples:
  md2sdk generate
  md2sdk generate spec/external_contact.md --out sdk
  md2sdk generate --check --reporter json
  md2sdk generate --watch`,
    )
    .action(
      async (
        spec: string[],
        { watch, ...options }: CommandOptions & { readonly watch: boolean },
      ) => {
        const { generate, watchAndGenerate } = await import("./commands/generate.js");
        const request = { ...options, spec, templates: TEMPLATES } as const;
        if (watch) await watchAndGenerate(request, context, (error) => fail(error, context));
        else process.exitCode = await generate(request, context);
      },
    );
}

function addLint(program: Command, context: Context): void {
  addMessageOptions(
    addSpecCommand(
      program,
      "lint",
      "report what is wrong with the specification, and write nothing unless asked to",
    ),
  )
    .option(
      "--fix",
      "correct the documents where a message has one right answer, then report the rest",
    )
    .option("--suggest", "with --fix: also declare the enums that messages suggest")
    .option("--dry-run", "with --fix: write nothing, and print the differences")
    .option(
      "--update-baseline",
      "write the file of --baseline with all warnings and notices, if there are no errors",
    )
    .addHelpText(
      "after",
      `
A part of the specification is checked beside the rest, and only its messages are reported.

Exit status: 0 no errors, 1 the spec has errors or too many warnings,
2 usage, configuration or I/O.

Examples:
  md2sdk lint
  md2sdk lint --fix --suggest --dry-run
  md2sdk lint --baseline md2sdk-baseline.json --update-baseline
  md2sdk lint "spec/**/*.md" --reporter github`,
    )
    .action(async (spec: string[], options: LintOptions, command: Command) => {
      refuseLintOptions(options, command);
      const { lint } = await import("./work.js");
      process.exitCode = await lint({ ...options, spec }, context);
    });
}

function addDiff(program: Command, context: Context): void {
  program
    .command("diff")
    .description(
      "say what has changed between two versions of the specification, and what it breaks",
    )
    .argument("[old]", "a file, a folder, a glob, or a revision of git", "HEAD")
    .argument("[new]", "the same (default: the configuration's documents, else spec/)")
    .addOption(configOption())
    .addOption(dialectOption())
    .addOption(unresolvedOption())
    .addOption(
      new Option("--reporter <format>", "how changes are written")
        .choices(["pretty", "json", "markdown", "github"])
        .default("pretty"),
    )
    .addOption(
      new Option(
        "--fail-on <impact>",
        "exit with 3 if there is a change of this impact or worse",
      ).choices(["breaking", "additive"]),
    )
    .addOption(wireOption())
    .addOption(newDialectOption())
    .addHelpText(
      "after",
      `
Each version is read with its own configuration: a revision with the one that it holds.

Exit status: 0 done, 1 a version has errors and the changes are unknown,
2 usage, configuration or I/O, 3 a change that --fail-on names.

Examples:
  md2sdk diff
  md2sdk diff HEAD~1
  md2sdk diff v1.0 v1.1 --reporter markdown
  md2sdk diff old/spec new/spec --fail-on breaking
  md2sdk diff spec pages --new-dialect wecom`,
    )
    .action(async (old: string, now: string | undefined, options: DiffOptions) => {
      const { diff } = await import("./work.js");
      process.exitCode = await diff(old, now, options, context);
    });
}

function addDocs(program: Command, context: Context): void {
  addSpecCommand(program, "docs", "write a site of the specification, to be read and searched")
    .addOption(
      new Option("--out <dir>", "where the site is written (default: docs/)").argParser(folderPath),
    )
    .option("--title <text>", "what the site is called (default: the name of the package)")
    .addHelpText(
      "after",
      `
The site needs no server: open its index.html.

A part of the specification is refused if the pages of other documents would be removed.

Exit status: 0 done, 1 the spec has errors and nothing was written,
2 usage, configuration or I/O.

Examples:
  md2sdk docs
  md2sdk docs spec/external_contact.md --out site --title "客户联系"`,
    )
    .action(async (spec: string[], options: CommandOptions) => {
      const { generate } = await import("./commands/generate.js");
      const flags = { target: "site", isSiteImplied: true, check: false, cache: true } as const;
      const request = { ...options, ...flags, spec, templates: TEMPLATES };
      process.exitCode = await generate(request, context);
    });
}

/** Generates the package of a new project. */
async function generateNew(directory: string, context: Context): Promise<ExitStatus> {
  const { generate } = await import("./commands/generate.js");
  const flags = { target: "typescript", reporter: "pretty", check: false, cache: false } as const;
  return generate({ ...flags, templates: TEMPLATES }, { ...context, directory });
}

function addSpecCommand(program: Command, name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .argument("[spec...]", "files, folders or globs (default: the configuration's, else spec/)")
    .addOption(configOption())
    .addOption(dialectOption())
    .addOption(unresolvedOption())
    .addOption(
      new Option("--reporter <format>", "how messages are written")
        .choices(["pretty", "json", "github"])
        .default("pretty"),
    );
}

/** Reports what went wrong. */
async function fail(error: unknown, context: Context): Promise<ExitStatus> {
  // Help and version are no failure.
  if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done;
  const { reportFailure } = await import("./commands/failure.js");
  return reportFailure(error, reporterIn(process.argv), context);
}
