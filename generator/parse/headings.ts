import type { Heading, Paragraph, RootContent } from "mdast";
import type { ParseContext } from "./context.js";
import { code } from "../source/code.js";
import { characterHint } from "../source/hints.js";
import { isGoIdentifier } from "../names.js";
import { sourceOf } from "../source/text.js";
import { isFieldText } from "./lost.js";
import { parse } from "./markdown.js";
import { contentRangeOf, firstLineOf, leadingCodeOf, rangeOf } from "./source.js";

/**
 * The content of a document with the headings that its author has surely meant: what has no space
 * behind its `#`, and a model at a level that is none of a model. Each is reported, and then read as
 * if it were right, so that what stands below it is in its place.
 */
export function withMeantHeadings(
  content: readonly RootContent[],
  context: ParseContext,
): RootContent[] {
  return content.flatMap((node, index): RootContent[] => {
    if (node.type === "paragraph") return withoutGluedMarker(node, context);
    if (node.type === "heading" && isUnderlinedText(node, context)) return [textOf(node)];
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

/**
 * A rule right below HTML, such as `</details>`, or below the titles or a row of a table, which Markdown
 * takes for the underline of a heading.
 */
function isUnderlinedText(heading: Heading, context: ParseContext): boolean {
  const [line = ""] = sourceOf(rangeOf(heading, context)).split("\n", 1);
  if (/^\s*#/.test(line)) return false;
  return /^\s*<.*>\s*$/.test(line) || isFieldText(line);
}

function textOf({ children, position }: Heading): Paragraph {
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

/** `##Models`, also with a full-width space, which are paragraphs to Markdown (CommonMark, ATX headings). */
function withoutGluedMarker(node: Paragraph, context: ParseContext): RootContent[] {
  const { start, end } = rangeOf(node, context);
  const text = sourceOf({ source: context.source, start, end });
  const [, marker, space = ""] =
    /^(#{1,6})(?![ \t#])([\u00a0\u2000-\u200f\u3000]*[ \t]*)\S/.exec(text) ?? [];
  if (marker === undefined) return [node];
  const range = { source: context.source, start, end: start + marker.length + space.length };
  const hint = characterHint(space) ?? `write ${code(`${marker} `)}`;
  context.report("missing-heading-space", range, { marker: marker + space }, { hint });
  // The marker and a space, in front of what follows it: the text keeps its place in the document.
  const lead = `${marker} `;
  const content = start + marker.length + space.length;
  const line = (node.position?.start.line ?? 1) - 1;
  const rest = context.source.text.slice(content, end);
  const nodes = parse({ text: lead + rest, offset: content - lead.length, line });
  // The lead may be longer than what it stands for, and nothing may begin before the paragraph does.
  const begin = node.position?.start;
  return nodes.map((one, index) => {
    if (index > 0 || one.position === undefined || begin === undefined) return one;
    return { ...one, position: { ...one.position, start: begin } };
  });
}
