import { resolve } from "node:path";
import { serialize } from "node:v8";
import { digestOf } from "../read/digest.js";
import type { Module } from "../model/api.js";
import type { EmittedFile } from "../model/files.js";
import { isOutputPath } from "../project/manifest.js";
import { isListOf, isObject, isPairs, isString, valueOf, type Loose } from "./entry.js";
import type { Store } from "./store.js";

/** Texts by the digest of what they were printed from. */
type PrintedTexts = ReadonlyMap<string, string>;

/** The files of a module as they were printed; small, and read in every run. */
interface TextEntry {
  /** The digest of the module that they were made of. */
  readonly digest: string;
  readonly files: readonly (readonly [path: string, text: string])[];
}

/** What is of use only where a module has changed. */
interface ModuleEntry {
  readonly digest: string;
  readonly module: Module;
  readonly printed: PrintedTexts;
}

/** The digests of modules by the names of their documents. */
export type ModuleDigests = Readonly<Record<string, string>>;

/** The modules of an output as the last run has left them: one that has not changed is not made again. */
export class ModuleCache {
  readonly #store: Store;
  readonly #out: string;
  readonly #digests = new Map<string, string>();
  readonly #printed: Map<string, string>;
  /** The modules that were emitted, with the paths of their files, and what the last run has left. */
  readonly #emitted = new Map<
    Module,
    { paths: readonly string[]; last?: ModuleEntry | undefined }
  >();

  /**
   * @param out the folder of the output
   * @param printed what the last run has printed beside the modules
   */
  constructor(store: Store, out: string, printed: PrintedTexts = new Map()) {
    this.#store = store;
    this.#out = resolve(out);
    this.#printed = new Map(printed);
  }

  /** Of the modules that were asked for. */
  get digests(): ModuleDigests {
    return Object.fromEntries(this.#digests);
  }

  /** What the last run has printed: of the modules, of those that have changed. */
  get printed(): PrintedTexts {
    return this.#printed;
  }

  /** The files of a module: their texts where it has not changed, or else as they are emitted. */
  filesOf(module: Module, emit: (module: Module) => EmittedFile[]): EmittedFile[] {
    const { source } = module;
    const digest = digestOf(jsonOf(module));
    this.#digests.set(source, digest);
    const known = this.#read<TextEntry>(source, "text", isTextEntry);
    if (known?.digest === digest) {
      return known.files.map(([path, text]) => ({ kind: "text", path, text }));
    }
    const last = this.#read<ModuleEntry>(source, "module", isModuleEntry);
    for (const [section, text] of last?.printed ?? []) this.#printed.set(section, text);
    const files = emit(module);
    this.#emitted.set(module, { paths: files.map(({ path }) => path), last });
    return files;
  }

  /**
   * The modules of the last run.
   *
   * @param digests what the last run has left
   * @param now the modules of this one, which stand for those that have not changed
   * @returns nothing where one is not known any more
   */
  modulesOf(digests: ModuleDigests, now: readonly Module[]): Module[] | undefined {
    const current = new Map(now.map((module) => [module.source, module]));
    const modules = Object.entries(digests).map(([source, digest]) => {
      const module = current.get(source);
      if (module !== undefined && this.#digests.get(source) === digest) return module;
      const emitted = module && this.#emitted.get(module);
      const last =
        emitted === undefined
          ? this.#read<ModuleEntry>(source, "module", isModuleEntry)
          : emitted.last;
      return last?.digest === digest ? last.module : undefined;
    });
    const known = modules.filter((module) => module !== undefined);
    return known.length === modules.length ? known : undefined;
  }

  /**
   * Keeps the modules that were emitted, with what was printed of them.
   *
   * @param printed what was printed, by the paths of the files
   * @returns what was printed beside the modules
   */
  save(
    files: ReadonlyMap<string, string>,
    printed: ReadonlyMap<string, PrintedTexts>,
  ): PrintedTexts {
    const others = new Map(printed);
    for (const [module, { paths }] of this.#emitted) {
      const digest = this.#digests.get(module.source) ?? "";
      const texts = paths.map((path) => [path, files.get(path) ?? ""] as const);
      const sections = new Map(paths.flatMap((path) => [...(printed.get(path) ?? [])]));
      for (const path of paths) others.delete(path);
      this.#write(module.source, "text", { digest, files: texts } satisfies TextEntry);
      this.#write(module.source, "module", {
        digest,
        module,
        printed: sections,
      } satisfies ModuleEntry);
    }
    return new Map([...others.values()].flatMap((texts) => [...texts]));
  }

  #read<Entry>(
    source: string,
    kind: string,
    isEntry: (value: Loose) => boolean,
  ): Entry | undefined {
    return valueOf<Entry>(this.#store.read(this.#nameOf(source, kind)), isEntry);
  }

  #write(source: string, kind: string, entry: TextEntry | ModuleEntry): void {
    this.#store.write(this.#nameOf(source, kind), serialize(entry));
  }

  #nameOf(source: string, kind: string): string {
    return `${digestOf(JSON.stringify([this.#out, source]))}.${kind}`;
  }
}

/** A text of a module; V8's own form of a value is not always the same. */
function jsonOf(module: Module): string {
  // Only constants and members of enums may be `bigint`, and looking at each value of a module is slow.
  const hasLong = module.declarations.some((one) => {
    if (one.kind === "enum") return one.members.some(({ value }) => typeof value === "bigint");
    return one.kind === "constant" && typeof one.value === "bigint";
  });
  if (!hasLong) return JSON.stringify(module);
  return JSON.stringify(module, (_key, value: unknown) => {
    return typeof value === "bigint" ? { bigint: String(value) } : value;
  });
}

function isTextEntry({ digest, files }: Loose): boolean {
  return isString(digest) && isPairs(files) && (files as string[][]).every(isFile);
}

function isFile([path = ""]: readonly string[]): boolean {
  return isOutputPath(path);
}

function isModuleEntry({ digest, module, printed }: Loose): boolean {
  return (
    isString(digest) &&
    isObject(module) &&
    [module["source"], module["name"], module["title"], module["documentation"]].every(isString) &&
    isListOf(module["declarations"], isObject) &&
    isListOf(module["calls"], isObject) &&
    printed instanceof Map &&
    isPairs([...printed])
  );
}
