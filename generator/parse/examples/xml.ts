import { SaxesParser } from "saxes";
import type { SourceRange } from "../../source/source.js";
import { sourceOf } from "../../source/text.js";

/** An element of XML in a document. */
export interface XmlElement {
  readonly name: string;
  /** The place of the name in the opening tag. */
  readonly range: SourceRange;
  readonly children: readonly XmlElement[];
  /** The text of an element without children. */
  readonly text: string;
  /** Whether the text is in a section `CDATA`. */
  readonly isQuoted: boolean;
}

/** An example in XML, and the mistakes in it. */
export interface XmlExample {
  readonly root: XmlElement;
  readonly range: SourceRange;
  readonly mistakes: readonly XmlMistake[];
}

export interface XmlMistake {
  readonly message: string;
  readonly range: SourceRange;
}

interface OpenElement extends XmlElement {
  readonly children: OpenElement[];
  text: string;
  isQuoted: boolean;
}

/** Elements nested deeper are left out: every stack ends. */
const DEEPEST = 100;

/** Tells whether a text is meant as a message in XML. */
export function isXml(text: string): boolean {
  return /^\s*(?:<\?xml\b|<xml\b)/i.test(text);
}

/** Reads an example in XML as documentation has it, with ellipses between elements. */
export function parseXml(range: SourceRange): XmlExample | undefined {
  const text = sourceOf(range);
  const parser = new SaxesParser({ position: true });
  const mistakes: XmlMistake[] = [];
  const open: OpenElement[] = [];
  let root: OpenElement | undefined;
  const rangeAt = (start: number, length: number): SourceRange => {
    const from = Math.min(range.start + start, range.end);
    return { ...range, start: from, end: Math.min(from + length, range.end) };
  };
  const report = (message: string) =>
    mistakes.push({ message, range: rangeAt(Math.max(0, parser.position - 1), 1) });
  parser.on("opentag", ({ name }) => {
    if (open.length === DEEPEST) report(`more than ${DEEPEST} levels`);
    const start = text.lastIndexOf("<", parser.position - 1) + 1;
    const element: OpenElement = {
      name,
      range: rangeAt(start, name.length),
      children: [],
      text: "",
      isQuoted: false,
    };
    root ??= element;
    if (open.length < DEEPEST) open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  const add = (part: string, isQuoted: boolean) => {
    const element = open.at(-1);
    if (element === undefined) return;
    element.text += part;
    element.isQuoted ||= isQuoted;
    const isMixed = element.children.length > 0 && !/^[\s.…。]*$/.test(part);
    if (isMixed) report("text beside elements");
  };
  parser.on("text", (part) => add(part, false));
  parser.on("cdata", (part) => add(part, true));
  // A first mistake makes others.
  parser.on("error", ({ message }) => {
    if (mistakes.length === 0) report(message.replace(/^\d+:\d+: /, "").replace(/\.$/, ""));
  });
  parser.write(text).close();
  return root === undefined ? undefined : { root, range, mistakes };
}
