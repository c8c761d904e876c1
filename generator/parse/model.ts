import type { Code, Heading, RootContent, Table } from "mdast";
import type { ParseContext } from "./context.js";
import { code } from "../source/code.js";
import { characterHint } from "../source/hints.js";
import type { DeclarationDraft, ModelDraft } from "../go/draft.js";
import type { SourceRange, SourceText } from "../source/source.js";
import { isDeclaring } from "./declaring-table.js";
import { blockDocumentationOf, cellDocumentation } from "./documentation.js";
import { paragraphs, sourceOf } from "../source/text.js";
import { exampleIn } from "./examples/fence.js";
import { isJson } from "./examples/json.js";
import { fenceDeclarations } from "./fence.js";
import { linesOf } from "./lines.js";
import { tableMembers, tableWires } from "./member.js";
import { isValidName } from "./row.js";
import type { Section } from "./sections.js";
import { contentRangeOf, firstLineOf, leadingCodeOf, rangeOf } from "./source.js";
import { plainName } from "./field-words.js";
import { reportStray, reportStrayLines } from "./stray.js";
import type { FieldPlace } from "./stray-field.js";
import { withoutInterruptions } from "./table.js";

/** Reads a model: its heading, paragraphs and table, and then the declarations of its fences. */
export function parseModel(
  { heading, content }: Section,
  context: ParseContext,
): DeclarationDraft[] {
  const reportedBefore = context.diagnostics.length;
  const { name, documentation: title } = readHeading(heading, context);
  const nodes = withoutInterruptions(content, context);
  const tables = nodes
    .filter((node) => node.type === "table")
    .filter((table) => isDeclaring(table, context));
  const place = fieldPlace(tables, context);
  const [, ...lines] = linesOf(rangeOf(heading, context));
  reportStrayLines(lines, place, context);
  const strays = reportStray(nodes, place, context);
  const declarations = nodes.flatMap((node) =>
    node.type === "code" && !strays.has(node) && !isExample(node, name, context)
      ? fenceDeclarations(node, context)
      : [],
  );
  const fields = onlyMembersOf(nodes, strays, name?.text ?? "", context);
  if (name === undefined) return declarations;
  const isDeclared = declarations.some((declaration) => declaration.name.text === name.text);
  const isTold = context.diagnostics.slice(reportedBefore).some(({ rule, severity }) => {
    return severity === "error" || rule === "possible-field";
  });
  if (tables.length === 0 && !isDeclared && !isTold) {
    context.report("missing-table", name.range, { model: name.text }, { hint: NO_FIELDS });
  }
  const texts = nodes.flatMap((node) => (strays.has(node) ? [] : proseOf(node, context)));
  const documentation = paragraphs([title, ...texts]);
  return [{ kind: "model", name, documentation, ...fields }, ...declarations];
}

/** Reads JSON below the heading of a model as an example of it. */
function isExample(node: Code, model: SourceText | undefined, context: ParseContext): boolean {
  const language = node.lang ?? "";
  if (model === undefined || !/^(?:|json[c5]?)$/i.test(language) || !isJson(node.value))
    return false;
  const opening = firstLineOf(node, context);
  // Indented code may be a table, and what is not JSON another part of the specification.
  if (!/^(?:```|~~~)/.test(sourceOf(opening))) return false;
  const example = exampleIn(node, context);
  if (example === undefined || example.mistakes.length > 0) return false;
  context.examples.push({
    model: model.text,
    value: example.value,
    ignored: [],
    opening,
    language,
  });
  return true;
}

const NO_FIELDS = "if it has no fields, write a table without rows: `Name|Type` over `-|-`";

/** Returns text blocks as documentation; other blocks (a deeper heading) are reported and left out. */
export function proseOf(node: RootContent, context: ParseContext): string[] {
  const isTable = node.type === "table" && !isDeclaring(node, context);
  if (isTable || node.type === "paragraph" || node.type === "list")
    return [blockDocumentationOf(node, context)];
  if (node.type === "html") {
    const text = blockDocumentationOf(node, context);
    return [text.startsWith("<!--") ? behindComment(text) : text];
  }
  if (node.type === "heading") {
    context.report("skipped-content", rangeOf(node, context), {
      content: `heading of level ${node.depth}`,
    });
  }
  return [];
}

/** Returns the text after a comment in its last line; an unclosed comment has none. */
function behindComment(text: string): string {
  const index = text.lastIndexOf("-->");
  return index === -1 ? "" : text.slice(index + "-->".length).trim();
}

interface ModelHeading {
  readonly name: SourceText | undefined;
  readonly documentation: string;
}

function readHeading(heading: Heading, context: ParseContext): ModelHeading {
  const range = contentRangeOf(heading, context) ?? firstLineOf(heading, context);
  const { code: name, rest } = leadingCodeOf(range) ?? {};
  if (name === undefined || rest === undefined || name.text === "") {
    return { name: nameMeantBy(range, context), documentation: "" };
  }
  const documentation = cellDocumentation(rest);
  return { name: isValidName(name, context) ? name : undefined, documentation };
}

/** The first word that may be a name: what refers to the model is not to be an error as well. */
function nameMeantBy(range: SourceRange, context: ParseContext): SourceText | undefined {
  const text = sourceOf(range);
  const { 0: word = "", index = 0 } = /[A-Za-z_]\w*/.exec(text) ?? {};
  const hint =
    word === "" ? characterHint(text) : `write ### ${code(word)} and then the documentation`;
  context.report("invalid-model-heading", range, {}, { hint });
  if (word === "") return undefined;
  const start = range.start + index;
  return { text: word, range: { ...range, start, end: start + word.length } };
}

/** Tells what the tables of a model account for: the words of their cells. */
function fieldPlace(tables: readonly Table[], context: ParseContext): FieldPlace {
  let known: ReadonlySet<string> | undefined;
  return {
    kind: "model",
    hasTable: tables.length > 0,
    isKnown: (name) => {
      known ??= new Set(
        tables.flatMap((table) =>
          (sourceOf(rangeOf(table, context)).match(/[A-Za-z_][\w-]*/g) ?? []).map(plainName),
        ),
      );
      return known.has(plainName(name.replace(/[.[*].*/, "")));
    },
  };
}

/** Reads the first table of a model; a second one is an error, unless a stray heading is above it. */
function onlyMembersOf(
  nodes: readonly RootContent[],
  strays: ReadonlySet<RootContent>,
  model: string,
  context: ParseContext,
): Pick<ModelDraft, "members" | "wires"> {
  let first: Table | undefined;
  let fields: Pick<ModelDraft, "members" | "wires"> = { members: [] };
  let isExplained = false;
  for (const node of nodes) {
    if (node.type !== "table" || !isDeclaring(node, context)) isExplained ||= strays.has(node);
    else if (first === undefined) {
      first = node;
      isExplained = false;
      fields = { members: tableMembers(node, context), wires: tableWires(node, context) };
    } else if (isExplained) tableMembers(node, context);
    else {
      const related = [{ range: headerRangeOf(first, context), message: "the first one is here" }];
      context.report("duplicate-table", headerRangeOf(node, context), { model }, { related });
    }
  }
  return fields;
}

function headerRangeOf(table: Table, context: ParseContext) {
  return rangeOf(table.children[0] ?? table, context);
}
