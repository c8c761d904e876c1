import { isAbsolute, relative, resolve } from "node:path";
import { RunCache, type LastRun } from "../cache/last-run.js";
import { emptied, memoryStore, type Store } from "../cache/store.js";
import { digestOf } from "../read/digest.js";
import {
  pathFrom,
  readInput,
  type Input,
  type InputOptions,
  type InvalidConfig,
} from "../read/input.js";
import type { Files } from "../outputs/output.js";
import type { TargetOptions } from "../project/config/type.js";
import { readTemplates } from "../read/templates.js";
import { readTexts } from "../read/text.js";
import { isUntouched } from "../write/output.js";
import type { Context } from "./context.js";
import { refusePart } from "./part.js";
import type { Reporter } from "./report.js";

export interface GenerateOptions extends InputOptions {
  readonly reporter: Reporter;
  /** Whether to write nothing, and to say what differs. */
  readonly check: boolean;
  /** Whether to use what earlier runs have left, and to leave something for the next. */
  readonly cache: boolean;
  readonly target: TargetOptions["target"];
  readonly title?: string | undefined;
  /** The folder of the templates of each target. */
  readonly templates: Readonly<Record<TargetOptions["target"], string>>;
}

/** What a run is to make an output of, and what the last run has left for it. */
export interface Job {
  readonly input: Input;
  /** The folder of the output, relative to that of the process. */
  readonly out: string;
  readonly target: TargetOptions;
  readonly templates: Files;
  readonly store: Store;
  readonly cache: RunCache;
  /** The digest of all that the output is made of, and of how it is reported. */
  readonly inputs: string;
  /** The last run, where the output is still as that has left it. */
  readonly last: LastRun | undefined;
  /** Whether the last run was made of the same, and there is nothing to do. */
  readonly isDone: boolean;
}

/** @returns the diagnostics of the configuration, if it is invalid */
export async function readJob(
  options: GenerateOptions,
  { directory, messages, ...context }: Context,
): Promise<Job | InvalidConfig> {
  const input = await readInput(directory, options);
  if ("diagnostics" in input) return input;
  const isSite = options.target === "site";
  const base = isSite ? (options.out ?? pathFrom(directory, input.base, "docs")) : input.out;
  const out = folderOf(base, directory);
  refusePart(input, out, isSite ? "md2sdk docs" : "md2sdk");
  const folder = options.templates[options.target];
  const templates = isSite ? await readTexts(folder, SITE_FILES) : await readTemplates(folder);
  const target = targetOf(options, input);
  const store = (options.cache ? context.store : undefined) ?? memoryStore();
  const cache = new RunCache(store, resolve(directory, base));
  const reported = [options.reporter, messages.hasColors];
  const inputs = digestOf(
    JSON.stringify([target, input.settings, input.specFiles, [...templates], reported]),
  );
  const { run } = cache;
  const last = run !== undefined && (await isUntouched(out, run.outputs)) ? run : undefined;
  return {
    input,
    target,
    out,
    templates,
    store,
    cache,
    inputs,
    last,
    isDone: last?.inputs === inputs,
  };
}

/** The files that every site has, and every page refers to. */
const SITE_FILES = ["site.css", "site.js"];

/** The options of the target: those of the configuration, without what says where things are. */
function targetOf({ target, title }: GenerateOptions, { settings }: Input): TargetOptions {
  const { enumStyle, presence, int64, rename, externals, overrides, package: sdk } = settings;
  const options = { enumStyle, presence, int64, rename, externals, overrides, package: sdk };
  return { target, ...(title !== undefined && { title }), ...options };
}

/** The same job, without anything of earlier runs. */
export function withoutPast(job: Job): Job {
  const store = emptied(job.store);
  return { ...job, store, cache: new RunCache(store, job.out), last: undefined, isDone: false };
}

/** A folder that is relative to a directory, relative to that of the process: as messages name it. */
export function folderOf(path: string, directory: string): string {
  return isAbsolute(path) ? path : relative("", resolve(directory, path)) || ".";
}
