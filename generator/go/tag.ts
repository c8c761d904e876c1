import type { DiagnosticExtras, Report } from "../source/diagnostic.js";
import { code } from "../source/code.js";
import { characterHint } from "../source/hints.js";
import { closest } from "../source/suggest.js";
import type { TagDraft } from "./draft.js";
import type { SourceRange, SourceText } from "../source/source.js";

const OPTIONS = ["omitempty", "string"] as const;

/**
 * Parses a tag of Go's encoding/json (Marshal): a name and options behind commas; `-` alone keeps a
 * field off the wire, and `-,` is the name `-`.
 *
 * @param fieldName the name on the wire where the tag has none
 */
export function parseTag(tag: SourceText, fieldName: SourceText, report: Report): TagDraft {
  if (tag.text === "-") return { kind: "ignored" };
  const [name = "", ...options] = tag.text.split(",");
  reportName(name, tag, report);
  let start = name.length + 1;
  for (const option of options) {
    reportOption({ text: option, range: rangeIn(tag, start, option.length) }, report);
    start += option.length + 1;
  }
  return {
    kind: "named",
    wireName: name === "" ? fieldName : { text: name, range: rangeIn(tag, 0, name.length) },
    omitEmpty: options.includes("omitempty"),
    quoted: options.includes("string"),
  };
}

/** Names that encoding/json accepts (isValidTag), except those with spaces, which are surely a mistake. */
const NAME = /^[\p{L}\p{Nd}!#$%&()*+\-./:;<=>?@[\]^_{|}~]*$/u;

/** Go ignores the name of a tag that has any other character. */
function reportName(name: string, tag: SourceText, report: Report): void {
  if (NAME.test(name)) return;
  const expected = /[\s"'`\\]/u.test(name)
    ? "a name without spaces, quotes and back-slashes"
    : "a name of letters, digits and ASCII punctuation";
  const range = rangeIn(tag, 0, name.length);
  report("invalid-tag", range, { tag: name, expected }, nameHelp({ text: name, range }));
}

function reportOption(option: SourceText, report: Report): void {
  // `-,` and a trailing comma have an empty option, which Go skips.
  if (option.text === "" || OPTIONS.some((known) => known === option.text)) return;
  const expected = "the option `omitempty` or `string`";
  report("invalid-tag", option.range, { tag: option.text, expected }, optionHelp(option, OPTIONS));
}

/** Returns the hint and the edit for an option that one of the known ones may be meant by. */
export function optionHelp(
  { text, range }: SourceText,
  known: readonly string[],
): DiagnosticExtras {
  const meant = closest(text, known);
  if (meant === undefined) return {};
  return { hint: `did you mean ${code(meant)}?`, edits: [{ range, text: meant }] };
}

/**
 * Returns a hint for a name that has a character which only looks like an ASCII one, or like nothing,
 * and the edit for one with a Chinese comma.
 */
export function nameHelp({ text, range }: SourceText): DiagnosticExtras {
  if (!text.includes("，")) {
    const hint = characterHint(text);
    return hint === undefined ? {} : { hint };
  }
  return {
    hint: "write the comma as `,`",
    edits: [{ range, text: text.replaceAll(/，\s*/g, ",") }],
  };
}

/** Returns the range of a part of a tag. */
export function rangeIn({ range }: SourceText, start: number, length: number): SourceRange {
  return { ...range, start: range.start + start, end: range.start + start + length };
}
