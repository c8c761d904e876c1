import type { RootContent } from "mdast";
import type { VFile } from "vfile";
import { code } from "../diagnostics/code.js";
import { report } from "../diagnostics/report.js";
import { closest } from "../diagnostics/suggest.js";
import type { CallDraft, DeclarationDraft, DocumentDraft } from "../ir/draft.js";
import type { SourceText } from "../ir/source.js";
import { paragraphs } from "../text.js";
import { parseCalls } from "./call.js";
import { withoutConflicts } from "./conflicts.js";
import { declarationsOf, isGo } from "./fence.js";
import { withMeantHeadings } from "./headings.js";
import type { KnownChunks } from "./known-chunks.js";
import { parseMarkdown } from "./markdown.js";
import { parseModel, proseOf } from "./model.js";
import { splitAtHeadings, type Section } from "./sections.js";
import { contentRangeOf, firstLineOf, rangeOf } from "./source.js";
import { reportStray, reportStrayCall } from "./stray.js";
import { withoutInterruptions } from "./table.js";
import { sourceOf } from "../text.js";

const MODELS = "Models";
const API_CALLS = "API calls";

/** What a part of a document says: prose about no declaration in particular, and declarations. */
interface Part {
  readonly documentation: readonly string[];
  readonly declarations: readonly DeclarationDraft[];
  readonly calls: readonly CallDraft[];
}

const NOTHING: Part = { documentation: [], declarations: [], calls: [] };

/**
 * Parses one document of the spec; everything that it cannot use is reported in the file.
 *
 * @param known what need not be parsed again
 */
export function parseDocument(file: VFile, known?: KnownChunks): DocumentDraft {
  const text = withoutConflicts(file);
  if (text === undefined) return draftOf(file, known);
  const original = file.value;
  file.value = text;
  const draft = draftOf(file, known);
  file.value = original;
  return draft;
}

function draftOf(file: VFile, known?: KnownChunks): DocumentDraft {
  const content = withMeantHeadings(parseMarkdown(file, known), file);
  const { lead, sections } = splitAtHeadings(content, 1);
  if (sections.length === 0 || lead.some(isSectionHeading)) reportMissingTopic(content, file);
  const { documentation, declarations, calls } = joinParts([
    parseTopic(lead, file),
    ...sections.map((section) => parseTopic(section.content, file)),
  ]);
  const topics = sections.flatMap((section) => titleOf(section, file) ?? []);
  reportRepeated(topics);
  return {
    file,
    topics,
    documentation: paragraphs(documentation),
    declarations,
    calls,
  };
}

function parseTopic(content: readonly RootContent[], file: VFile): Part {
  const { lead, sections } = splitAtHeadings(content, 2);
  return joinParts([
    parseOutside(lead, file),
    ...sections.map((section) => parseSection(section, file)),
  ]);
}

function parseSection(section: Section, file: VFile): Part {
  const title = titleOf(section, file)?.text ?? "";
  const range = rangeOf(section.heading, file);
  switch (title.toLowerCase()) {
    case MODELS.toLowerCase():
      if (section.content.length === 0) report("empty-section", range, { title });
      return parseModels(section.content, file);
    case API_CALLS.toLowerCase():
      if (section.content.length === 0) report("empty-section", range, { title });
      return parseCallSection(section, file);
    default:
      return parseUnknownSection(section, title, file);
  }
}

/** A misspelt title is taken for what it means; whatever the title, models are read as such. */
function parseUnknownSection(section: Section, title: string, file: VFile): Part {
  const range = rangeOf(section.heading, file);
  const meant = closest(title, [MODELS, API_CALLS]);
  const hint = meant === undefined ? undefined : `did you mean ${code(meant)}?`;
  report("unknown-section", range, { title }, { hint });
  if (meant === API_CALLS) return parseCallSection(section, file);
  const { sections } = splitAtHeadings(section.content, 3);
  return meant === MODELS || sections.length > 0 ? parseModels(section.content, file) : NOTHING;
}

function parseModels(content: readonly RootContent[], file: VFile): Part {
  const { lead, sections } = splitAtHeadings(content, 3);
  return joinParts([
    parseLead(lead, file),
    { ...NOTHING, declarations: sections.flatMap((section) => parseModel(section, file)) },
  ]);
}

function parseCallSection({ heading, content }: Section, file: VFile): Part {
  const { lead, sections } = splitAtHeadings(withoutInterruptions(content, file), 3);
  const calls = parseCalls(lead, file);
  const hasTable = lead.some(({ type }) => type === "table");
  if (!hasTable && lead.length > 0 && !reportStrayCall(lead, file)) {
    report("empty-section", rangeOf(heading, file), { title: API_CALLS });
  }
  const models = sections.flatMap((section) => [section.heading, ...section.content]);
  const others = [...lead.filter(({ type }) => type !== "table"), ...models];
  return { ...parseOutside(others, file), calls };
}

/** What stands below `## Models` before the first model. */
function parseLead(content: readonly RootContent[], file: VFile): Part {
  const strays = reportStray(content, "cells", file);
  return joinParts(
    content.map((node): Part => {
      if (strays.has(node)) return NOTHING;
      if (node.type === "code") return { ...NOTHING, declarations: declarationsOf(node, file) };
      if (node.type !== "table") return { ...NOTHING, documentation: proseOf(node, file) };
      report("misplaced-content", rangeOf(node.children[0] ?? node, file), {
        content: "table",
        expected: "it below the heading of a model",
      });
      return NOTHING;
    }),
  );
}

/** What stands outside of any section: prose; a model, a table or Go code is out of place there. */
function parseOutside(content: readonly RootContent[], file: VFile): Part {
  const { lead, sections } = splitAtHeadings(content, 3);
  const expected = "it below a heading `## Models`";
  const declarations = sections.flatMap((section) => {
    report("misplaced-content", rangeOf(section.heading, file), { content: "model", expected });
    return parseModel(section, file);
  });
  const strays = reportStray(lead, "cells", file);
  const documentation = lead.flatMap((node) => {
    if (node.type === "table" || (node.type === "code" && isGo(node))) {
      const what = node.type === "table" ? "table" : "Go fence";
      report("misplaced-content", firstLineOf(node, file), { content: what, expected });
      return [];
    }
    if (node.type === "code" && !strays.has(node)) declarationsOf(node, file);
    return proseOf(node, file);
  });
  return { ...NOTHING, documentation, declarations };
}

function joinParts(parts: readonly Part[]): Part {
  return {
    documentation: parts.flatMap((part) => part.documentation),
    declarations: parts.flatMap((part) => part.declarations),
    calls: parts.flatMap((part) => part.calls),
  };
}

function isSectionHeading(node: RootContent): boolean {
  return node.type === "heading" && node.depth === 2;
}

function titleOf({ heading }: Section, file: VFile): SourceText | undefined {
  const range = contentRangeOf(heading, file);
  return range && { text: sourceOf(range).trim(), range };
}

function reportRepeated(topics: readonly SourceText[]): void {
  const firsts = new Map<string, SourceText>();
  for (const topic of topics) {
    const first = firsts.get(topic.text);
    if (first === undefined) firsts.set(topic.text, topic);
    else {
      const related = [{ range: first.range, message: "the first topic is here" }];
      report("repeated-topic", topic.range, { title: topic.text }, { related });
    }
  }
}

function reportMissingTopic([first]: readonly RootContent[], file: VFile): void {
  report("missing-topic", first ? firstLineOf(first, file) : { file, start: 0, end: 0 }, {});
}
