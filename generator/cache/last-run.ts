import { resolve } from "node:path";
import { digestOf } from "../read/digest.js";
import type { DialectSettings } from "../dialect/config.js";
import type { Counts } from "../model/api.js";
import { NO_COUNTS } from "../project/counts.js";
import { isManifest } from "../project/manifest.js";
import type { SpecFile } from "../source/spec-file.js";
import type { TypeScriptOptions } from "../outputs/typescript/output.js";
import {
  isListOf,
  isObject,
  isPairs,
  isRecordOf,
  isString,
  jsonEntryIn,
  type Loose,
} from "./entry.js";
import type { Store } from "./store.js";

/** The results of the last run that wrote an output. */
export interface LastRun {
  /** The digest of all that the output was made of, and of how it was reported. */
  readonly inputs: string;
  /** Digests of the files of the output by their paths. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly counts: Counts;
  /** The report of a run without changes: results, and messages about the documents. */
  readonly report: { readonly output: string; readonly messages: string };
}

/** The inputs of the last run: large, and only read if there is work to do. */
interface LastWork {
  readonly specFiles: readonly SpecFile[];
  readonly settings: TypeScriptOptions & DialectSettings;
  /** Printed texts by the digests of what they were printed from. */
  readonly printed: ReadonlyMap<string, string>;
}

/** The entries of the store for one output. */
export class RunCache {
  readonly #store: Store;
  readonly #name: string;

  /** @param out the folder of the output */
  constructor(store: Store, out: string) {
    this.#store = store;
    this.#name = digestOf(resolve(out));
  }

  get run(): LastRun | undefined {
    return jsonEntryIn<LastRun>(this.#store.read(`${this.#name}.run`), isRun);
  }

  get work(): LastWork | undefined {
    const work = jsonEntryIn<StoredWork>(this.#store.read(`${this.#name}.work`), isWork);
    return work && { ...work, printed: new Map(work.printed) };
  }

  save(run: LastRun, { printed, ...rest }: LastWork): void {
    const work: StoredWork = { ...rest, printed: [...printed] };
    this.#store.write(`${this.#name}.work`, Buffer.from(JSON.stringify(work)));
    this.#store.write(`${this.#name}.run`, Buffer.from(JSON.stringify(run)));
  }
}

interface StoredWork extends Omit<LastWork, "printed"> {
  readonly printed: readonly (readonly [digest: string, text: string])[];
}

function isRun({ inputs, outputs, counts, report }: Loose): boolean {
  return (
    isString(inputs) &&
    isRecordOf(outputs, isString) &&
    // Every output has a manifest: without it an output that is gone would pass for untouched.
    Object.keys(outputs as object).some(isManifest) &&
    isCounts(counts) &&
    isObject(report) &&
    isString(report["output"]) &&
    isString(report["messages"])
  );
}

function isWork({ specFiles, settings, printed }: Loose): boolean {
  return isListOf(specFiles, isSpecFile) && isObject(settings) && isPairs(printed);
}

function isSpecFile(file: unknown): boolean {
  return isObject(file) && isString(file["path"]) && isString(file["value"]);
}

function isCounts(counts: unknown): boolean {
  if (!isObject(counts)) return false;
  const { tables, ...others } = counts;
  const kinds = Object.keys(NO_COUNTS).filter((kind) => kind !== "tables");
  return (
    isRecordOf(others, Number.isSafeInteger) &&
    kinds.every((kind) => kind in others) &&
    isRecordOf(tables, Number.isSafeInteger)
  );
}
