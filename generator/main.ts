#!/usr/bin/env node
import { performance } from "node:perf_hooks";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { Command, CommanderError, Option } from "commander";
import { hasErrors } from "./diagnostics/report.js";
import { generate, type GenerateResult } from "./generate.js";
import type { Difference } from "./ir/files.js";
import type { UnresolvedMode } from "./link/api.js";
import { readDocuments, readTemplates, ReadError } from "./read.js";
import { diagnosticsOf } from "./report/json.js";
import { prettyReport } from "./report/pretty.js";
import { runSummary, staleSummary } from "./report/summary.js";
import { compareOutput, writeOutput, WriteError } from "./write.js";

/** What the exit status says. */
const EXIT = { done: 0, invalidSpec: 1, usage: 2, stale: 3 } as const;

interface GenerateArguments {
  readonly out: string;
  readonly check: boolean;
  readonly unresolved: UnresolvedMode;
  readonly reporter: "pretty" | "json";
}

/** A finished run, for the reporters. */
interface Run extends GenerateResult {
  readonly arguments: GenerateArguments;
  readonly differences: readonly Difference[];
  readonly milliseconds: number;
}

const TEMPLATES = fileURLToPath(new URL("../templates/", import.meta.url));

const program = new Command("md2sdk")
  .description("Markdown API specifications in, a TypeScript SDK out.")
  .exitOverride()
  .showHelpAfterError("(add --help for the usage)");

program
  .command("generate")
  .description("generate the package from the specification")
  .argument("[spec...]", "files, folders or globs", ["spec/"])
  .option("--out <dir>", "where the package is written", "generated/")
  .option("--check", "write nothing; exit 3 and say what differs when the output is stale", false)
  .addOption(
    new Option("--unresolved <mode>", "what a type is that no document defines")
      .choices(["error", "unknown"])
      .default("error"),
  )
  .addOption(
    new Option("--reporter <format>", "how messages are written")
      .choices(["pretty", "json"])
      .default("pretty"),
  )
  .addHelpText(
    "after",
    `
Exit status: 0 done, 1 the spec has errors and nothing was written,
2 usage or I/O, 3 stale (--check).

Examples:
  md2sdk generate
  md2sdk generate spec/external_contact.md --out sdk
  md2sdk generate --check --reporter json`,
  )
  .action(async (spec: string[], options: GenerateArguments) => {
    process.exitCode = await runGenerate(spec, options);
  });

async function runGenerate(spec: readonly string[], options: GenerateArguments): Promise<number> {
  const start = performance.now();
  const specFiles = await readDocuments(spec, process.cwd());
  const templates = await readTemplates(TEMPLATES);
  const result = await generate(specFiles, { templates, unresolved: options.unresolved });
  const failed = hasErrors(result.documents);
  const update = options.check ? compareOutput : writeOutput;
  const differences = failed ? [] : await update(options.out, result.files);
  const milliseconds = performance.now() - start;
  reportRun({ ...result, arguments: options, differences, milliseconds });
  if (failed) return EXIT.invalidSpec;
  return options.check && differences.length > 0 ? EXIT.stale : EXIT.done;
}

/** Results go to standard output, messages about the documents to standard error. */
function reportRun(run: Run): void {
  const { documents, counts, files, differences, milliseconds } = run;
  const { reporter, check, out } = run.arguments;
  if (reporter === "json") {
    const summary = { ...counts, files: files.size, differences };
    const report = { diagnostics: diagnosticsOf(documents), summary };
    process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
    return;
  }
  const messages = prettyReport(documents, process.stderr.hasColors?.() ?? false);
  if (messages !== "") process.stderr.write(`${messages}\n`);
  if (hasErrors(documents)) return;
  const summary =
    check && differences.length > 0
      ? staleSummary(out, differences)
      : runSummary(counts, { files: files.size, differences, milliseconds });
  process.stdout.write(`${summary}\n`);
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

function exitCodeOf(error: unknown): number {
  // Commander has printed what it has to say; help and version are no failure.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (!(error instanceof ReadError || error instanceof WriteError)) throw error;
  process.stderr.write(`md2sdk: ${error.message}\n`);
  return EXIT.usage;
}
