import { brokenLine } from "./breaking.js";
import { normalized } from "./quotes.js";
import { isWithinWidth } from "./width.js";

/** A line of the output, or code that prettier makes lines of. */
export type Line = string | Unformatted;

/** Code to format between the lines around it. */
export interface Unformatted {
  readonly before: readonly string[];
  readonly code: string;
  readonly after: readonly string[];
}

/** The lines around code of each kind, in which prettier reads it as what it is. */
const AROUND = {
  statement: ["{", "}"],
  member: ["({", "});"],
  enumMember: ["enum _ {", "}"],
  property: ["interface _ {", "}"],
} as const;

/** Returns a line as it is, or the lines that it is broken into, or code of which neither is known. */
export function laidOut(
  line: string,
  broken: () => readonly string[] | undefined,
  unformatted: () => Unformatted,
): readonly Line[] {
  const isWithin = isWithinWidth(line);
  if (isWithin === true) return [line];
  return (isWithin === false ? broken() : undefined) ?? [unformatted()];
}

/**
 * Returns the lines of code, indented and broken.
 *
 * @param text has a line for each statement, each member, and the brackets around them
 * @param kind what the lines are that are in no brackets
 */
export function codeLines(
  text: string,
  indent: string,
  kind: "statement" | "property" = "statement",
): Line[] {
  const lines = text.split("\n");
  const result: Line[] = [];
  // The first lines of the blocks around a line.
  const blocks: string[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    if ((isLabel(line) || closes(line)) && isLabel(blocks.at(-1) ?? "")) blocks.pop();
    if (closes(line)) blocks.pop();
    const inner = indent + "  ".repeat(blocks.length);
    const known = knownLines(line, inner);
    if (known !== undefined) {
      for (const one of known) result.push(one);
      if (isLabel(line) || opens(line)) blocks.push(line);
    } else if (isPart(line)) return [unformatted(text, indent, kind)];
    else {
      const end = endOfBlock(lines, index);
      const code = lines.slice(index, end + 1).join("\n");
      const isOfEnum = /\benum \S+ \{$/.test(blocks.at(-1) ?? "");
      const member = isOfEnum ? "enumMember" : "member";
      result.push(unformatted(code, inner, code.endsWith(",") ? member : kind));
      index = end;
    }
  }
  return result;
}

/** The start of a call whose last argument is a function with lines of its own; no other argument is one. */
const FUNCTION = /^(?:[\w$.]+ \+?= )?[\w$.]+\((?:[^()]+, )?\([\w, ]*\) => \{$/;

function knownLines(line: string, indent: string): readonly string[] | undefined {
  if (/^(?:\/\*\*| \*|\/\/)/.test(line)) return [(indent + line).trimEnd()];
  if (line.includes("=> {") && !FUNCTION.test(line)) return undefined;
  const code = normalized(line);
  if (code === undefined) return undefined;
  // A case is never broken.
  if (isLabel(line)) return [indent + code];
  const isWithin = isWithinWidth(indent + code);
  if (isWithin === true) return [indent + code];
  return isWithin === false ? brokenLine(code, indent) : undefined;
}

/** Returns code that prettier formats at an indentation. */
function unformatted(code: string, indent: string, kind: keyof typeof AROUND): Unformatted {
  if (indent === "") return { before: [], code, after: [] };
  const outer = indent.length / 2 - 1;
  const [start, end] = AROUND[kind];
  return {
    before: [...Array.from({ length: outer }, () => "{"), start],
    code,
    after: [end, ...Array.from({ length: outer }, () => "}")],
  };
}

/** The line at which all brackets are closed that a line opens. */
function endOfBlock(lines: readonly string[], start: number): number {
  let depth = 0;
  for (let index = start; index < lines.length; index++) {
    const line = lines[index] ?? "";
    if (index > start && closes(line)) depth--;
    if (opens(line)) depth++;
    if (depth === 0) return index;
  }
  throw new Error(`Unexpected end of ${lines[start]}, expected its brackets to close`);
}

/** Whether a line begins a case of a `switch`, which ends without a bracket. */
function isLabel(line: string): boolean {
  return /^(?:case .*|default):$/.test(line);
}

/** Whether a line cannot be read without what comes before it. */
function isPart(line: string): boolean {
  return closes(line) || /^(?:else|case|default)\b/.test(line);
}

function opens(line: string): boolean {
  return /[{[(]$/.test(line);
}

function closes(line: string): boolean {
  return /^[}\])]/.test(line);
}
