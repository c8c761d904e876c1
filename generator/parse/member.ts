import type { Table } from "mdast";
import type { ParseContext } from "./context.js";
import { go } from "../dialect/go.js";
import { parseTag } from "../go/tag.js";
import { parseGoType } from "../go/type.js";
import type {
  Documentation,
  EmbeddingDraft,
  FieldDraft,
  MemberDraft,
  TagDraft,
} from "../go/draft.js";
import type { SourceText } from "../source/source.js";
import type { CellContent } from "./cell.js";
import { isAbsent, isBlank, isTodo, isValidName, reportBareText, requiredCode } from "./row.js";
import { rowsOf, type Row } from "./table.js";

type FieldRow = Row<(typeof go.fields.columns)[number]>;

/** Reads a field table; rows that are neither fields nor embeddings are reported. */
export function tableMembers(table: Table, context: ParseContext): MemberDraft[] {
  return rowsOf(table, go.fields, context).flatMap((row) => memberOf(row, context) ?? []);
}

function memberOf(row: FieldRow, context: ParseContext): MemberDraft | undefined {
  if (isTodo(row, context)) return undefined;
  // A lone dash needs no back-ticks: it is how tables say "nothing".
  reportBareText(row, (text) => text === "-", context);
  const { Name, JSON, XML, Type } = row.cells;
  if (isUnnamed(Name) && isBlank(JSON))
    return rowEmbedding(Type, "Type", row.documentation, context);
  if (!isAbsent(Type)) return rowField(row, context);
  if (isBlank(JSON) && isBlank(XML)) return rowEmbedding(Name, "Name", row.documentation, context);
  reportTagOfEmbedding(row, context);
  return undefined;
}

/** A row without a type is an embedding, whose fields have the tags; or a type has been forgotten. */
function reportTagOfEmbedding({ cells }: FieldRow, context: ParseContext): void {
  if (cells.Name.kind === "text") return;
  const hint = "or leave the tags empty, for an embedding";
  const parameters = { column: "Type", text: cells.Type.text };
  context.report("missing-cell", cells.Type.range, parameters, { hint });
}

/** An embedding: its type stands in the column Type, or without a tag and a type in Name. */
function rowEmbedding(
  cell: CellContent,
  column: string,
  documentation: Documentation,
  context: ParseContext,
): EmbeddingDraft | undefined {
  const source = requiredCode(cell, column, context);
  return (
    source && { kind: "embedding", type: parseGoType(source, context.report), ...documentation }
  );
}

function rowField(
  { cells, documentation }: FieldRow,
  context: ParseContext,
): FieldDraft | undefined {
  const name = requiredCode(cells.Name, "Name", context);
  const typeText = requiredCode(cells.Type, "Type", context);
  const type = typeText && parseGoType(typeText, context.report);
  const tag = cellTag(cells.JSON, name ?? cells.Name, context);
  if (name === undefined || type === undefined || !isValidName(name, context)) return undefined;
  const xmlName = cells.XML.text;
  return {
    kind: "field",
    name,
    tag,
    ...(xmlName === "" ? {} : { xmlName }),
    type,
    ...documentation,
  };
}

function cellTag(cell: CellContent, name: SourceText, context: ParseContext): TagDraft {
  if (cell.kind === "code" && cell.text !== "") return parseTag(cell, name, context.report);
  if (cell.text === "-") return { kind: "ignored" };
  return { kind: "named", wireName: name, omitEmpty: false, quoted: false };
}

function isUnnamed(cell: CellContent): boolean {
  return cell.kind === "code" && cell.text === "";
}
