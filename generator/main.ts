import { createRequire } from "node:module";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { Command, CommanderError } from "commander";
import type { Store } from "./cache/store.js";
import { EXIT, streamOf, type Context, type ExitStatus } from "./commands/context.js";
import { addComplete } from "./commands/complete-command.js";
import { addDiff } from "./commands/diff-command.js";
import { addDocs } from "./commands/docs-command.js";
import { addDraft } from "./commands/draft-command.js";
import { addExplain } from "./commands/explain-command.js";
import { addGenerate } from "./commands/generate-command.js";
import { addHelp } from "./commands/help.js";
import { addInit } from "./commands/init-command.js";
import { addLint } from "./commands/lint-command.js";
import { reporterIn } from "./commands/options.js";

const { version } = createRequire(import.meta.url)("../package.json") as { version: string };

/** The templates of a new project. */
const PROJECT = fileURLToPath(new URL("../templates/init/", import.meta.url));

/** The folders of the templates: those of a site are built beside this file. */
const TEMPLATES = {
  typescript: fileURLToPath(new URL("../templates/typescript/", import.meta.url)),
  site: fileURLToPath(new URL("./", import.meta.url)),
};

/** The pages that list the rules. */
const RULE_PAGES = {
  messages: fileURLToPath(new URL("../generator/source/README.md", import.meta.url)),
  changes: fileURLToPath(new URL("../generator/compare/README.md", import.meta.url)),
};

/**
 * Does what the arguments of the process ask for.
 *
 * @param store what earlier runs have left; nothing outside of a project
 */
export async function run(store: Store | undefined): Promise<void> {
  const context: Context = {
    directory: process.cwd(),
    version,
    environment: process.env,
    output: streamOf(process.stdout, process.env),
    messages: streamOf(process.stderr, process.env),
    store,
  };
  try {
    const program = commandLine(context);
    await addComplete(program, process.argv);
    await program.parseAsync();
  } catch (error) {
    process.exitCode = await fail(error, context);
  }
}

/** Returns the commands; each loads its code when it runs, and `--help` needs none of it. */
export function commandLine(context: Context): Command {
  const program = new Command("md2sdk")
    .description("Markdown API specifications in, a TypeScript SDK out.")
    .version(version);
  addHelp(program);
  // Other reporters have their own form for what is wrong with the arguments.
  if (reporterIn(process.argv) !== "pretty") program.configureOutput({ writeErr: () => {} });
  addInitWith(program, context);
  addGenerate(program, async ({ watch, ...options }) => {
    const { generate, watchAndGenerate } = await import("./commands/generate.js");
    const request = { ...options, templates: TEMPLATES };
    if (watch) await watchAndGenerate(request, context, (error) => fail(error, context));
    else process.exitCode = await generate(request, context);
  });
  addLint(program, async (options) => {
    const { lint } = await import("./work.js");
    process.exitCode = await lint(options, context);
  });
  addDiff(program, async (old, now, options) => {
    const { diff } = await import("./work.js");
    process.exitCode = await diff(old, now, options, context);
  });
  addDocs(program, async (options) => {
    const { generate } = await import("./commands/generate.js");
    const flags = { target: "site", isSiteImplied: true, check: false, cache: true } as const;
    process.exitCode = await generate({ ...options, ...flags, templates: TEMPLATES }, context);
  });
  addDraft(program, async (options) => {
    const { draft } = await import("./work.js");
    process.exitCode = await draft(options, context);
  });
  addExplain(program, async (rule) => {
    const { explain } = await import("./work.js");
    process.exitCode = await explain(rule, RULE_PAGES, context);
  });
  return program;
}

function addInitWith(program: Command, context: Context): void {
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
}

/** Generates the package of a new project; `init` sums up what it has written. */
async function generateNew(directory: string, context: Context): Promise<ExitStatus> {
  const { generate } = await import("./commands/generate.js");
  const flags = { target: "typescript", reporter: "pretty", check: false, cache: false } as const;
  const output = { ...context.output, write: () => {} };
  return generate({ ...flags, templates: TEMPLATES }, { ...context, directory, output });
}

/** Reports what went wrong. */
async function fail(error: unknown, context: Context): Promise<ExitStatus> {
  // Help and version are no failure.
  if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done;
  const { reportFailure } = await import("./commands/failure.js");
  return reportFailure(error, reporterIn(process.argv), context);
}
