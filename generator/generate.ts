import { VFile } from "vfile";
import { hasErrors } from "./diagnostics/report.js";
import { emitSdk } from "./emit/sdk.js";
import type { Api, Counts } from "./ir/api.js";
import type { SpecFile, Templates } from "./ir/files.js";
import { linkApi, type UnresolvedMode } from "./link/api.js";
import { MANIFEST_PATH, manifestOf } from "./manifest.js";
import { parseDocument } from "./parse/document.js";

export interface GenerateOptions {
  readonly templates: Templates;
  /** What to do about a type that no document defines; default `error`. */
  readonly unresolved?: UnresolvedMode;
}

export interface GenerateResult {
  /** The documents in order of their paths, with everything that was reported about them. */
  readonly documents: readonly VFile[];
  /** Texts of the output by path; empty where a document has an error. */
  readonly files: ReadonlyMap<string, string>;
  readonly counts: Counts;
}

/**
 * Generates a package: documents in, texts and messages out. The order of the documents does not
 * matter. It never throws on account of a document; what is wrong stands in the messages.
 */
export async function generate(
  specFiles: readonly SpecFile[],
  { templates, unresolved = "error" }: GenerateOptions,
): Promise<GenerateResult> {
  const documents = specFiles.map(documentOf).toSorted(byPath);
  const api = linkApi(documents.map(parseDocument), { unresolved });
  const counts = countsOf(api);
  if (hasErrors(documents)) return { documents, files: new Map(), counts };
  // The printer is large, and a spec with errors does not need it.
  const { printFiles } = await import("./print.js");
  const files = await printFiles(emitSdk(api, templates));
  files.set(MANIFEST_PATH, manifestOf([...files.keys()]));
  return { documents, files: new Map([...files].toSorted(byKey)), counts };
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

function byKey([one]: readonly [string, string], [other]: readonly [string, string]): number {
  return one < other ? -1 : Number(one > other);
}
