import type { Api, Counts } from "../model/api.js";

/** Counts what documents say. */
export function countsOf({ modules }: Api): Counts {
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

/** The counts of a spec that was not read. */
export const NO_COUNTS: Counts = countsOf({ modules: [] });
