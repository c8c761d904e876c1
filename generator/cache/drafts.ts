import { serialize } from "node:v8";
import { digestOf } from "../read/digest.js";
import type { Dialect } from "../dialect/dialect.js";
import type { DocumentDraft } from "../parse/draft.js";
import type { Result } from "../source/diagnostic.js";
import type { Source } from "../source/source.js";
import { isListOf, isObject, isString, entryIn, type Loose } from "./entry.js";
import type { Store } from "./store.js";

/** Parses a document. */
type Parse = (source: Source, dialect: Dialect) => Result<DocumentDraft>;

/** A document and its draft. All ranges refer to one object for the document, which V8's form stores once. */
interface Entry extends Result<DocumentDraft> {
  readonly source: Source;
  /** The digest of the dialect. */
  readonly dialect: string;
}

/** Drafts of earlier runs by the paths of their documents: one that has not changed is not parsed again. */
export class DraftCache {
  readonly #parse: Parse;
  readonly #store: Store;
  /** Digests of the dialects. */
  readonly #texts = new Map<Dialect, string>();
  /** The entries of this run, and those of the last one that are no longer right, by their paths. */
  readonly #used = new Map<string, Entry>();
  readonly #replaced = new Map<string, Entry>();

  constructor(parse: Parse, store: Store) {
    this.#parse = parse;
    this.#store = store;
  }

  parse(source: Source, dialect: Dialect): Result<DocumentDraft> {
    const name = `${digestOf(source.path)}.draft`;
    const known = entryIn<Entry>(this.#store.read(name), isEntry);
    const words = this.#textOf(dialect);
    const isSame = known !== undefined && known.dialect === words;
    if (isSame && isSameSource(known.source, source)) {
      this.#used.set(source.path, known);
      return known;
    }
    if (known !== undefined) this.#replaced.set(source.path, known);
    const result = this.#parse(source, dialect);
    const entry: Entry = { source, dialect: words, ...result };
    this.#used.set(source.path, entry);
    this.#store.write(name, serialize(entry));
    return result;
  }

  /** Parses a document of the last run, which may have changed since, or be in another dialect. */
  parseOld(source: Source, dialect: Dialect): DocumentDraft {
    const words = this.#textOf(dialect);
    const known = [this.#used, this.#replaced]
      .map((entries) => entries.get(source.path))
      .find((entry) => entry?.source.text === source.text && entry.dialect === words);
    return known?.value ?? this.#parse(source, dialect).value;
  }

  #textOf(dialect: Dialect): string {
    const known = this.#texts.get(dialect) ?? digestOf(JSON.stringify(dialect));
    this.#texts.set(dialect, known);
    return known;
  }
}

function isSameSource(one: Source, other: Source): boolean {
  return (
    one.path === other.path &&
    one.text === other.text &&
    one.name === other.name &&
    one.revision === other.revision
  );
}

/**
 * Checks the outer shape of an entry. Its inside needs no check against damage, which the checksum of
 * the store tells: another shape there was forged, and so may a right one be. Where such an inside makes
 * a run fail, the run is repeated without the cache.
 */
function isEntry({ source, dialect, value, diagnostics }: Loose): boolean {
  return (
    isSource(source) &&
    isString(dialect) &&
    isObject(value) &&
    isSource(value["source"]) &&
    isString(value["documentation"]) &&
    isTables(value["tables"]) &&
    [
      value["topics"],
      value["declarations"],
      value["calls"],
      value["examples"],
      value["suppressions"],
    ].every((list) => isListOf(list, isObject)) &&
    isListOf(diagnostics, isDiagnostic)
  );
}

function isTables(value: unknown): boolean {
  return isObject(value) && [value["read"], value["unread"]].every(Number.isSafeInteger);
}

function isSource(value: unknown): boolean {
  return isObject(value) && isString(value["path"]) && isString(value["text"]);
}

function isDiagnostic(value: unknown): boolean {
  if (!isObject(value) || !isObject(value["range"])) return false;
  const { rule, severity, sentence, range } = value;
  return [rule, severity, sentence].every(isString) && isSource((range as Loose)["source"]);
}
