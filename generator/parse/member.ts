import type { Table } from "mdast";
import type { VFile } from "vfile";
import { characterHint } from "../diagnostics/hints.js";
import { report } from "../diagnostics/report.js";
import { parseTag } from "../go/tag.js";
import { parseGoType } from "../go/type.js";
import type { EmbeddingDraft, FieldDraft, MemberDraft, TagDraft } from "../ir/draft.js";
import type { SourceText } from "../ir/source.js";
import { isGoIdentifier } from "../names.js";
import { placeOf, textOf, type CellContent } from "./cell.js";
import { isAbsent, isBlank, isTodo, reportBareText, requiredCode, sourceTextOf } from "./row.js";
import { FIELD_SCHEMA } from "./columns.js";
import { rowsOf, type Row } from "./table.js";

type FieldRow = Row<(typeof FIELD_SCHEMA.columns)[number]>;

/** Reads a field table; rows that are neither fields nor embeddings are reported. */
export function membersOf(table: Table, file: VFile): MemberDraft[] {
  return rowsOf(table, FIELD_SCHEMA, file).flatMap((row) => memberOf(row) ?? []);
}

function memberOf(row: FieldRow): MemberDraft | undefined {
  if (isTodo(row)) return undefined;
  // A lone dash needs no back-ticks: it is how tables say "nothing".
  reportBareText(row, (text) => text === "-");
  const { Name, JSON, XML, Type } = row.cells;
  if (isUnnamed(Name) && isBlank(JSON)) return embeddingOf(Type, "Type", row.documentation);
  if (!isAbsent(Type)) return fieldOf(row);
  if (isBlank(JSON) && isBlank(XML)) return embeddingOf(Name, "Name", row.documentation);
  reportTagOfEmbedding(row);
  return undefined;
}

/** A row without a type is an embedding, whose fields have the tags; or a type has been forgotten. */
function reportTagOfEmbedding({ cells }: FieldRow): void {
  if (cells.Name.kind === "text") return;
  const hint = "or leave the tags empty, for an embedding";
  report(
    "missing-cell",
    placeOf(cells.Type),
    { column: "Type", text: textOf(cells.Type) },
    { hint },
  );
}

/** An embedding: its type stands in the column Type, or without a tag and a type in Name. */
function embeddingOf(
  cell: CellContent,
  column: string,
  documentation: string,
): EmbeddingDraft | undefined {
  const source = requiredCode(cell, column);
  return source && { kind: "embedding", type: parseGoType(source), documentation };
}

function fieldOf({ cells, documentation }: FieldRow): FieldDraft | undefined {
  const name = requiredCode(cells.Name, "Name");
  const typeText = requiredCode(cells.Type, "Type");
  const type = typeText && parseGoType(typeText);
  const tag = tagOf(cells.JSON, name ?? sourceTextOf(cells.Name));
  if (name === undefined || type === undefined || !isValidName(name)) return undefined;
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

function tagOf(cell: CellContent, name: SourceText): TagDraft {
  if (cell.kind === "code" && cell.source.text !== "") return parseTag(cell.source, name);
  if (textOf(cell) === "-") return { kind: "ignored" };
  return { kind: "named", wireName: name, omitEmpty: false, quoted: false };
}

function isValidName(name: SourceText): boolean {
  if (isGoIdentifier(name.text)) return true;
  report("invalid-identifier", name.range, { name: name.text }, { hint: characterHint(name.text) });
  return false;
}

function isUnnamed(cell: CellContent): boolean {
  return cell.kind === "code" && cell.source.text === "";
}
