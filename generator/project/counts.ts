import type { Api, Counts } from "../model/api.js";

/** Counts what documents say. */
export function countsOf({ documents }: Api): Counts {
  const declarations = documents.flatMap((document) => document.declarations);
  const count = (kind: string) => declarations.filter((one) => one.kind === kind).length;
  return {
    documents: documents.length,
    models: count("model"),
    enums: count("enum"),
    aliases: count("alias"),
    constants: count("constant"),
    fields: declarations.flatMap((one) => (one.kind === "model" ? one.ownFields : [])).length,
    calls: documents.flatMap((document) => document.calls).length,
  };
}

/** Adds up the counts of several specifications. */
export function sumOf([first = NO_COUNTS, ...others]: readonly Counts[]): Counts {
  const kinds = Object.keys(first) as (keyof Counts)[];
  return others.reduce((sum, counts) => {
    const entries = kinds.map((kind) => [kind, sum[kind] + counts[kind]]);
    return Object.fromEntries(entries) as Record<keyof Counts, number>;
  }, first);
}

/** The counts of a spec that was not read. */
export const NO_COUNTS: Counts = countsOf({ documents: [] });
