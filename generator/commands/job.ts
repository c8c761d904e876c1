import { isAbsolute, join, relative, resolve } from "node:path";
import { RunCache, type LastRun } from "../cache/last-run.js";
import { emptied, memoryStore, type Store } from "../cache/store.js";
import type { Files } from "../outputs/output.js";
import { profileFileOf } from "../outputs/typescript/profile-file.js";
import { placeOf, type Target } from "../project/config/targets.js";
import type { Generator } from "../project/manifest.js";
import type { TargetOptions } from "../project/config/type.js";
import { digestOf } from "../read/digest.js";
import { isThere } from "../read/documents.js";
import {
  forEachPackage,
  readInput,
  type Input,
  type InputOptions,
  type InvalidConfig,
} from "../read/input.js";
import { readTemplates } from "../read/templates.js";
import { readText, readTexts, ReadError } from "../read/text.js";
import { isUntouched } from "../write/output.js";
import type { Context } from "./context.js";
import type { MessageOptions } from "./messages.js";
import { refusePart } from "./part.js";
import type { Reporter } from "./report.js";

/** The name of a kind of output. */
type TargetName = TargetOptions["target"];

export interface GenerateOptions extends InputOptions, MessageOptions {
  readonly reporter: Reporter;
  /** Whether to write nothing, and to say what differs. */
  readonly check: boolean;
  /** Whether to use what earlier runs have left, and to leave something for the next. */
  readonly cache: boolean;
  /** The kind of outputs to make; default all that the configuration has. */
  readonly target?: TargetName | undefined;
  /** The folder or the file of the output, if there is only one; default the configuration's. */
  readonly out?: string | undefined;
  readonly title?: string | undefined;
  /** Whether a site is made even if the configuration has none: `docs` asks for one. */
  readonly isSiteImplied?: boolean | undefined;
  /** The folder of the templates of each kind. */
  readonly templates: Readonly<Partial<Record<TargetName, string>>>;
}

/** An output to make, and what the last run has left for it. */
export interface Job {
  readonly input: Input;
  readonly target: TargetOptions;
  /** The folder of the output, relative to that of the process. */
  readonly out: string;
  /** The name of the output in its folder, if it is a single file. */
  readonly file: string | undefined;
  /** A file of the user's own that the output must have, and lacks. */
  readonly missing: string | undefined;
  readonly templates: Files;
  readonly store: Store;
  readonly cache: RunCache;
  /** The digest of all that the outputs are made of, and of how they are reported. */
  readonly inputs: string;
  /** The last run, if the output is still as that has left it. */
  readonly last: LastRun | undefined;
  /** Whether the last run was made of the same, and there is nothing to do. */
  readonly isDone: boolean;
}

/** A job whose last run has not been looked for. */
type OpenJob = Omit<Job, "inputs" | "last" | "isDone">;

/** @returns the diagnostics of the configuration, if it is invalid */
export async function readJobs(
  options: GenerateOptions,
  { directory, messages, ...context }: Context,
): Promise<readonly Job[] | InvalidConfig> {
  const inputs = await forEachPackage((position) => readInput(directory, { ...options, position }));
  if ("diagnostics" in inputs) return inputs;
  const store = (options.cache ? context.store : undefined) ?? memoryStore();
  const targets = askedTargets(inputs, options);
  if (options.out !== undefined && targets.length > 1) {
    throw new ReadError(`Unexpected --out for ${targets.length} outputs, expected a --target too`);
  }
  const jobs: OpenJob[] = [];
  for (const { input, target } of targets) {
    const { folder, file } = placeOf(target.options.target, options.out ?? target.out);
    const out = folderOf(folder, directory);
    refusePart(input, out, { command: commandOf(target.options.target), file });
    const templates = await templatesOf(target, options);
    const cache = new RunCache(store, join(resolve(directory, out), file ?? ""));
    const missing = await missingIn(resolve(directory, out), target);
    jobs.push({ input, target: target.options, out, file, missing, templates, store, cache });
  }
  const digest = inputsOf(jobs, [
    options.reporter,
    options.quiet,
    options.verbose,
    options.maxWarnings,
    options.baseline && (await readText(resolve(directory, options.baseline))),
    messages.hasColors,
  ]);
  return Promise.all(jobs.map((job) => withLast(job, digest)));
}

/** Returns the command that makes the outputs of a kind. */
export function commandOf(target: TargetName): Generator {
  if (target === "typescript") return "md2sdk";
  return target === "site" ? "md2sdk docs" : `md2sdk generate --target ${target}`;
}

/** Returns the outputs that are asked for: those of the configuration, or such that it does not name. */
function askedTargets(
  inputs: readonly Input[],
  { target, title, isSiteImplied = false }: GenerateOptions,
): { readonly input: Input; readonly target: Target }[] {
  const configured = inputs.flatMap((input) =>
    input.targets.map((one) => ({ input, target: one })),
  );
  if (target === undefined) return configured;
  const asked = configured.filter((one) => one.target.options.target === target);
  const isImplied = target === "site" ? isSiteImplied : inputs.length === 1;
  if (asked.length === 0 && !isImplied) {
    throw new ReadError(`Unexpected --target ${target}, expected one that the configuration has`);
  }
  const found =
    asked.length > 0 ? asked : inputs.map((input) => ({ input, target: input.implied(target) }));
  if (title === undefined) return found;
  return found.map(({ input, target: { options, out } }) => {
    return { input, target: { options: { ...options, title }, out } };
  });
}

/** Returns the file of the user's own profile, if the folder of the package lacks it. */
async function missingIn(folder: string, { options }: Target): Promise<string | undefined> {
  const file = options.target === "typescript" ? profileFileOf(options.client) : undefined;
  return file === undefined || (await isThere(file, folder)) ? undefined : file;
}

/** The files that every site has, and every page refers to. */
const SITE_FILES = ["site.css", "site.js"];

async function templatesOf(
  { options: { target } }: Target,
  { templates }: GenerateOptions,
): Promise<Files> {
  const folder = templates[target];
  if (folder === undefined) return new Map();
  return target === "site" ? readTexts(folder, SITE_FILES) : readTemplates(folder);
}

function inputsOf(jobs: readonly OpenJob[], reported: readonly unknown[]): string {
  const inputs = jobs.map((job) => {
    const { target, out, file, missing, templates } = job;
    const { reading, specFiles } = job.input;
    return [target, out, file, missing, reading, specFiles, [...templates]];
  });
  return digestOf(JSON.stringify([inputs, reported]));
}

async function withLast(job: OpenJob, inputs: string): Promise<Job> {
  const { run } = job.cache;
  const last = run !== undefined && (await isUntouched(job.out, run.outputs)) ? run : undefined;
  return { ...job, inputs, last, isDone: last?.inputs === inputs };
}

/** Returns the same job, without anything of earlier runs. */
export function withoutPast(job: Job): Job {
  const store = emptied(job.store);
  const cache = new RunCache(store, join(job.out, job.file ?? ""));
  return { ...job, store, cache, last: undefined, isDone: false };
}

/** Returns a folder that is relative to a directory, relative to that of the process: as messages name it. */
function folderOf(path: string, directory: string): string {
  return isAbsolute(path) ? path : relative("", resolve(directory, path)) || ".";
}
