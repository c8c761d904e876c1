import { brokenLine } from "./breaking.js";
import { brokenHead } from "./heads.js";
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

/**
 * Returns the lines of printed statements, indented and broken in the style of prettier.
 *
 * @param text has a line for each statement, each member, and the brackets around them
 */
export function codeLines(text: string): Line[] {
  return new LineWriter(text).lines;
}

/** The start of a call whose last argument is a function with lines of its own; no other argument is one. */
const CALLBACK = /^(?:[\w$.]+ \+?= )?[\w$.]+\((?:[^()]+, )?\([\w, ]*\) => \{$/;

/** Declarations whose members are properties, and the methods of a class. */
const TYPE = /^export (?:interface|type) /;
const CLASS = /^export class /;

class LineWriter {
  readonly lines: Line[] = [];
  readonly #code: readonly string[];
  /** The first lines of the blocks around a line. */
  readonly #blocks: string[] = [];
  /** The first line of the statement around a line, and the number of lines that were written before it. */
  #statement = { index: 0, written: 0 };

  constructor(text: string) {
    this.#code = joinedLines(text);
    for (let index = 0; index < this.#code.length; index++) index = this.#write(index);
    if (this.lines.at(-1) === "") this.lines.pop();
  }

  /** Writes a line; returns the index of the last line that is written with it. */
  #write(index: number): number {
    const line = this.#code[index] ?? "";
    if (this.#blocks.length === 0) this.#statement = { index, written: this.lines.length };
    if (/^(?:\/\*\*|\*|\/\/)/.test(line)) {
      this.lines.push(this.#indent + (line.startsWith("*") ? ` ${line}` : line));
      return index;
    }
    if (line === "") {
      if (![undefined, ""].includes(this.lines.at(-1) as string)) this.lines.push("");
      return index;
    }
    if ((isLabel(line) || closes(line)) && isLabel(this.#blocks.at(-1) ?? "")) this.#blocks.pop();
    if (closes(line)) this.#blocks.pop();
    const known = this.#linesOf(line) ?? this.#headOf(line);
    if (known === undefined) return this.#writeUnformatted(index);
    for (const one of known) this.lines.push(one);
    if (isLabel(line) || opens(line)) this.#blocks.push(line);
    return index;
  }

  get #indent(): string {
    return "  ".repeat(this.#blocks.length);
  }

  /** Returns the lines of code whose format is known. */
  #linesOf(line: string): readonly string[] | undefined {
    const indent = this.#indent;
    const isHead = TYPE.test(line) || CLASS.test(this.#blocks.at(-1) ?? "");
    if (!isHead && line.includes("=> {") && !CALLBACK.test(line)) return undefined;
    const code = normalized(line);
    if (code === undefined) return undefined;
    // A case is never broken.
    if (isLabel(line)) return [indent + code];
    const isWithin = isWithinWidth(indent + code);
    if (isWithin === true) return isPartOfType(code) ? undefined : [indent + code];
    if (isWithin === undefined) return undefined;
    return brokenHead(code, indent) ?? brokenLine(code, indent);
  }

  /** Returns the first line of a declaration, to be formatted without the lines of its block. */
  #headOf(line: string): readonly Line[] | undefined {
    if (line.startsWith("export interface ") && line.endsWith("{"))
      return [{ before: [], code: line, after: ["_: _;", "}"] }];
    if (/^(?:export )?(?:async )?function /.test(line))
      return [{ before: [], code: line, after: ["_;", "}"] }];
    if (CLASS.test(this.#blocks.at(-1) ?? "") && opens(line))
      return [{ before: ["class _ {"], code: line, after: ["_;", "}", "}"] }];
    return undefined;
  }

  /** Writes the block that begins at a line, or the statement around a line that is only a part of a block. */
  #writeUnformatted(at: number): number {
    let index = at;
    if (isPart(this.#code[index] ?? "")) {
      index = this.#statement.index;
      this.lines.length = this.#statement.written;
      this.#blocks.length = 0;
    }
    const line = this.#code[index] ?? "";
    const end = isPartOfType(line) ? endOfType(this.#code, index) : endOfBlock(this.#code, index);
    const code = this.#code.slice(index, end + 1).join("\n");
    this.lines.push(this.#unformatted(code));
    return end;
  }

  /** Returns code that prettier formats at its indentation. */
  #unformatted(code: string): Unformatted {
    const depth = this.#blocks.length;
    if (depth === 0) return { before: [], code, after: [] };
    const [start, end] = this.#around(code);
    return {
      before: [...Array.from({ length: depth - 1 }, () => "{"), start],
      code,
      after: [end, ...Array.from({ length: depth - 1 }, () => "}")],
    };
  }

  /** Returns the lines around code, in which prettier reads it as what it is. */
  #around(code: string): readonly [start: string, end: string] {
    const block = this.#blocks.at(-1) ?? "";
    if (TYPE.test(block)) return ["interface _ {", "}"];
    if (!code.endsWith(",")) return ["{", "}"];
    return /\benum \S+ \{$/.test(block) ? ["enum _ {", "}"] : ["({", "});"];
  }
}

/** Returns the lines of a text without their indentation; blocks of nothing are one line. */
function joinedLines(text: string): string[] {
  const lines: string[] = [];
  for (const line of text.trim().split("\n")) {
    const code = line.trim();
    const last = lines.at(-1) ?? "";
    if (code.startsWith("}") && last.endsWith("{") && !last.startsWith("*")) {
      lines[lines.length - 1] = last + code;
    } else lines.push(code);
  }
  return lines;
}

/** Whether a line is the start of a type that goes on without a bracket. */
function isPartOfType(line: string): boolean {
  return line.startsWith("export type ") && !/[;{]$/.test(line);
}

/** The line at which an alias of a type ends. */
function endOfType(lines: readonly string[], start: number): number {
  return lines.findIndex((line, index) => index > start && line.endsWith(";"));
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
