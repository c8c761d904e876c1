import { report } from "../diagnostics/report.js";
import { parseTag } from "../go/tag.js";
import { parseGoType } from "../go/type.js";
import type { EmbeddingDraft, FieldDraft, MemberDraft } from "../ir/draft.js";
import type { SourceText } from "../ir/source.js";
import { isGoIdentifier } from "../names.js";
import { placeOf, textOf, type CellContent } from "./cell.js";
import type { FieldRow } from "./table.js";

/** Reads a row as a field or an embedding; a row that is neither, or a `TODO`, is reported. */
export function memberOf(row: FieldRow): MemberDraft | undefined {
  if (isTodo(row) || !hasCodeSpans(row)) return undefined;
  if (isUnnamed(row.name)) return unnamedEmbeddingOf(row);
  if (isBlank(row.json) && isBlank(row.xml) && isAbsent(row.type)) return namedEmbeddingOf(row);
  return fieldOf(row);
}

/** An embedding spelled ``` ``|``|`Type` ```. */
function unnamedEmbeddingOf(row: FieldRow): EmbeddingDraft | undefined {
  if (!isBlank(row.json)) {
    const tag = textOf(row.json);
    report("invalid-tag", placeOf(row.json), { tag, expected: "no tag on an embedding" });
  }
  return embeddingOf(row.type, "Type", row.documentation);
}

/** An embedding spelled ``` `Type`||- ```: the name is the type. */
function namedEmbeddingOf(row: FieldRow): EmbeddingDraft | undefined {
  return embeddingOf(row.name, "Name", row.documentation);
}

function embeddingOf(
  cell: CellContent,
  column: string,
  documentation: string,
): EmbeddingDraft | undefined {
  const source = requiredText(cell, column);
  const type = source && parseGoType(source);
  return type && { kind: "embedding", type, documentation };
}

function fieldOf(row: FieldRow): FieldDraft | undefined {
  const name = requiredText(row.name, "Name");
  const typeText = requiredText(row.type, "Type");
  if (name === undefined || typeText === undefined) return undefined;
  if (!isGoIdentifier(name.text)) {
    report("invalid-identifier", name.range, { name: name.text });
    return undefined;
  }
  const type = parseGoType(typeText);
  const tag = isBlank(row.json)
    ? ({ kind: "named", wireName: name, omitEmpty: false, quoted: false } as const)
    : parseTag(sourceTextOf(row.json), name);
  if (type === undefined || tag === undefined) return undefined;
  const xmlName = textOf(row.xml);
  return {
    kind: "field",
    name,
    tag,
    ...(xmlName === "" ? {} : { xmlName }),
    type,
    documentation: row.documentation,
  };
}

/** The columns that hold code, by the title that messages call them. */
function codeCellsOf(row: FieldRow): readonly (readonly [column: string, cell: CellContent])[] {
  return [
    ["Name", row.name],
    ["JSON", row.json],
    ["XML", row.xml],
    ["Type", row.type],
  ];
}

function isTodo(row: FieldRow): boolean {
  for (const [column, cell] of codeCellsOf(row)) {
    if (textOf(cell) !== "TODO") continue;
    report("skipped-todo", placeOf(cell), { column });
    return true;
  }
  return false;
}

function hasCodeSpans(row: FieldRow): boolean {
  let valid = true;
  for (const [column, cell] of codeCellsOf(row)) {
    // A lone dash needs no back-ticks: it is how tables say "nothing".
    if (cell.kind !== "text" || cell.source.text === "-") continue;
    report("missing-code-span", cell.source.range, { column, text: cell.source.text });
    valid = false;
  }
  return valid;
}

function isUnnamed(cell: CellContent): boolean {
  return cell.kind === "code" && cell.source.text === "";
}

/** Whether a cell of the JSON column says that there is no tag. */
function isBlank(cell: CellContent): cell is Exclude<CellContent, { kind: "text" }> {
  return textOf(cell) === "";
}

/** Whether a cell holds nothing, or the dash that stands for it. */
function isAbsent(cell: CellContent): boolean {
  return isBlank(cell) || textOf(cell) === "-";
}

function requiredText(cell: CellContent, column: string): SourceText | undefined {
  const text = textOf(cell);
  if (text !== "" && text !== "-") return sourceTextOf(cell);
  report("missing-cell", placeOf(cell), { column });
  return undefined;
}

function sourceTextOf(cell: CellContent): SourceText {
  return { text: textOf(cell), range: placeOf(cell) };
}
