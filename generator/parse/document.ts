import type { RootContent, Table } from "mdast";
import type { ParseContext } from "./context.js";
import type { Dialect } from "../dialect/dialect.js";
import { go } from "../dialect/go.js";
import { code } from "../source/code.js";
import { closest } from "../source/suggest.js";
import type { CallbackDraft, CallDraft, DocumentDraft } from "./draft.js";
import type { DeclarationDraft } from "../go/draft.js";
import {
  collectDiagnostics,
  hasErrors,
  withoutRepeated,
  type Result,
} from "../source/diagnostic.js";
import type { Source, SourceText } from "../source/source.js";
import { paragraphs } from "../source/text.js";
import { parseCalls } from "./call.js";
import { isCallbackTable, parseCallbacks } from "./callback.js";
import { withoutConflicts } from "./conflicts.js";
import { isDeclaring } from "./declaring-table.js";
import { fenceDeclarations, isGo } from "./fence.js";
import { parsePage } from "./outline/page.js";
import { withMeantHeadings } from "./headings.js";
import { otherDialectOf } from "./other-dialect.js";
import { parseMarkdown } from "./markdown.js";
import { parseModel, proseOf } from "./model.js";
import { countTables } from "./table-counts.js";
import { splitAtHeadings, type Section } from "./sections.js";
import { contentRangeOf, firstLineOf, rangeOf } from "./source.js";
import { reportStray } from "./stray.js";
import { reportStrayCall } from "./stray-call.js";
import { suppressionsIn } from "./suppressions.js";
import { withoutInterruptions } from "./table.js";
import { sourceOf } from "../source/text.js";

/** The content of a part of a document: general prose, declarations, calls and callbacks. */
interface Part {
  readonly documentation: readonly string[];
  readonly declarations: readonly DeclarationDraft[];
  readonly calls: readonly CallDraft[];
  readonly callbacks: readonly CallbackDraft[];
}

const OUTSIDE = { kind: "outside" } as const;

const NOTHING: Part = { documentation: [], declarations: [], calls: [], callbacks: [] };

/**
 * Parses one document of the spec; everything that it cannot use is reported. Of a document with merge
 * conflicts only these are reported: most of the rest would be on account of them.
 */
export function parseDocument(source: Source, dialect: Dialect = go): Result<DocumentDraft> {
  const conflicts = collectDiagnostics();
  const text = withoutConflicts(source, conflicts.report);
  const context = {
    source: text === undefined ? source : { ...source, text },
    dialect,
    readTables: new Set<Table>(),
    examples: [],
    ...collectDiagnostics(),
  };
  const value = dialect.layout === "headings" ? parsePage(context) : draftOf(context);
  if (text !== undefined) return { value, diagnostics: conflicts.diagnostics };
  return { value, diagnostics: otherDialectOf(context) ?? withoutRepeated(context.diagnostics) };
}

function draftOf(context: ParseContext): DocumentDraft {
  const content = withMeantHeadings(parseMarkdown(context), context);
  const { lead, sections } = splitAtHeadings(content, 1);
  if (sections.length === 0 || lead.some(isSectionHeading)) {
    reportMissingTopic(
      content.filter(({ type }) => type !== "html"),
      context,
    );
  }
  const { documentation, declarations, calls, callbacks } = joinParts([
    parseTopic(lead, context),
    ...sections.map((section) => parseTopic(section.content, context)),
  ]);
  const topics = sections.flatMap((section) => sectionTitle(section, context) ?? []);
  reportRepeatedTopics(topics, context);
  return {
    source: context.source,
    topics,
    documentation: paragraphs(documentation),
    declarations,
    calls,
    callbacks,
    examples: context.examples,
    suppressions: suppressionsIn(content, context),
    tables: countTables(content, context),
  };
}

function parseTopic(content: readonly RootContent[], context: ParseContext): Part {
  const { lead, sections } = splitAtHeadings(content, 2);
  return joinParts([
    parseOutside(lead, context),
    ...sections.map((section) => parseSection(section, context)),
  ]);
}

function parseSection(section: Section, context: ParseContext): Part {
  const title = sectionTitle(section, context)?.text ?? "";
  const range = rangeOf(section.heading, context);
  const read = sectionReader(title, context);
  if (read === undefined) return parseUnknownSection(section, title, context);
  if (section.content.length === 0) context.report("empty-section", range, { title });
  return read(section, context);
}

/** Returns the function that parses the sections of a title. */
function sectionReader(
  title: string,
  { dialect }: ParseContext,
): ((section: Section, context: ParseContext) => Part) | undefined {
  const { models, calls, callbacks } = dialect.sections;
  switch (title.toLowerCase()) {
    case models.toLowerCase():
      return ({ content }, context) => parseModels(content, context);
    case calls.toLowerCase():
      return parseCallSection;
    case callbacks.toLowerCase():
      return parseCallbackSection;
    default:
      return undefined;
  }
}

/** A misspelt title is taken for what it means; whatever the title, models are read as such. */
function parseUnknownSection(section: Section, title: string, context: ParseContext): Part {
  const range = rangeOf(section.heading, context);
  const { models, calls, callbacks } = context.dialect.sections;
  const meant = closest(title, [models, calls, callbacks]);
  const hint = meant === undefined ? undefined : `did you mean ${code(meant)}?`;
  const place = contentRangeOf(section.heading, context);
  const edits = meant === undefined || place === undefined ? [] : [{ range: place, text: meant }];
  context.report("unknown-section", range, { title }, { hint, edits });
  if (meant === calls) return parseCallSection(section, context);
  if (meant === callbacks) return parseCallbackSection(section, context);
  const { sections } = splitAtHeadings(section.content, 3);
  return meant === models || sections.length > 0 ? parseModels(section.content, context) : NOTHING;
}

