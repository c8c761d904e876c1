import { isAbsolute, relative, resolve } from "node:path";
import { RunCache, type LastRun } from "../cache/last-run.js";
import { emptied, memoryStore, type Store } from "../cache/store.js";
import { digestOf } from "../read/digest.js";
import { readInput, type Input, type InputOptions, type InvalidConfig } from "../read/input.js";
import type { Templates } from "../model/files.js";
import type { KnownChunks } from "../parse/known-chunks.js";
import { readTemplates } from "../read/templates.js";
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
  /** The folder of the templates. */
  readonly templates: string;
  /** What an earlier run of the same process has parsed. */
  readonly chunks?: KnownChunks | undefined;
}

/** What a run is to make an output of, and what the last run has left for it. */
export interface Job {
  readonly input: Input;
  /** The folder of the output, relative to that of the process. */
  readonly out: string;
  readonly templates: Templates;
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
  const out = folderOf(input.out, directory);
  refusePart(input, out, "md2sdk");
  const templates = await readTemplates(options.templates);
  const store = (options.cache ? context.store : undefined) ?? memoryStore();
  const cache = new RunCache(store, resolve(directory, input.out));
  const files = [...templates.files];
  const reported = [options.reporter, messages.hasColors];
  const inputs = digestOf(
    JSON.stringify([input.settings, input.specFiles, templates.package, files, reported]),
  );
  const { run } = cache;
  const last = run !== undefined && (await isUntouched(out, run.outputs)) ? run : undefined;
  return { input, out, templates, store, cache, inputs, last, isDone: last?.inputs === inputs };
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
