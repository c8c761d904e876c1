import { paragraphs } from "../../source/text.js";
import type { ParseContext } from "../context.js";
import type { DocumentDraft } from "../draft.js";
import { withGluedHeadings } from "../headings.js";
import { parseMarkdown } from "../markdown.js";
import { countTables } from "../table-counts.js";
import { suppressionsIn } from "../suppressions.js";
import { blocksOf } from "./blocks.js";
import { reportLost } from "./lost.js";
import { plainText } from "./plain.js";
import { sectionsOf } from "./sections.js";
import { Declarer } from "./subject.js";
import { PageReader } from "./page-reader.js";

/** Parses a document in which any heading may begin a model, an enum or a call. */
export function parsePage(context: ParseContext): DocumentDraft {
  const content = withGluedHeadings(parseMarkdown(context), context);
  reportLost(content, context);
  const root = sectionsOf(blocksOf(content, context), context.dialect);
  const declarer = new Declarer(context);
  const reader = new PageReader(context, declarer);
  reader.readDocument(root);
  declarer.declareAll(reader.subjects);
  const topics = reader.titleLine
    ? [reader.titleLine]
    : root.sections.flatMap(({ heading }) => (heading?.depth === 1 ? heading.title : []));
  return {
    source: context.source,
    topics: topics.map(({ text, range }) => ({ text: plainText(text), range })),
    documentation: paragraphs(declarer.documentation),
    declarations: declarer.declarations,
    calls: declarer.calls,
    callbacks: declarer.callbacks,
    examples: context.examples,
    hasWords: true,
    suppressions: suppressionsIn(content, context),
    tables: countTables(content, context),
  };
}