function parseModels(content: readonly RootContent[], context: ParseContext): Part {
  const { lead, sections } = splitAtHeadings(content, 3);
  return joinParts([
    parseLead(lead, context),
    { ...NOTHING, declarations: sections.flatMap((section) => parseModel(section, context)) },
  ]);
}

function parseCallSection({ heading, content }: Section, context: ParseContext): Part {
  const { lead, sections } = splitAtHeadings(withoutInterruptions(content, context), 3);
  const tables = lead
    .filter((node) => node.type === "table")
    .filter((table) => isDeclaring(table, context));
  const parsed = parseCalls(tables, context);
  const calls = parsed.map(({ call }) => call);
  const requests = parsed.flatMap(({ request }) => request ?? []);
  const reportedBefore = context.diagnostics.length;
  const declaring = new Set<RootContent>(tables);
  const others = lead.filter((node) => !declaring.has(node));
  const { documentation } = parseOutside(others, context);
  const isTold =
    hasErrors(context.diagnostics.slice(reportedBefore)) ||
    reportStrayCall(others, tables, context);
  if (tables.length === 0 && lead.length > 0 && !isTold) {
    context.report("empty-section", rangeOf(heading, context), {
      title: context.dialect.sections.calls,
    });
  }
  const declarations = [...modelsIn(sections, context), ...requests];
  return { ...NOTHING, documentation, declarations, calls };
}

function parseCallbackSection({ heading, content }: Section, context: ParseContext): Part {
  const { lead, sections } = splitAtHeadings(withoutInterruptions(content, context), 3);
  const tables = lead
    .filter((node) => node.type === "table")
    .filter((table) => isCallbackTable(table, context));
  const callbacks = parseCallbacks(tables, context);
  const reportedBefore = context.diagnostics.length;
  const declaring = new Set<RootContent>(tables);
  const others = lead.filter((node) => !declaring.has(node));
  const { documentation } = parseOutside(others, context);
  const isTold = hasErrors(context.diagnostics.slice(reportedBefore));
  if (tables.length === 0 && lead.length > 0 && !isTold) {
    const { callbacks: title } = context.dialect.sections;
    context.report("empty-section", rangeOf(heading, context), { title });
  }
  return { ...NOTHING, documentation, declarations: modelsIn(sections, context), callbacks };
}

/** Parses models that are in a section of something else, which is reported. */
function modelsIn(sections: readonly Section[], context: ParseContext): Part["declarations"] {
  const models = sections.flatMap((section) => [section.heading, ...section.content]);
  return parseOutside(models, context).declarations;
}

/** Parses the content below `## Models` before the first model. */
function parseLead(content: readonly RootContent[], context: ParseContext): Part {
  const strays = reportStray(content, OUTSIDE, context);
  return joinParts(
    content.map((node): Part => {
      if (strays.has(node)) return NOTHING;
      if (node.type === "code")
        return { ...NOTHING, declarations: fenceDeclarations(node, context) };
      if (node.type !== "table" || !isDeclaring(node, context))
        return { ...NOTHING, documentation: proseOf(node, context) };
      context.report("misplaced-content", rangeOf(node.children[0] ?? node, context), {
        content: "table",
        expected: "it below the heading of a model",
      });
      return NOTHING;
    }),
  );
}

/** Parses the content outside of all sections: prose. A model, a table or Go code is out of place there. */
function parseOutside(content: readonly RootContent[], context: ParseContext): Part {
  const { lead, sections } = splitAtHeadings(content, 3);
  const expected = "it below a heading `## Models`";
  const declarations = sections.flatMap((section) => {
    context.report("misplaced-content", rangeOf(section.heading, context), {
      content: "model",
      expected,
    });
    return parseModel(section, context);
  });
  const strays = reportStray(lead, OUTSIDE, context);
  const documentation = lead.flatMap((node) => {
    const isTable = node.type === "table" && isDeclaring(node, context);
    if (isTable || (node.type === "code" && isGo(node))) {
      const what = isTable ? "table" : "Go fence";
      context.report("misplaced-content", firstLineOf(node, context), { content: what, expected });
      return [];
    }
    if (node.type === "code" && !strays.has(node)) fenceDeclarations(node, context);
    return proseOf(node, context);
  });
  return { ...NOTHING, documentation, declarations };
}

function joinParts(parts: readonly Part[]): Part {
  return {
    documentation: parts.flatMap((part) => part.documentation),
    declarations: parts.flatMap((part) => part.declarations),
    calls: parts.flatMap((part) => part.calls),
    callbacks: parts.flatMap((part) => part.callbacks),
  };
}

function isSectionHeading(node: RootContent): boolean {
  return node.type === "heading" && node.depth === 2;
}

function sectionTitle({ heading }: Section, context: ParseContext): SourceText | undefined {
  const range = contentRangeOf(heading, context);
  return range && { text: sourceOf(range).trim(), range };
}

function reportRepeatedTopics(topics: readonly SourceText[], context: ParseContext): void {
  const firsts = new Map<string, SourceText>();
  for (const topic of topics) {
    const first = firsts.get(topic.text);
    if (first === undefined) firsts.set(topic.text, topic);
    else {
      const related = [{ range: first.range, message: "the first topic is here" }];
      context.report("repeated-topic", topic.range, { title: topic.text }, { related });
    }
  }
}

function reportMissingTopic([first]: readonly RootContent[], context: ParseContext): void {
  context.report(
    "missing-topic",
    first ? firstLineOf(first, context) : { source: context.source, start: 0, end: 0 },
    {},
  );
}
