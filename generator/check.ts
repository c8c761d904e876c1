import { VFile } from "vfile";
import type { Api, Counts } from "./ir/api.js";
import type { SpecFile } from "./ir/files.js";
import { linkApi, type UnresolvedMode } from "./link/api.js";
import { parseDocument } from "./parse/document.js";

export interface CheckOptions {
  /** What to do about a type that no document defines; default `error`. */
  readonly unresolved?: UnresolvedMode | undefined;
}

export interface CheckResult {
  /** The documents in order of their paths, with everything that was reported about them. */
  readonly documents: readonly VFile[];
  /** What the documents say; it must not be emitted where one of them has an error. */
  readonly api: Api;
  readonly counts: Counts;
}

/**
 * Reads the documents of a spec and reports what is wrong with them. The order of the documents
 * does not matter. It never throws on account of a document.
 */
export function checkSpec(
  specFiles: readonly SpecFile[],
  { unresolved = "error" }: CheckOptions = {},
): CheckResult {
  const documents = specFiles.map(documentOf).toSorted(byPath);
  const api = linkApi(documents.map(parseDocument), { unresolved });
  return { documents, api, counts: countsOf(api) };
}

/** A copy without a byte-order mark and with LF, so that offsets and columns agree. */
function documentOf({ path, value }: SpecFile): VFile {
  const text = value.replace(/^\uFEFF/, "").replaceAll(/\r\n?/g, "\n");
  return new VFile({ path, value: text });
}

function countsOf({ modules }: Api): Counts {
  const declarations = modules.flatMap((module) => module.declarations);
  const count = (kind: string) => declarations.filter((one) => one.kind === kind).length;
  return {
    documents: modules.length,
    models: count("model"),
    enums: count("enum"),
    aliases: count("alias"),
    constants: count("constant"),
    fields: declarations.flatMap((one) => (one.kind === "model" ? one.ownFields : [])).length,
    calls: modules.flatMap((module) => module.calls).length,
  };
}

function byPath(one: VFile, other: VFile): number {
  return one.path < other.path ? -1 : Number(one.path > other.path);
}
