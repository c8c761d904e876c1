import type { Element, ElementContent, Text } from "hast";
import { h } from "hastscript";
import type { Html, Link, Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmAutolinkLiteralFromMarkdown } from "mdast-util-gfm-autolink-literal";
import { toHast, type State } from "mdast-util-to-hast";
import { gfmAutolinkLiteral } from "micromark-extension-gfm-autolink-literal";

/** Constructs that would change the text: `520*416*3` is not emphasis, and `# ` in a cell is not a heading. */
const UNREAD_CONSTRUCTS = [
  "attention",
  "blockQuote",
  "codeFenced",
  "codeIndented",
  "definition",
  "headingAtx",
  "htmlFlow",
  "labelStartImage",
  "list",
  "setextUnderline",
  "thematicBreak",
];

/** Longer paragraphs are shown as they stand: micromark's time is quadratic in the brackets of one. */
const LONGEST = 5000;

/** Ends a paragraph (CommonMark, Blank lines). */
const BLANK_LINES = /\n(?:[ \t]*\n)+/;

/**
 * Documentation as HTML: its paragraphs, links, code and line breaks; everything else is text, and no
 * character is lost. Nothing of it can be more than that: documents are not trusted.
 */
export function prose(documentation: string): ElementContent[] {
  const paragraphs = documentation.split(BLANK_LINES).filter((text) => text !== "");
  return paragraphs.flatMap((text, index) => [
    ...(index > 0 ? [{ type: "text", value: "\n" } as const] : []),
    ...paragraphOf(text),
  ]);
}

function paragraphOf(documentation: string): ElementContent[] {
  if (documentation.length > LONGEST) return [h("p", documentation)];
  const tree = fromMarkdown(documentation, {
    extensions: [gfmAutolinkLiteral(), { disable: { null: UNREAD_CONSTRUCTS } }],
    mdastExtensions: [gfmAutolinkLiteralFromMarkdown()],
  });
  const sourceOf = ({ position }: Nodes) =>
    documentation.slice(position?.start.offset, position?.end.offset);
  const root = toHast(tree, {
    handlers: {
      html: (_state: State, node: Html): Element | Text =>
        /^<br\s*\/?>$/i.test(node.value) ? h("br") : { type: "text", value: node.value },
      link: (state: State, node: Link): Element | Text =>
        isSafeUrl(node.url)
          ? h("a", { href: node.url, rel: "noreferrer" }, state.all(node))
          : { type: "text", value: sourceOf(node) },
      // In a table cell an author breaks lines where the text does.
      break: () => h("br"),
    },
  });
  return "children" in root ? (root.children as ElementContent[]) : [];
}

/** Documentation as text, without what makes a link of it. */
export function plainText(documentation: string): string {
  return prose(documentation).map(nodeText).join("");
}

function nodeText(node: ElementContent): string {
  if (node.type === "text") return node.value;
  if (node.type !== "element") return "";
  return node.tagName === "br" ? "\n" : node.children.map(nodeText).join("");
}

/** Documentation in one line: the content of a single paragraph stands without it. */
export function inlineProse(documentation: string): ElementContent[] {
  const content = prose(documentation);
  const [only] = content;
  const isAlone = content.length === 1 && only?.type === "element" && only.tagName === "p";
  return isAlone ? only.children : content;
}

function isSafeUrl(url: string): boolean {
  return /^(?:https?:|mailto:|#)/i.test(url);
}
