import { resolve } from "node:path";
import { digestOf } from "../digest.js";
import type { Counts } from "../ir/api.js";
import type { SpecFile } from "../ir/files.js";
import type { Store } from "./store.js";

/** What the last run that wrote an output has found and made. */
export interface LastRun {
  /** The digest of all that the output was made of, and of how it was reported. */
  readonly inputs: string;
  /** Digests of the files of the output by their paths. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Digests of the modules by the names of their documents. */
  readonly modules: Readonly<Record<string, string>>;
  readonly counts: Counts;
  /** What is reported where nothing changes: results, and messages about the documents. */
  readonly report: { readonly output: string; readonly messages: string };
}

/** What the last run has worked on: large, and only of use where there is work to do. */
export interface LastWork {
  readonly specFiles: readonly SpecFile[];
  /** What was printed beside the modules, by the digest of what it was printed from. */
  readonly printed: ReadonlyMap<string, string>;
}

/** What the last run on an output has left in the store. */
export class RunCache {
  readonly #store: Store;
  readonly #name: string;

  /** @param out the folder of the output */
  constructor(store: Store, out: string) {
    this.#store = store;
    this.#name = digestOf(resolve(out));
  }

  get run(): LastRun | undefined {
    const content = this.#store.read(`${this.#name}.run`);
    return content && (JSON.parse(content.toString()) as LastRun);
  }

  get work(): LastWork | undefined {
    const content = this.#store.read(`${this.#name}.work`);
    if (content === undefined) return undefined;
    const { specFiles, printed } = JSON.parse(content.toString()) as StoredWork;
    return { specFiles, printed: new Map(printed) };
  }

  save(run: LastRun, { specFiles, printed }: LastWork): void {
    const work: StoredWork = { specFiles, printed: [...printed] };
    this.#store.write(`${this.#name}.work`, Buffer.from(JSON.stringify(work)));
    this.#store.write(`${this.#name}.run`, Buffer.from(JSON.stringify(run)));
  }
}

interface StoredWork {
  readonly specFiles: readonly SpecFile[];
  readonly printed: readonly (readonly [digest: string, text: string])[];
}
