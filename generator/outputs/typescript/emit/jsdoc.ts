import { paragraphs } from "../../../source/text.js";
import type { JSDocStructure, OptionalKind } from "ts-morph";

/** Returns the JSDoc of a declaration: its documentation as written, then tags; nothing without both. */
export function jsdoc(documentation: string, tags: Tags = {}): OptionalKind<JSDocStructure>[] {
  const text = commentText(documentation, tags);
  if (text === "") return [];
  // A comment has one line unless its text begins with a new one.
  return [{ description: text.includes("\n") ? `\n${text}` : text }];
}

/** The tags of a comment, by their names; an empty text for a tag alone. */
export type Tags = Readonly<Record<string, string | undefined>>;

/** Returns the text of a comment. */
export function commentText(documentation: string, tags: Tags = {}): string {
  const lines = Object.entries(tags).flatMap(([tag, text]) =>
    text === undefined ? [] : `@${tag} ${escapeComment(text)}`.trimEnd(),
  );
  return paragraphs([escapeComment(documentation), lines.join("\n")]);
}

/**
 * The beginning of what tools obey wherever it stands in a comment: `stripInternal` and JSX of
 * TypeScript, annotations and legal comments of bundlers and minifiers, source maps.
 */
const INSTRUCTION =
  /@(?=internal|jsx|preserve|lic|copyright|cc_on)[^]|[@#](?=__[a-z]|\s*source(?:mapping)?url\s*=)[^]/gi;

/** The rest of an address behind its scheme. */
const ADDRESS = /:\/\/[^\s()<>"'`|\u0080-\uffff]+/;

const INSTRUCTION_OR_ADDRESS = RegExp(`${ADDRESS.source}|${INSTRUCTION.source}`, "gi");

/** The comments of coverage tools, which they look for in lines instead of in comments. */
const COVERAGE = /\/(?=\*\s*(?:[cv]8|node:coverage|istanbul)\s)/gi;

/** The comments of formatters and linters that look for them in every line of a comment. */
const SUPPRESSION = /\b(biome|dprint)-(?=ignore)/gi;

/**
 * Keeps text from ending its comment, and from being read as a tag (`@param`, `{@link …}`) or as an
 * instruction (`@internal`, `#__PURE__`) by any tool. Markdown takes the back-slashes away again and
 * replaces the references, so that nothing is lost on hover.
 */
export function escapeComment(text: string): string {
  return text
    .replaceAll(INSTRUCTION_OR_ADDRESS, withoutInstruction)
    .replaceAll(COVERAGE, "/\\")
    .replaceAll(SUPPRESSION, "$1\\-")
    .replaceAll("*/", "*\\/")
    .replaceAll("{@", "{\\@")
    .replaceAll(/(^[*/]*|\s[*/]*)@/gm, "$1\\@");
}

/**
 * Writes the sign as a reference; behind a back-slash, which would take away the reference, the letter
 * after it; and in an address, that letter in percent.
 */
function withoutInstruction(match: string, offset: number, text: string): string {
  if (match.startsWith("://")) {
    return match.replaceAll(INSTRUCTION, ([sign = "", letter = ""]) => {
      return `${sign}%${letter.charCodeAt(0).toString(16)}`;
    });
  }
  const [sign = "", letter = ""] = match;
  return text[offset - 1] === "\\" ? sign + reference(letter) : reference(sign) + letter;
}

function reference(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
