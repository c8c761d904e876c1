import type { Table } from "mdast";
import type { FieldRole } from "../../dialect/dialect.js";
import { meaningOf } from "../../dialect/dialect.js";
import type { Documentation, MeaningDraft, NamedXmlTagDraft } from "../../go/draft.js";
import { typesIn, type GoType } from "../../go/ast.js";
import { camelCase } from "../../names.js";
import type { SourceText } from "../../source/source.js";
import { paragraphs, sourceOf } from "../../source/text.js";
import type { CellContent } from "../cell.js";
import type { ParseContext } from "../context.js";
import { meaningAndText } from "../meaning.js";
import { rowsOf, type Row } from "../table.js";
import { withoutBodyRow } from "./body.js";
import { HEADER, OUTSIDE, placeOf, type Place } from "./places.js";
import { plainText } from "./plain.js";
import { nameAsWritten } from "./row-name.js";
import { shiftedRoles } from "./tables.js";
import { isOpen, typeOfWords } from "./types.js";

/** A field with the fields of the object that it holds, if a table describes them. */
export interface FieldNode extends Documentation, Place {
  /** The name on the wire. */
  readonly name: SourceText;
  type: GoType;
  readonly meaning?: MeaningDraft | undefined;
  /** Whether only the paths of other rows name the field. */
  readonly isImplied?: boolean;
  /** The place in XML, if the field is in a message in XML. */
  readonly xml?: NamedXmlTagDraft;
  /** The words of a type of which the type in the output says nothing, unless the fields of the object are known. */
  readonly lostType?: string | undefined;
  readonly children: FieldNode[];
  /** The fields of another object, if the documentation refers to its section. */
  sameAs?: FieldNode[] | undefined;
}

/** Objects nested deeper are taken for a mistake, as those of examples are. */
export const DEEPEST = 100;

/** Reads a table of fields; dotted and indented rows belong to the field above them. */
export function fieldsOf(table: Table, context: ParseContext): FieldNode[] {
  const roots: FieldNode[] = [];
  const { columns } = context.dialect;
  const open: { depth: number; nodes: FieldNode[] }[] = [{ depth: -1, nodes: roots }];
  const namesakes = new NodesByName();
  for (const row of rowsOf(table, columns.fields, context, shiftedRoles(table, context))) {
    const { position } = row.cells;
    if (OUTSIDE.test(position.text)) {
      context.report("skipped-row", position.range, { text: position.text });
      continue;
    }
    const names = namesOf(row, context);
    const [name] = names;
    if (name === undefined) continue;
    while (open.length > 1 && (open.at(-1)?.depth ?? -1) >= name.depth) open.pop();
    if (open.length - 1 + name.path.length > DEEPEST) {
      context.report("deep-row", name.place.range, { most: DEEPEST });
      break;
    }
    const siblings = open.at(-1)?.nodes ?? roots;
    const nodes = names.map((each) =>
      nodeOf(row, { ...each, isChoice: names.length > 1 }, context),
    );
    const [node] = nodes;
    if (node === undefined) continue;
    if (HEADER.test(position.text)) {
      roots.push(...asHeaders(nodes));
      continue;
    }
    const parents = parentsOf(siblings, name.path.slice(0, -1), node, namesakes);
    parents.push(...nodes);
    open.push({ depth: name.depth, nodes: node.children });
  }
  const fields = withoutBodyRow(roots, context);
  reportScalarParents(fields, context);
  return fields;
}

/** Returns fields of a table of headers, whose types are texts if the table has none. */
export function asHeaders(fields: readonly FieldNode[]): FieldNode[] {
  return fields.map((field) => {
    const { type } = field;
    const isUntyped = type.kind === "any";
    return {
      ...field,
      isHeader: true,
      ...(isUntyped && { type: { kind: "name", name: "string", range: type.range } }),
    };
  });
}

