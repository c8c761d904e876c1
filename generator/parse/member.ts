import type { Table } from "mdast";
import type { ParseContext } from "./context.js";
import type { FieldRole } from "../dialect/dialect.js";
import { parseTag } from "../go/tag.js";
import { parseGoType } from "../go/type.js";
import { parseXmlTag, UNNAMED_EMBEDDING } from "../go/xml-tag.js";
import type { EmbeddingDraft, FieldDraft, MemberDraft, TagDraft, WiresDraft } from "../go/draft.js";
import type { SourceText } from "../source/source.js";
import { readCell, type CellContent } from "./cell.js";
import { roleNamed } from "./columns.js";
import { meaningIn, reportMeaning } from "./meaning.js";
import { isAbsent, isBlank, isTodo, isValidName, reportBareText, requiredCode } from "./row.js";
import { rowsOf, type Row } from "./table.js";

type FieldRow = Row<FieldRole>;

/** Reads a field table; rows that are neither fields nor embeddings are reported. */
export function tableMembers(table: Table, context: ParseContext): MemberDraft[] {
  return rowsOf(table, context.dialect.columns.fields, context).flatMap(
    (row) => memberOf(row, context) ?? [],
  );
}

/** Returns the wires that the columns of a field table are about. */
export function tableWires({ children: [header] }: Table, context: ParseContext): WiresDraft {
  const titles = header?.children.map((cell) => readCell(cell, context).text) ?? [];
  const roles = new Set(titles.map((title) => roleNamed(title, context.dialect.columns.fields)));
  return { json: roles.has("tag"), xml: roles.has("xml") };
}

function memberOf(row: FieldRow, context: ParseContext): MemberDraft | undefined {
  if (isTodo(row, context)) return undefined;
  // A lone dash needs no back-ticks: it is how tables say "nothing".
  reportBareText(row, (text) => text === "-", context);
  const { identifier, tag, xml, type } = row.cells;
  if (isUnnamed(identifier) && isBlank(tag)) {
    const embedding = rowEmbedding(type, "Type", row, context);
    return embedding && { ...embedding, ...embeddedTag(xml, context) };
  }
  if (!isAbsent(type)) return rowField(row, context);
  if (isBlank(tag) && isBlank(xml)) return rowEmbedding(identifier, "Name", row, context);
  reportTagOfEmbedding(row, context);
  return undefined;
}

/** A row without a type is an embedding, whose fields have the tags; or a type has been forgotten. */
function reportTagOfEmbedding({ cells }: FieldRow, context: ParseContext): void {
  if (cells.identifier.kind === "text") return;
  const hint = "or leave the tags empty, for an embedding";
  const parameters = { column: "Type", text: cells.type.text };
  context.report("missing-cell", cells.type.range, parameters, { hint });
}

/** An embedding: its type stands in the column Type, or without a tag and a type in Name. */
function rowEmbedding(
  cell: CellContent,
  column: string,
  { cells, documentation }: FieldRow,
  context: ParseContext,
): EmbeddingDraft | undefined {
  reportMeaning(cells, context);
  const source = requiredCode(cell, column, context);
  return (
    source && { kind: "embedding", type: parseGoType(source, context.report), ...documentation }
  );
}

function rowField(
  { cells, documentation }: FieldRow,
  context: ParseContext,
): FieldDraft | undefined {
  const name = requiredCode(cells.identifier, "Name", context);
  const typeText = requiredCode(cells.type, "Type", context);
  const type = typeText && parseGoType(typeText, context.report);
  const tag = cellTag(cells.tag, name ?? cells.identifier, context);
  const xml = cellXmlTag(cells.xml, name ?? cells.identifier, context);
  if (name === undefined || type === undefined || !isValidName(name, context)) return undefined;
  return {
    kind: "field",
    name,
    tag,
    ...xml,
    type,
    ...meaningIn(cells, context),
    ...documentation,
  };
}

/** Returns the effect of a tag for XML on an embedding: XML has the fields of the model in its place. */
function embeddedTag(xml: CellContent, context: ParseContext): Pick<EmbeddingDraft, "outside"> {
  if (xml.text === "-") return { outside: "xml" };
  if (xml.kind === "code" && xml.text !== "") {
    context.report("dubious-tag", xml.range, { tag: xml.text, expected: UNNAMED_EMBEDDING });
  }
  return {};
}

function cellTag(cell: CellContent, name: SourceText, context: ParseContext): TagDraft {
  if (cell.kind === "code" && cell.text !== "") return parseTag(cell, name, context.report);
  if (cell.text === "-") return { kind: "ignored" };
  return { kind: "named", wireName: name, omitEmpty: false, quoted: false };
}

function cellXmlTag(
  cell: CellContent,
  name: SourceText,
  context: ParseContext,
): Pick<FieldDraft, "xml"> {
  if (cell.kind === "code" && cell.text !== "")
    return { xml: parseXmlTag(cell, name, context.report) };
  return cell.text === "-" ? { xml: { kind: "ignored" } } : {};
}

function isUnnamed(cell: CellContent): boolean {
  return cell.kind === "code" && cell.text === "";
}
