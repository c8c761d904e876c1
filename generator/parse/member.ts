import type { Table } from "mdast";
import type { VFile } from "vfile";
import { report } from "../diagnostics/report.js";
import { parseTag } from "../go/tag.js";
import { parseGoType } from "../go/type.js";
import type { EmbeddingDraft, FieldDraft, MemberDraft } from "../ir/draft.js";
import { isGoIdentifier } from "../names.js";
import { placeOf, textOf, type CellContent } from "./cell.js";
import { hasCodeSpans, isAbsent, isBlank, isTodo, requiredText, sourceTextOf } from "./row.js";
import { rowsOf, type Row } from "./table.js";

const SCHEMA = {
  columns: ["Name", "JSON", "XML", "Type", "Doc"],
  required: ["Name", "Type"],
} as const;

type FieldRow = Row<(typeof SCHEMA.columns)[number]>;

/** Reads a field table; rows that are neither fields nor embeddings are reported. */
export function membersOf(table: Table, file: VFile): MemberDraft[] {
  return rowsOf(table, SCHEMA, file).flatMap((row) => memberOf(row) ?? []);
}

function memberOf(row: FieldRow): MemberDraft | undefined {
  // A lone dash needs no back-ticks: it is how tables say "nothing".
  if (isTodo(row) || !hasCodeSpans(row, (text) => text === "-")) return undefined;
  const { Name, JSON, XML, Type } = row.cells;
  if (isUnnamed(Name)) return unnamedEmbeddingOf(row);
  if (isBlank(JSON) && isBlank(XML) && isAbsent(Type)) return namedEmbeddingOf(row);
  return fieldOf(row);
}

/** An embedding spelled ``` ``|``|`Type` ```. */
function unnamedEmbeddingOf({ cells, documentation }: FieldRow): EmbeddingDraft | undefined {
  if (!isBlank(cells.JSON)) {
    const tag = textOf(cells.JSON);
    report("invalid-tag", placeOf(cells.JSON), { tag, expected: "no tag on an embedding" });
  }
  return embeddingOf(cells.Type, "Type", documentation);
}

/** An embedding spelled ``` `Type`||- ```: the name is the type. */
function namedEmbeddingOf({ cells, documentation }: FieldRow): EmbeddingDraft | undefined {
  return embeddingOf(cells.Name, "Name", documentation);
}

function embeddingOf(
  cell: CellContent,
  column: string,
  documentation: string,
): EmbeddingDraft | undefined {
  const source = requiredText(cell, column);
  return source && { kind: "embedding", type: parseGoType(source), documentation };
}

function fieldOf({ cells, documentation }: FieldRow): FieldDraft | undefined {
  const name = requiredText(cells.Name, "Name");
  const typeText = requiredText(cells.Type, "Type");
  if (name === undefined || typeText === undefined) return undefined;
  if (!isGoIdentifier(name.text)) {
    report("invalid-identifier", name.range, { name: name.text });
    return undefined;
  }
  const type = parseGoType(typeText);
  const tag = isBlank(cells.JSON)
    ? ({ kind: "named", wireName: name, omitEmpty: false, quoted: false } as const)
    : parseTag(sourceTextOf(cells.JSON), name);
  const xmlName = textOf(cells.XML);
  return {
    kind: "field",
    name,
    tag,
    ...(xmlName === "" ? {} : { xmlName }),
    type,
    documentation,
  };
}

function isUnnamed(cell: CellContent): boolean {
  return cell.kind === "code" && cell.source.text === "";
}
