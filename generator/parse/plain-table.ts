import type { Extension as FromMarkdownExtension } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";

type Table = ReturnType<typeof gfmTable>;
type Construct = Exclude<NonNullable<NonNullable<Table["flow"]>[string]>, readonly unknown[]>;
type Resolver = NonNullable<Construct["resolveAll"]>;

declare module "micromark-util-types" {
  interface TokenTypeMap {
    /** The text of a cell. */
    tableText: "tableText";
  }
}

/**
 * Tables whose cells are texts as they stand. The dialect reads nothing inside of a line, and a
 * tokenizer for each cell, which finds one piece of text, would take a fifth of the time of a document.
 */
export function plainTable(): Table {
  const table = gfmTable().flow?.null as Construct;
  const resolveAll: Resolver = (given, context) => {
    const resolved = table.resolveAll?.(given, context) ?? given;
    const { events } = context;
    for (const [index, [, token]] of events.entries()) {
      const end = events[index + 1];
      if (end === undefined || token.type !== "chunkText") continue;
      if (events[index - 1]?.[1].type !== "tableContent") continue;
      token.type = "tableText";
      delete token.contentType;
      // The cell ends with another token where it has several words.
      end[1] = token;
    }
    return resolved;
  };
  return { flow: { null: { ...table, resolveAll } } };
}

/** What the tree has of such tables: the same as of others without anything but text in their cells. */
export function plainTableFromMarkdown(): FromMarkdownExtension[] {
  const text: FromMarkdownExtension = {
    exit: {
      tableText(token) {
        const node = { type: "text" as const, value: this.sliceSerialize(token) };
        this.enter({ ...node, position: undefined }, token);
        this.exit(token);
      },
    },
  };
  return [gfmTableFromMarkdown(), text];
}
