import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { VFile } from "vfile";
import { hasErrors } from "../diagnostics/report.js";
import { generate as generateFiles } from "../generate.js";
import { readInput, type Input, type InputOptions } from "../input.js";
import type { PrintedTexts } from "../print.js";
import { CONFIG_FILES } from "../read/config.js";
import { readTemplates } from "../read/templates.js";
import { runSummary, staleSummary, watchSummary } from "../report/summary.js";
import { watch } from "../watch.js";
import { compareOutput } from "../write/compare.js";
import { writeOutput } from "../write/output.js";
import { EXIT, type Context, type ExitStatus } from "./context.js";
import { reportConfig, reportRun, type Reporter } from "./report.js";

export interface GenerateOptions extends InputOptions {
  readonly reporter: Reporter;
  /** Whether to write nothing, and to say what differs. */
  readonly check: boolean;
  /** The folder of the templates. */
  readonly templates: string;
}

/** What one run leaves for the next. */
interface Session {
  printed?: PrintedTexts;
  /** All that the output was made of. */
  digest?: string;
  /** What the run has looked at. */
  patterns: readonly string[];
  /** The files of the output. */
  made: readonly string[];
}

/** Generates the package. */
export async function generate(options: GenerateOptions, context: Context): Promise<ExitStatus> {
  const start = performance.now();
  const { directory } = context;
  const input = await readInput(directory, options);
  if (input instanceof VFile) return reportConfig(input, options.reporter, context);
  const run = await runOnce(input, options);
  const { differences, failed } = run;
  const isStale = options.check && differences.length > 0;
  const milliseconds = performance.now() - start;
  const text = isStale
    ? staleSummary(input.out, differences)
    : runSummary(run.counts, { files: run.files.size, differences, milliseconds });
  report(run, failed ? "" : text, options, context);
  if (failed) return EXIT.invalidSpec;
  return isStale ? EXIT.stale : EXIT.done;
}

/**
 * Generates the package, and again whenever a document, a template or the configuration changes. What
 * goes wrong is told, and mended by the next change.
 *
 * @param tell how an exception is told
 * @returns never, but for the signal of the process
 */
export async function watchAndGenerate(
  options: GenerateOptions,
  context: Context,
  tell: (error: unknown) => void,
): Promise<void> {
  const { directory } = context;
  const session: Session = { patterns: [], made: [] };
  const own = [options.templates, options.config ?? [...CONFIG_FILES]].flat();
  const run = async () => {
    await regenerate(session, options, context).catch(tell);
    return { patterns: [...own, ...(options.spec ?? []), ...session.patterns], made: session.made };
  };
  await watch(run, { directory });
}

async function regenerate(
  session: Session,
  options: GenerateOptions,
  context: Context,
): Promise<void> {
  const start = performance.now();
  const input = await readInput(context.directory, options);
  if (input instanceof VFile) {
    reportConfig(input, options.reporter, context);
    return;
  }
  session.patterns = input.patterns;
  const templates = await readTemplates(options.templates);
  // What was saved without a change asks for no run.
  const digest = JSON.stringify([input, [...templates.files]]);
  if (session.digest === digest) return;
  session.digest = digest;
  const run = await runOnce(input, options, session.printed);
  session.printed = run.printed;
  session.made = [...run.files.keys()].map((path) => join(input.out, path));
  const { differences, failed } = run;
  const milliseconds = performance.now() - start;
  const text = failed ? "" : watchSummary(new Date(), { differences, milliseconds });
  report(run, text, options, context);
}

async function runOnce(
  input: Input,
  { check, templates }: GenerateOptions,
  printed?: PrintedTexts,
) {
  const { specFiles, out, settings } = input;
  const result = await generateFiles(specFiles, {
    ...settings,
    templates: await readTemplates(templates),
    printed,
  });
  const failed = hasErrors(result.documents);
  const bring = check ? compareOutput : writeOutput;
  return { ...result, failed, differences: failed ? [] : await bring(out, result.files) };
}

function report(
  { documents, counts, files, differences }: Awaited<ReturnType<typeof runOnce>>,
  text: string,
  { reporter }: GenerateOptions,
  context: Context,
): void {
  const summary = { ...counts, files: files.size, differences };
  reportRun(documents, { reporter, summary, text }, context);
}