/** Reports fields whose type has no fields, and rows below them that have them for an object. */
function reportScalarParents(nodes: readonly FieldNode[], context: ParseContext): void {
  for (const { name, type, children } of nodes) {
    if (children.length > 0 && !isOpen(type)) {
      const parameters = { name: name.text, child: children[0]?.name.text ?? "" };
      context.report("scalar-parent", type.range, parameters);
    }
    reportScalarParents(children, context);
  }
}

interface FieldName {
  /** The names of the objects around the field, and its own. */
  readonly path: readonly string[];
  readonly place: SourceText;
  /** How far the row is indented. */
  readonly depth: number;
  readonly mark: string;
  /** How many marks of a list are behind the name. */
  readonly lists: number;
  readonly note: string;
}

const INDENT =
  /^(?:(?:&nbsp;|&emsp;|&ensp;|\u3000|\s)*(?:[»›│↳>+·→∟▸•◦]|└─*|├─*|--?)\s*|(?:&nbsp;|&emsp;|&ensp;|\u3000|\s)+)+/;

/** A choice of two names: `type 或 sub_type`. */
const CHOICE = /^([A-Za-z_]\w*)\s*(?:或|\bor\b|\/|、)\s*([A-Za-z_]\w*)$/;

/** Reads the name of a row: its indentation, the path to the field, and marks behind it; or two names. */
function namesOf(row: Row<FieldRole>, context: ParseContext): FieldName[] {
  const { range } = row.cells.name;
  const source = sourceOf(range);
  const choice = CHOICE.exec(plainText(source))?.slice(1);
  if (choice === undefined) return [nameOf(row, context)].filter((name) => name !== undefined);
  return choice.map((text): FieldName => {
    const start = range.start + source.indexOf(text);
    const place = { text, range: { ...range, start, end: start + text.length } };
    return { path: [text], place, depth: 0, mark: "", lists: 0, note: "" };
  });
}

