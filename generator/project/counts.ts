import type { Api, Counts, TableCounts } from "../model/api.js";
import type { DocumentDraft } from "../parse/draft.js";

/** Counts what documents say. */
export function countsOf({ documents }: Api, drafts: readonly DocumentDraft[]): Counts {
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
    callbacks: documents.flatMap((document) => document.callbacks).length,
    tables: tablesOf(drafts.map(({ tables }) => tables)),
  };
}

/** Adds up the counts of several specifications. */
export function sumOf([first = NO_COUNTS, ...others]: readonly Counts[]): Counts {
  return others.reduce((sum, { tables, ...counts }) => {
    const kinds = Object.keys(counts) as (keyof typeof counts)[];
    const sums = Object.fromEntries(kinds.map((kind) => [kind, sum[kind] + counts[kind]]));
    return { ...(sums as typeof counts), tables: tablesOf([sum.tables, tables]) };
  }, first);
}

function tablesOf(counts: readonly TableCounts[]): TableCounts {
  return {
    read: counts.reduce((sum, { read }) => sum + read, 0),
    unread: counts.reduce((sum, { unread }) => sum + unread, 0),
  };
}

/** The counts of a spec that was not read. */
export const NO_COUNTS: Counts = countsOf({ documents: [] }, []);
