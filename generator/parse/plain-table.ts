import type { Extension as FromMarkdownExtension } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";

type Table = ReturnType<typeof gfmTable>;
type Construct = Exclude<NonNullable<NonNullable<Table["flow"]>[string]>, readonly unknown[]>;
type Resolver = NonNullable<Construct["resolveAll"]>;
type Event = Parameters<Resolver>[0][number];
type Token = Event[1];

/** A cell of a row, and the text in it. */
interface Cell {
  readonly token: Token;
  text?: Token;
}

declare module "micromark-util-types" {
  interface Token {
    /** Of a row of a table. */
    cells?: Cell[];
  }
}

/**
 * Tables whose cells are texts as they stand. The dialect reads nothing inside of a line, and a
 * tokenizer for each cell finds one piece of text. Measured with `lint` on the 1,430 models of
 * `test/bench/generate/varied.ts`: 1.54 s; with the tables of the library as they are, 2.07 s.
 */
export function plainTable(): Table {
  const table = gfmTable().flow?.null as Construct;
  const resolveAll: Resolver = (events, context) => {
    return withoutCells(table.resolveAll?.(events, context) ?? events);
  };
  return { flow: { null: { ...table, resolveAll } } };
}

/** Takes the cells out of events, and keeps them with their rows. */
function withoutCells(events: readonly Event[]): Event[] {
  let row: Token | undefined;
  return events.filter(([kind, token]) => {
    if (token.type === "tableRow") {
      row = kind === "enter" ? token : undefined;
      token.cells ??= [];
      return true;
    }
    if (row === undefined) return true;
    const isCell = token.type === "tableHeader" || token.type === "tableData";
    const cell = row.cells?.at(-1);
    if (kind === "enter" && isCell) row.cells?.push({ token });
    else if (token.type === "chunkText" && cell !== undefined) cell.text ??= token;
    return false;
  });
}

/** The nodes of such tables, equal to those of a table with nothing but text in its cells. */
export function plainTableFromMarkdown(): FromMarkdownExtension[] {
  const rows: FromMarkdownExtension = {
    exit: {
      tableRow(row) {
        for (const { token, text } of row.cells ?? []) {
          this.enter({ type: "tableCell", children: [], position: undefined }, token);
          if (text !== undefined) {
            const value = this.sliceSerialize(text);
            this.enter({ type: "text", value, position: undefined }, text);
            this.exit(text);
          }
          this.exit(token);
        }
        this.exit(row);
      },
    },
  };
  return [gfmTableFromMarkdown(), rows];
}
