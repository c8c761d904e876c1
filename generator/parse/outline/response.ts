import { typesIn, type GoType } from "../../go/ast.js";
import type { SourceRange, SourceText } from "../../source/source.js";
import type { ParseContext } from "../context.js";
import { plainText } from "./plain.js";
import { typeOfWords } from "./types.js";

/**
 * Returns the type of a response that a line tells: `Response: array of [User](#user)`, or the type alone
 * below a heading of a response. A model is a
 * link, or code in a list; any other text is documentation.
 *
 * @param isBelow whether the line is below a heading of a response
 */
export function responseTypeIn(
  { text, range }: SourceText,
  isBelow: boolean,
  { dialect }: ParseContext,
): GoType | undefined {
  const [, label = "", behind] = /^([^:：]*)[:：](?!\/)(.+)$/.exec(text) ?? [];
  const titles = dialect.headings.titles.response ?? [];
  const isLabelled = titles.includes(plainText(label).toLowerCase());
  if (!isLabelled && !isBelow) return undefined;
  const words = isLabelled ? (behind ?? "") : text.replace(/^\s*(?:returns?\s|返回)/i, "");
  const written = words.trim().replace(/[.。]$/, "");
  const start = range.start + text.indexOf(written);
  const place: SourceRange = { ...range, start, end: start + written.length };
  const type = typeOfWords({ text: written, range: place }, dialect);
  const areMarked = typesIn(type).every(
    (part) =>
      part.kind !== "name" ||
      part.word === undefined ||
      written.includes(`[${part.word}](`) ||
      (part !== type && written.includes(`\`${part.word}\``)),
  );
  return areMarked ? type : undefined;
}
