import type { RootContent, Table } from "mdast";
import { SKIP, visit } from "unist-util-visit";
import type { ParseContext } from "./context.js";
import type { DocumentDraft } from "./draft.js";

/** Counts the tables of a document that were read, and all others, those in lists included. */
export function countTables(
  content: readonly RootContent[],
  { readTables }: ParseContext,
): DocumentDraft["tables"] {
  let read = 0;
  let unread = 0;
  const count = (table: Table) => {
    if (readTables.has(table)) read++;
    else unread++;
    // No table holds another one, and its cells are most of a document.
    return SKIP;
  };
  for (const node of content) {
    if (node.type === "table") count(node);
    else if (node.type === "list") visit(node, "table", count);
  }
  return { read, unread };
}
