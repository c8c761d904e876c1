#!/usr/bin/env node
import { createRequire } from "node:module";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { VFile } from "vfile";
import { checkSpec, NO_COUNTS } from "./check.js";
import { hasErrors } from "./diagnostics/report.js";
import { diffSpecs } from "./diff.js";
import { generate } from "./generate.js";
import type { PrintedTexts } from "./print.js";
import { readInput, readSettings, readVersion } from "./input.js";
import { CONFIG_FILES } from "./read/config.js";
import { readTemplates } from "./read/templates.js";
import { ReadError } from "./read/text.js";
import { jsonChanges, markdownChanges, prettyChanges } from "./report/changes.js";
import { githubReport } from "./report/github.js";
import { jsonReport, type JsonSummary } from "./report/json.js";
import { prettyReport } from "./report/pretty.js";
import { lintSummary, runSummary, staleSummary, watchSummary } from "./report/summary.js";
import { compareOutput } from "./write/compare.js";
import { watch } from "./watch.js";
import { writeOutput, WriteError } from "./write/output.js";

/** What the exit status says. */
const EXIT = { done: 0, invalidSpec: 1, usage: 2, stale: 3, changed: 3 } as const;

const { version } = createRequire(import.meta.url)("../package.json") as { version: string };

const TEMPLATES = fileURLToPath(new URL("../templates/", import.meta.url));

/** The options of every command that reads documents. */
interface SpecOptions {
  readonly out?: string;
  readonly config?: string;
  readonly unresolved?: "error" | "unknown";
  readonly reporter: "pretty" | "json" | "github";
}

interface GenerateCommandOptions extends SpecOptions {
  readonly check: boolean;
  readonly watch?: boolean;
}

/** What one run leaves for the next. */
class Session {
  printed: PrintedTexts | undefined;
  /** All that the output is made of. */
  digest = "";
  patterns: readonly string[] = [];
  made: readonly string[] = [];
}

interface DiffCommandOptions {
  readonly config?: string;
  readonly reporter: "pretty" | "json" | "markdown";
  readonly failOn?: "breaking" | "additive";
}

const program = new Command("md2sdk")
  .description("Markdown API specifications in, a TypeScript SDK out.")
  .version(version)
  .exitOverride()
  .showHelpAfterError("(add --help for the usage)");

specCommand("generate", "generate the package from the specification")
  .option(
    "--out <dir>",
    "where the package is written (default: the configuration's, else generated/)",
    folderPath,
  )
  .addOption(
    new Option("--check", "write nothing; exit 3 and say what differs when the output is stale")
      .default(false)
      .conflicts("watch"),
  )
  .option("--watch", "generate again whenever a document, a template or the configuration changes")
  .addHelpText(
    "after",
    `
Exit status: 0 done, 1 the spec has errors and nothing was written,
2 usage, configuration or I/O, 3 stale (--check).

Examples:
  md2sdk generate
  md2sdk generate spec/external_contact.md --out sdk
  md2sdk generate --check --reporter json
  md2sdk generate --watch`,
  )
  .action(async (spec: string[], options: GenerateCommandOptions) => {
    if (options.watch === true) await runWatch(spec, options);
    else process.exitCode = await runGenerate(spec, options, new Session());
  });

specCommand("lint", "report what is wrong with the specification, and write nothing")
  .addHelpText(
    "after",
    `
Exit status: 0 no errors, 1 the spec has errors, 2 usage, configuration or I/O.

Examples:
  md2sdk lint
  md2sdk lint "spec/**/*.md" --reporter github`,
  )
  .action(async (spec: string[], options: SpecOptions) => {
    process.exitCode = await runLint(spec, options);
  });

program
  .command("diff")
  .description("say what has changed between two versions of the specification, and what it breaks")
  .argument("<old>", "a file, a folder, a glob, or a revision of git")
  .argument("[new]", "the same (default: the configuration's documents, else spec/)")
  .addOption(configOption())
  .addOption(
    new Option("--reporter <format>", "how changes are written")
      .choices(["pretty", "json", "markdown"])
      .default("pretty"),
  )
  .addOption(
    new Option(
      "--fail-on <impact>",
      "exit 3 where there is such a change, or a graver one",
    ).choices(["breaking", "additive"]),
  )
  .addHelpText(
    "after",
    `
Exit status: 0 done, 2 usage, configuration or I/O, 3 a change that --fail-on names.

Examples:
  md2sdk diff HEAD~1
  md2sdk diff v1.0 v1.1 --reporter markdown
  md2sdk diff old/spec new/spec --fail-on breaking`,
  )
  .action(async (old: string, now: string | undefined, options: DiffCommandOptions) => {
    process.exitCode = await runDiff(old, now, options);
  });

function configOption(): Option {
  return new Option("--config <file>", "the configuration (default: md2sdk.config.{ts,js,json})");
}

/** An empty path would mean the working directory, which nobody means by it. */
function folderPath(path: string): string {
  if (path === "") throw new InvalidArgumentError("Expected a folder.");
  return path;
}

function specCommand(name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .argument("[spec...]", "files, folders or globs (default: the configuration's, else spec/)")
    .addOption(configOption())
    .addOption(
      new Option(
        "--unresolved <mode>",
        "what a type is that no document defines (default: error)",
      ).choices(["error", "unknown"]),
    )
    .addOption(
      new Option("--reporter <format>", "how messages are written")
        .choices(["pretty", "json", "github"])
        .default("pretty"),
    );
}

