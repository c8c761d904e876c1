import type { SourceRange, SourceText } from "../../source/source.js";
import { sourceOf } from "../../source/text.js";
import { linesOf } from "../lines.js";

/** The first line of a block of MDX that imports or exports something; the block ends at an empty line. */
const MODULE =
  /^\s*(?:import\s+(?:[^"';]*\sfrom\s+)?["'][^"']+["']|export\s+(?:default|const|let|var|function|async|class|\{|\*))/;

/** An attribute of a component that is an expression of JavaScript, with objects in it. */
const EXPRESSION = String.raw`\{(?:[^{}]|\{(?:[^{}]|\{[^{}]{0,500}\}){0,1000}\}){0,2000}\}`;

const VALUE = String.raw`"[^"]{0,2000}"|'[^']{0,2000}'|${EXPRESSION}`;

/**
 * Texts that readers see nothing of, or no prose: tags of HTML and of components over any number of lines,
 * comments, badges, and the fences of admonitions. Their lengths are limited, as many may have no end.
 */
const MARKUP = new RegExp(
  [
    String.raw`<!--[^]{0,1000}?-->|\{/\*[^]{0,1000}?\*/\}`,
    String.raw`<(badge)\b[^<>]*>[^<>]*</\1>`,
    String.raw`</?[A-Za-z][^<>{}"']*(?:(?:${VALUE})[^<>{}"']*){0,50}>`,
    String.raw`\[!\[[^[\]]*\]\([^()]*\)\]\([^()]*\)`,
    String.raw`!\[[^[\]]*\]\([^()\s]*(?:\bbadges?\b|//img\.shields\.io/)[^()]*\)`,
    String.raw`^[ \t]*:{3,}[ \t]*[\w-]*(?:[{[].*)?$`,
  ].join("|"),
  "gim",
);

/** Returns the lines of a block that have a text for readers. */
export function proseIn(range: SourceRange): SourceText[] {
  const source = sourceOf(range);
  if (MODULE.test(source)) return [];
  const visible = source.replaceAll(MARKUP, (markup) => markup.replaceAll(/\S/g, " "));
  return linesOf(range).filter(({ range: { start, end } }) => {
    return visible.slice(start - range.start, end - range.start).trim() !== "";
  });
}
