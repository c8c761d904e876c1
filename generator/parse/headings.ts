import type { Heading, Paragraph, RootContent } from "mdast";
import type { ParseContext } from "./context.js";
import { code } from "../source/code.js";
import { characterHint } from "../source/hints.js";
import type { SourceRange } from "../source/source.js";
import { closest } from "../source/suggest.js";
import { isGoIdentifier } from "../names.js";
import { sourceOf } from "../source/text.js";
import { isFieldText } from "./lost.js";
import { parse } from "./markdown.js";
import { contentRangeOf, firstLineOf, leadingCodeOf, rangeOf } from "./source.js";

/**
 * The content of a document with the headings that its author has surely meant: what has no space
 * behind its `#`, and a model at another level than models have. Each is reported, and then read as
 * if it were right, so that what stands below it is in its place.
 */
export function withMeantHeadings(
  content: readonly RootContent[],
  context: ParseContext,
): RootContent[] {
  return content.flatMap((node, index): RootContent[] => {
    if (node.type === "paragraph") return withMeantHeading(node, content[index + 1], context);
    if (node.type === "heading" && isUnderlinedText(node, index, context))
      return [headingText(node)];
    if (node.type !== "heading" || !isModel(node, index, content, context)) return [node];
    const parameters = {
      content: `model in a heading of level ${node.depth}`,
      expected: "a heading of level 3",
    };
    context.report("misplaced-content", firstLineOf(node, context), parameters, {
      hint: "begin it with `###`",
    });
    return [{ ...node, depth: 3 }];
  });
}

/** Returns the content of a document in which any heading may begin something, with such headings of two `#` or more. */
export function withGluedHeadings(
  content: readonly RootContent[],
  context: ParseContext,
): RootContent[] {
  return content.flatMap((node) => {
    const meant = node.type === "paragraph" && gluedMarkerOf(sourceOf(rangeOf(node, context)));
    const isClear = meant && meant.marker.length > 1;
    return isClear ? asHeading(node, meant, context) : [node];
  });
}

/**
 * Tells whether a text only stands above a rule, which Markdown takes for the underline of a heading. It
 * is one if it begins the document, or has the title of a section or the name of a model.
 */
function isUnderlinedText(heading: Heading, index: number, context: ParseContext): boolean {
  const [line = "", ...others] = sourceOf(rangeOf(heading, context)).split("\n");
  if (/^\s*#/.test(line)) return false;
  const isTitle =
    others.length === 1 &&
    (closest(line.trim(), ["Models", "API calls", "Callbacks"]) !== undefined ||
      /^\s*`\w+`/.test(line));
  return !isTitle && (index > 0 || isFieldText(line));
}

function headingText({ children, position }: Heading): Paragraph {
  const end = children.at(-1)?.position?.end;
  return { type: "paragraph", children, position: position && end && { ...position, end } };
}

/** A name in back-ticks above a table is a model, wherever it stands. */
function isModel(
  heading: Heading,
  index: number,
  content: readonly RootContent[],
  context: ParseContext,
): boolean {
  const { depth } = heading;
  const range = depth === 3 ? undefined : contentRangeOf(heading, context);
  const name = range && leadingCodeOf(range)?.code.text;
  if (name === undefined || !isGoIdentifier(name)) return false;
  if (depth === 2) return true;
  let next = index + 1;
  while (content[next] !== undefined && !ENDS_SEARCH.has(content[next]?.type ?? "")) next++;
  return content[next]?.type === "table";
}

const ENDS_SEARCH: ReadonlySet<string> = new Set(["heading", "table"]);

/** Reads a paragraph that begins with a heading in another spelling. */
function withMeantHeading(
  node: Paragraph,
  next: RootContent | undefined,
  context: ParseContext,
): RootContent[] {
  const text = sourceOf(rangeOf(node, context));
  const meant = gluedMarkerOf(text) ?? foreignMarkerOf(text, next?.type === "table");
  return meant === undefined ? [node] : asHeading(node, meant, context);
}

/** Reports the beginning of a paragraph, and reads it as a heading. */
function asHeading(
  node: Paragraph,
  { marker, length, report }: MeantHeading,
  context: ParseContext,
): RootContent[] {
  const { start, end } = rangeOf(node, context);
  const { source } = context;
  report?.({ source, start, end: start + length }, context);
  // The marker and a space, in front of what follows it: the text keeps its place in the document.
  const lead = `${marker} `;
  const content = start + length;
  const line = (node.position?.start.line ?? 1) - 1;
  const nodes = parse({
    text: lead + source.text.slice(content, end),
    offset: content - lead.length,
    line,
  });
  // The lead may be longer than what it stands for, and nothing may begin before the paragraph does.
  const begin = node.position?.start;
  return nodes.map((child, index) => {
    if (index > 0 || child.position === undefined || begin === undefined) return child;
    return { ...child, position: { ...child.position, start: begin } };
  });
}

interface MeantHeading {
  readonly marker: string;
  /** How much of the text stands for the marker. */
  readonly length: number;
  readonly report?: (range: SourceRange, context: ParseContext) => void;
}

/** Reads `##Models`, also with a full-width space, which are paragraphs to Markdown (CommonMark, ATX headings). */
function gluedMarkerOf(text: string): MeantHeading | undefined {
  const [, marker, space = ""] =
    /^(#{1,6})(?![ \t#])([\u00a0\u2000-\u200f\u3000]*[ \t]*)\S/.exec(text) ?? [];
  if (marker === undefined) return undefined;
  const written = marker + space;
  const hint = characterHint(space) ?? `write ${code(`${marker} `)}`;
  return {
    marker,
    length: written.length,
    report: (range, context) => {
      // A single `#` further down may begin a tag.
      const isClear = marker.length > 1 || range.start === 0;
      const edits = isClear ? [{ range, text: `${marker} ` }] : [];
      context.report("missing-heading-space", range, { marker: written }, { hint, edits });
    },
  };
}

/**
 * Reads a heading with wide or hidden characters in its marker, or of HTML: that is a model if its name is
 * code or a table follows, and its name is reported as one without back-ticks.
 */
function foreignMarkerOf(text: string, isAboveTable: boolean): MeantHeading | undefined {
  const [written, hidden = "", wide = ""] =
    /^([\u200b-\u200f\u2060\ufeff]*)([#＃]{1,6})[ \t\u3000]+(?=\S)/.exec(text) ?? [];
  if (written !== undefined && (hidden !== "" || wide.includes("＃"))) {
    const parameters = { content: "heading with another character", expected: "`#` and a space" };
    const hint = characterHint(written);
    return {
      marker: "#".repeat(wide.length),
      length: written.length,
      report: (range, context) => context.report("misplaced-content", range, parameters, { hint }),
    };
  }
  const [opening, mark = ""] =
    /^<h[1-6](?:\s[^<>]*)?>\s*(<code>|`|(?=\w+\s*<\/h))\s*(?=[A-Za-z_])/i.exec(text) ?? [];
  if (opening === undefined || (mark === "" && !isAboveTable)) return undefined;
  return { marker: "###", length: opening.length };
}
