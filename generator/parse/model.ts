import type { Heading, Paragraph, RootContent, Table } from "mdast";
import type { VFile } from "vfile";
import { report } from "../diagnostics/report.js";
import type { DeclarationDraft, MemberDraft } from "../ir/draft.js";
import type { SourceText } from "../ir/source.js";
import { isGoIdentifier } from "../names.js";
import { blockDocumentationOf, documentationOf } from "./documentation.js";
import { paragraphs, sourceOf } from "../text.js";
import { declarationsOf } from "./fence.js";
import { membersOf } from "./member.js";
import type { Section } from "./sections.js";
import { codeTextOf, contentRangeOf, rangeOf } from "./source.js";
import { withoutInterruptions } from "./table.js";

/** Reads a model: its heading, paragraphs and table, and then the declarations of its fences. */
export function parseModel({ heading, content }: Section, file: VFile): DeclarationDraft[] {
  const name = modelNameOf(heading, file);
  const documentation = [documentationOf(heading.children.slice(1), file)];
  const declarations: DeclarationDraft[] = [];
  const tables: Table[] = [];
  for (const node of withoutInterruptions(content, file)) {
    if (node.type === "table") tables.push(node);
    else if (node.type === "code") declarations.push(...declarationsOf(node, file));
    else documentation.push(...proseOf(node, file));
  }
  const members = onlyMembersOf(tables, name?.text ?? "", file);
  if (name === undefined) return declarations;
  const model = { kind: "model", name, documentation: paragraphs(documentation), members } as const;
  return [model, ...declarations];
}

/** Text blocks as documentation; what is none of it (a deeper heading) is reported and left out. */
export function proseOf(node: RootContent, file: VFile): string[] {
  if (node.type === "paragraph") reportMistaken(node, file);
  if (node.type === "paragraph" || node.type === "list") return [blockDocumentationOf(node, file)];
  if (node.type === "html" && !node.value.startsWith("<!--")) {
    return [blockDocumentationOf(node, file)];
  }
  if (node.type === "heading") {
    report("skipped-content", rangeOf(node, file), { content: `heading of level ${node.depth}` });
  }
  return [];
}

/** Reports what Markdown takes for text, and its author has surely meant otherwise. */
function reportMistaken(node: Paragraph, file: VFile): void {
  const { start } = rangeOf(node, file);
  let offset = start;
  for (const line of sourceOf(rangeOf(node, file)).split("\n")) {
    const range = { file, start: offset, end: offset + line.length };
    const [, marker] = /^\s*(#{1,6})[^\s#]/.exec(line) ?? [];
    if (marker !== undefined) report("missing-heading-space", range, { marker });
    if (offset > start && DELIMITER_ROW.test(line)) report("invalid-table", range, {});
    offset += line.length + 1;
  }
}

/** GFM, Tables: the row below the header, of dashes and colons; a lone cell is a rule or a heading. */
const DELIMITER_ROW = /^(?=.*\|)(?=.*-)[\s|:-]+$/;

function modelNameOf(heading: Heading, file: VFile): SourceText | undefined {
  const [first] = heading.children;
  if (first?.type !== "inlineCode") {
    report("invalid-model-heading", contentRangeOf(heading, file) ?? rangeOf(heading, file), {});
    return undefined;
  }
  const name = codeTextOf(first, file);
  if (isGoIdentifier(name.text)) return name;
  report("invalid-identifier", name.range, { name: name.text });
  return undefined;
}

function onlyMembersOf(tables: readonly Table[], model: string, file: VFile): MemberDraft[] {
  const [table, ...others] = tables;
  for (const other of others) {
    const first = table && { range: headerRangeOf(table, file), message: "the first one is here" };
    report("duplicate-table", headerRangeOf(other, file), { model }, { related: first && [first] });
  }
  return table === undefined ? [] : membersOf(table, file);
}

function headerRangeOf(table: Table, file: VFile) {
  return rangeOf(table.children[0] ?? table, file);
}