function nameOf({ cells }: Row<FieldRole>, context: ParseContext): FieldName | undefined {
  const { range } = cells.name;
  const source = sourceOf(range);
  const [indent = ""] = INDENT.exec(source) ?? [];
  const written = source.slice(indent.length);
  const [first = "", , code] = /^(`+)([^`]+)\1(?=\s)/.exec(written) ?? [];
  // Behind a name in code may be a badge.
  const text =
    code === undefined
      ? nameAsWritten(plainText(written))
      : `${code.trim()} （${plainText(written.slice(first.length))}）`;
  const [, name = "", lists = "", mark = "", behind = ""] =
    /^([^\s?？*†‡[\]（(]+(?:(?:\[\])+\.[^\s?？*†‡[\]（(]+)*)((?:\[\])*)([\s?？*†‡]*)(.*)$/u.exec(
      text,
    ) ?? [];
  const note = behind.replace(/^（\s*）$/, "");
  const path = name.split(/\.(?=.)/);
  const last = path.at(-1) ?? "";
  const isName = camelCase(last) !== "" && (note === "" || /^[（([*]/.test(note));
  if (!isName || isNoRow(cells, text, context)) {
    reportRow(cells, text, context);
    return undefined;
  }
  const start = range.start + Math.max(0, source.lastIndexOf(last));
  const place = { text: last, range: { ...range, start, end: start + last.length } };
  const depth = [...indent.matchAll(/[»›└├│↳>+·→∟▸•◦\u3000-]|&nbsp;|&emsp;|&ensp;/g)].length;
  return { path, place, depth, mark, lists: lists.length / 2, note };
}

/** Tells whether a row of a page without types has a name in letters that no field has, such as `合计`. */
function isNoRow({ type }: Row<FieldRole>["cells"], name: string, { dialect }: ParseContext) {
  return dialect.continuedRows && type.text === "" && !/[A-Za-z_]/.test(name);
}

/** Reports a row without the name of a field; pages of tables without types have rows of other kinds. */
function reportRow(
  { name: { range }, type, doc }: Row<FieldRole>["cells"],
  text: string,
  { dialect, report }: ParseContext,
): void {
  const isOmission = /^(?:\.{3,}|…+|-|)$/.test(text);
  if (!isOmission && !dialect.continuedRows) report("unread-row", range, { text });
  else if (text !== "" || type.text !== "") report("skipped-row", range, { text });
  else if (dialect.continuedRows && doc.text !== "")
    report("skipped-row", doc.range, { text: doc.text });
}

function nodeOf(
  { cells, documentation, notes }: Row<FieldRole>,
  { place, mark, lists, note, isChoice }: FieldName & { readonly isChoice: boolean },
  context: ParseContext,
): FieldNode {
  const type = typeIn(cells.type, place, context);
  const { meaning, misplaced } = meaningAndText(cells, context);
  const isOptional = isChoice || /[?？]/.test(mark);
  const listed = type.kind === "list" ? type : listOf(type, lists);
  return {
    name: place,
    ...placeOf(cells.position.text),
    type: listed,
    meaning: isOptional ? { required: { value: false, range: place.range }, ...meaning } : meaning,
    ...documentation,
    documentation: paragraphs([documentation.documentation, misplaced, note, ...notes]),
    lostType: lostWords(cells.type, type, context),
    children: [],
  };
}

function typeIn(cell: CellContent, name: SourceText, { dialect }: ParseContext): GoType {
  const isAbsent =
    /^\\?[-—/]?$/.test(cell.text) || meaningOf(dialect.flags, cell.text) !== undefined;
  if (isAbsent && cell.kind !== "code")
    return { kind: "any", range: cell.kind === "blank" ? name.range : cell.range };
  return typeOfWords(cell, dialect);
}

/** Returns the words of a type of which the type in the output says nothing. */
function lostWords(
  { text }: CellContent,
  type: GoType,
  { dialect }: ParseContext,
): string | undefined {
  // Examples say more than `object`.
  if (dialect.examples === "example") return undefined;
  const plain = plainText(text);
  const isKnown =
    /^[-—/]?$/.test(plain) || meaningOf(dialect.types, plain.toLowerCase()) !== undefined;
  const isLost = !isKnown && typesIn(type).some(({ kind }) => kind === "any");
  return isLost ? `Type: ${plain}` : undefined;
}

/** Returns the type of lists, as many in each other as there are marks. */
function listOf(element: GoType, marks: number): GoType {
  if (marks === 0) return element;
  return { kind: "list", element: listOf(element, marks - 1), range: element.range };
}

/** Returns the fields of the object that a path leads to; objects without a row are added. */
function parentsOf(
  nodes: FieldNode[],
  path: readonly string[],
  { name, type }: FieldNode,
  namesakes: NodesByName,
): FieldNode[] {
  let fields = nodes;
  for (const part of path) {
    const [text = part] = part.split("[]", 1);
    const open = listOf({ kind: "any", range: type.range }, (part.length - text.length) / 2);
    let parent = namesakes.firstIn(fields, text);
    if (parent?.type.kind === "any") parent.type = { ...open, range: parent.type.range };
    if (parent === undefined) {
      parent = {
        name: { text, range: name.range },
        type: open,
        documentation: "",
        isImplied: true,
        children: [],
      };
      fields.push(parent);
    }
    fields = parent.children;
  }
  return fields;
}

/** The first field of each name in lists that grow: to look through a list for each row takes quadratic time. */
class NodesByName {
  readonly #known = new Map<
    readonly FieldNode[],
    { seen: number; first: Map<string, FieldNode> }
  >();

  firstIn(nodes: readonly FieldNode[], name: string): FieldNode | undefined {
    const known = this.#known.get(nodes) ?? { seen: 0, first: new Map<string, FieldNode>() };
    this.#known.set(nodes, known);
    for (; known.seen < nodes.length; known.seen++) {
      const node = nodes[known.seen];
      if (node !== undefined && !known.first.has(node.name.text)) {
        known.first.set(node.name.text, node);
      }
    }
    return known.first.get(name);
  }
}
