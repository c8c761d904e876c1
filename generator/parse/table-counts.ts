import type { RootContent } from "mdast";
import { visit } from "unist-util-visit";
import type { ParseContext } from "./context.js";
import type { DocumentDraft } from "./draft.js";

/** Counts the tables of a document that were read, and all others, those in lists included. */
export function countTables(
  content: readonly RootContent[],
  { readTables }: ParseContext,
): DocumentDraft["tables"] {
  let read = 0;
  let unread = 0;
  for (const node of content) {
    if (node.type === "table" || node.type === "list") {
      visit(node, "table", (table) => {
        if (readTables.has(table)) read++;
        else unread++;
      });
    }
  }
  return { read, unread };
}
