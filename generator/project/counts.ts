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
  return others.reduce(
    (sum, counts) => ({
      documents: sum.documents + counts.documents,
      models: sum.models + counts.models,
      enums: sum.enums + counts.enums,
      aliases: sum.aliases + counts.aliases,
      constants: sum.constants + counts.constants,
      fields: sum.fields + counts.fields,
      calls: sum.calls + counts.calls,
    }),
    first,
  );
}

/** The counts of a spec that was not read. */
export const NO_COUNTS: Counts = countsOf({ documents: [] });
