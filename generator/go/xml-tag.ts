import type { Report } from "../source/diagnostic.js";
import type { SourceRange, SourceText } from "../source/source.js";
import type { NamedXmlTagDraft, XmlPlaceDraft, XmlTagDraft } from "./draft.js";
import { optionHelp, rangeIn, nameHelp } from "./tag.js";

/** The options that say where a field is, by their places. */
const MODES: ReadonlyMap<string, XmlPlaceDraft> = new Map([
  ["attr", "attribute"],
  ["chardata", "text"],
  ["cdata", "cdata"],
  ["innerxml", "innerXml"],
  ["comment", "comment"],
  ["any", "any"],
]);

const OPTIONS = ["omitempty", ...MODES.keys()];

/** The form of an embedding in a model that XML has. */
export const UNNAMED_EMBEDDING = "an embedding without a name, whose fields XML has in its place";

/** The name of an element or of an attribute, as far as encoding/xml reads it without a prefix. */
const NAME = /^[\p{L}_][\p{L}\p{Nd}\p{M}._-]*$/u;

/** Returns the tag of a field that has none: an element of its name. */
export function untaggedXml({ text: name, range }: SourceText): NamedXmlTagDraft {
  return { kind: "named", place: "element", name, parents: [], omitEmpty: false, range };
}

/**
 * Parses a tag of Go's encoding/xml (Marshal): a path of names, with a namespace before it, and options
 * behind commas. `-` alone keeps a field off the wire. A tag that Go refuses is an error; one that Go
 * takes without doing what it seems to say is a warning.
 */
export function parseXmlTag(tag: SourceText, field: SourceText, report: Report): XmlTagDraft {
  if (tag.text === "-") return { kind: "ignored" };
  const [namespace, path, ...options] = partsOf(tag);
  const place = placeOf(options, path, report);
  const isNamed = place === "element" || place === "attribute";
  if (namespace !== undefined) reportNamespace(namespace, path, report);
  if (path.text !== "" && !isNamed) {
    const option = options.find(({ text }) => MODES.has(text))?.text ?? "";
    const expected = `no name beside the option \`${option}\``;
    report("invalid-tag", path.range, { tag: path.text, expected });
  }
  const omit = options.find(({ text }) => text === "omitempty");
  if (omit !== undefined && !isNamed && !place.startsWith("any")) {
    const expected = "the option beside an element or an attribute";
    report("invalid-tag", omit.range, { tag: omit.text, expected });
  }
  const names = isNamed ? namesIn(path, field, report) : [];
  return {
    kind: "named",
    place,
    name: names.at(-1) ?? field.text,
    ...(namespace === undefined ? {} : { namespace: namespace.text }),
    parents: place === "element" ? names.slice(0, -1) : [],
    omitEmpty: omit !== undefined,
    range: tag.range,
  };
}

type Parts = readonly [namespace: SourceText | undefined, path: SourceText, ...SourceText[]];

/** Divides a tag at its first space and its commas. */
function partsOf(tag: SourceText): Parts {
  const space = tag.text.indexOf(" ");
  const namespace = space === -1 ? undefined : part(tag, 0, space);
  let start = space + 1;
  const parts = tag.text
    .slice(start)
    .split(",")
    .map((text) => {
      const from = start;
      start += text.length + 1;
      return part(tag, from, from + text.length);
    });
  const [path = tag, ...options] = parts;
  return [namespace, path, ...options];
}

function part(tag: SourceText, start: number, end: number): SourceText {
  return { text: tag.text.slice(start, end), range: rangeIn(tag, start, end - start) };
}

/** Returns the place that options name; `any` and `attr` are one together, all others exclude each other. */
function placeOf(options: readonly SourceText[], path: SourceText, report: Report): XmlPlaceDraft {
  const known = options.filter((option) => {
    const { text, range } = option;
    if (text === "" || OPTIONS.includes(text)) return MODES.has(text);
    const expected = `one of the options ${OPTIONS.map((option) => `\`${option}\``).join(", ")}; Go ignores it`;
    report("dubious-tag", range, { tag: text, expected }, optionHelp(option, OPTIONS));
    return false;
  });
  const words = new Set(known.map(({ text }) => text));
  const isAnyAttribute = words.size === 2 && words.has("any") && words.has("attr");
  const [first] = known;
  if (first === undefined) return "element";
  if (isAnyAttribute) return "anyAttribute";
  const second = known.find(({ text }) => text !== first.text);
  if (second !== undefined) {
    const expected = `no other place beside \`${first.text}\``;
    report("invalid-tag", second.range, { tag: second.text, expected });
  }
  if (first.text === "attr" && path.text.includes(">")) {
    report("invalid-tag", path.range, { tag: path.text, expected: "a name without a path" });
  }
  return MODES.get(first.text) ?? "element";
}

function reportNamespace(namespace: SourceText, path: SourceText, report: Report): void {
  const { text, range } = namespace;
  if (path.text === "") {
    report("invalid-tag", range, { tag: text, expected: "a name behind the namespace" });
  } else if (/[,>]/.test(text)) {
    // A space behind a comma is no part of the option.
    const space = { ...range, start: range.end, end: range.end + 1 };
    const edits = text.endsWith(",") ? [{ range: space, text: "" }] : [];
    report("invalid-tag", range, { tag: text, expected: "a tag without a space" }, { edits });
  } else if (text.includes("，")) {
    const expected = "a name that XML has";
    report("dubious-tag", range, { tag: text, expected }, nameHelp(namespace));
  }
}

/** Returns the names of a path; Go puts the name of the field before a leading `>`. */
function namesIn(path: SourceText, field: SourceText, report: Report): string[] {
  if (path.text === "") return [field.text];
  let start = 0;
  return path.text.split(">").map((text, index, { length }) => {
    const range = rangeIn(path, start, text.length);
    start += text.length + 1;
    if (text !== "") {
      reportName({ text, range }, report);
      return text;
    }
    if (index > 0) reportEmpty(path, range, index === length - 1, report);
    return field.text;
  });
}

function reportEmpty(path: SourceText, place: SourceRange, isLast: boolean, report: Report): void {
  const range = isLast ? path.range : { ...place, start: place.start - 1, end: place.end + 1 };
  const expected = isLast ? "a name behind the last `>`" : "a name between `>` and `>`";
  report("invalid-tag", range, { tag: isLast ? path.text : ">>", expected });
}

function reportName(name: SourceText, report: Report): void {
  const { text, range } = name;
  if (NAME.test(text)) return;
  const [expected, help] = text.includes(":")
    ? ["a name without a prefix", { hint: "write the namespace and a space before the name" }]
    : ["a name that XML has", nameHelp(name)];
  report("dubious-tag", range, { tag: text, expected }, help);
}