async function runGenerate(
  spec: readonly string[],
  options: GenerateCommandOptions,
  session: Session,
): Promise<number> {
  const start = performance.now();
  const input = await readInput(process.cwd(), { ...options, spec });
  if (input instanceof VFile) return reportConfig(input, options);
  const { specFiles, out, settings, patterns } = input;
  session.patterns = patterns;
  const { check, watch: isWatching = false } = options;
  const templates = await readTemplates(TEMPLATES);
  // What was saved without a change asks for no run.
  const digest = JSON.stringify([specFiles, settings, [...templates.files]]);
  if (isWatching && session.digest === digest) return EXIT.done;
  session.digest = digest;
  const { printed } = session;
  const result = await generate(specFiles, { ...settings, templates, printed });
  const { documents, files, counts } = result;
  session.printed = result.printed;
  const failed = hasErrors(documents);
  const differences = failed ? [] : await (check ? compareOutput : writeOutput)(out, files);
  const figures = { files: files.size, differences, milliseconds: performance.now() - start };
  session.made = [...files.keys()].map((path) => join(out, path));
  const isStale = check && differences.length > 0;
  const text = isStale
    ? staleSummary(out, differences)
    : isWatching
      ? watchSummary(new Date(), figures)
      : runSummary(counts, figures);
  const summary = { ...counts, files: files.size, differences };
  reportRun(documents, options.reporter, summary, failed ? "" : text);
  if (failed) return EXIT.invalidSpec;
  return isStale ? EXIT.stale : EXIT.done;
}

/** Never ends: what goes wrong is told, and mended by the next change. */
async function runWatch(spec: readonly string[], options: GenerateCommandOptions): Promise<void> {
  const session = new Session();
  const own = [TEMPLATES, options.config ?? [...CONFIG_FILES]].flat();
  const run = async () => {
    await runGenerate(spec, options, session).catch(exitCodeOf);
    return { patterns: [...own, ...spec, ...session.patterns], made: session.made };
  };
  await watch(run, { directory: process.cwd() });
}

async function runLint(spec: readonly string[], options: SpecOptions): Promise<number> {
  const input = await readInput(process.cwd(), { ...options, spec });
  if (input instanceof VFile) return reportConfig(input, options);
  const { documents, counts } = checkSpec(input.specFiles, input.settings);
  const failed = hasErrors(documents);
  reportRun(documents, options.reporter, counts, failed ? "" : lintSummary(counts));
  return failed ? EXIT.invalidSpec : EXIT.done;
}

async function runDiff(
  oldVersion: string,
  newVersion: string | undefined,
  { reporter, failOn, ...options }: DiffCommandOptions,
): Promise<number> {
  const directory = process.cwd();
  const settings = await readSettings(directory, options);
  if (settings instanceof VFile) return reportConfig(settings, { reporter: "pretty" });
  const old = await readVersion(directory, oldVersion, settings);
  const now = await readVersion(directory, newVersion, settings);
  const result = diffSpecs(old.specFiles, now.specFiles, settings.settings);
  const report = { ...result, revisions: { old: old.revision, new: now.revision } };
  const spoilt = (["old", "new"] as const).filter((version) => result.hasErrors[version]);
  // What an error spoils may be told as a change, or not be told.
  for (const version of spoilt) {
    process.stderr.write(`md2sdk: the ${version} version has errors; run \`md2sdk lint\` on it\n`);
  }
  const color = process.stdout.hasColors?.() ?? false;
  const text = {
    pretty: () => prettyChanges(report, color),
    json: () => jsonChanges(report),
    markdown: () => markdownChanges(report),
  }[reporter]();
  writeLines(process.stdout, text);
  const isFailure = result.changes.some(({ impact }) => impact === "breaking" || impact === failOn);
  return failOn !== undefined && isFailure ? EXIT.changed : EXIT.done;
}

/** A configuration that cannot stand: nothing else was looked at. */
function reportConfig(configFile: VFile, { reporter }: SpecOptions): number {
  reportRun([configFile], reporter, NO_COUNTS, "");
  return EXIT.usage;
}

/** Results go to standard output, messages about the documents to standard error. */
function reportRun(
  documents: readonly VFile[],
  reporter: SpecOptions["reporter"],
  summary: JsonSummary,
  text: string,
): void {
  if (reporter === "json") {
    process.stdout.write(`${jsonReport(documents, summary)}\n`);
    return;
  }
  if (reporter === "github") {
    // A workflow reads its commands from standard output.
    writeLines(process.stdout, githubReport(documents));
  } else {
    const color = process.stderr.hasColors?.() ?? false;
    writeLines(process.stderr, prettyReport(documents, color));
  }
  writeLines(process.stdout, text);
}

function writeLines(stream: NodeJS.WriteStream, text: string): void {
  if (text !== "") stream.write(`${text}\n`);
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

function exitCodeOf(error: unknown): number {
  // Commander has printed what it has to say; help and version are no failure.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  const isExpected = error instanceof ReadError || error instanceof WriteError;
  const text = error instanceof Error && !isExpected ? error.stack : undefined;
  process.stderr.write(
    `md2sdk: ${text ?? String(error instanceof Error ? error.message : error)}\n`,
  );
  return EXIT.usage;
}
