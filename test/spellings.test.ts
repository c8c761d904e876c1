import { describe, expect, test } from "vitest";
import { generate } from "../generator/project/generate.js";
import { sample } from "./support/sample.js";
import { config } from "./support/spec.js";
import { templates } from "./support/templates.js";

type Spelling = (text: string) => string;

/** Ways to write one and the same document. */
const SPELLINGS: Readonly<Record<string, Spelling>> = {
  "a byte-order mark": (text) => `\uFEFF${text}`,
  CRLF: (text) => text.replaceAll("\n", "\r\n"),
  "CR alone": (text) => text.replaceAll("\n", "\r"),
  "a byte-order mark and CRLF": (text) => `\uFEFF${text.replaceAll("\n", "\r\n")}`,
  "no final newline": (text) => text.trimEnd(),
  "many final newlines": (text) => `${text}\n\n \n\t\n`,
  "spaces behind every line": (text) => text.replaceAll("\n", "   \n"),
  "spaces in code spans of a row": (text) =>
    // A code span inside a sentence is part of the documentation, whose text stays as written.
    rows(text, (cell) => cell.replace(/^`([^`]+)`$/, "` $1  `")),
  "padded cells": (text) => rows(text, (cell) => `   ${cell}  `),
  "cells padded with tabs": (text) =>
    rows(text, (cell, index) => `${index === 0 ? "" : "\t"}${cell}\t`),
  "bars around every row": (text) => rows(text, (cell) => cell, { outer: true }),
  "columns in the other order": (text) =>
    rows(text, (cell) => cell, { outer: true, reversed: true }),
  // The columns of callbacks are names of fields, in which the case counts.
  "headings in capitals": (text) =>
    text.includes("## Callbacks")
      ? text
      : rows(text, (cell) => cell, { header: (title) => title.toUpperCase() }),
  "closed headings": (text) => text.replaceAll(/^(#+) (.*)$/gm, "$1 $2 $1"),
  "empty lines doubled": (text) => text.replaceAll("\n\n", "\n\n\n"),
  "sections in capitals": (text) =>
    text.replaceAll(/^## .*$/gm, (heading) => heading.toUpperCase()),
};

interface TableSpelling {
  /** Whether a bar stands before the first cell and behind the last. */
  readonly outer?: boolean;
  readonly reversed?: boolean;
  readonly header?: (title: string) => string;
}

type WriteCell = (cell: string, index: number) => string;

/** Writes the tables of a document anew. */
function rows(text: string, write: WriteCell, spelling: TableSpelling = {}): string {
  return text
    .split(/(\n\n|^###.*\n|```[^]*?```)/m)
    .map((block) => (isTable(block) ? tableOf(block.split("\n"), write, spelling) : block))
    .join("");
}

function isTable(block: string): boolean {
  return /\n\|?[ :-]+\|[ :|-]*$/m.test(`\n${block}`);
}

function tableOf(
  lines: readonly string[],
  write: WriteCell,
  { outer = false, reversed = false, header = (title) => title }: TableSpelling,
): string {
  return lines
    .map((line, index) => {
      if (line === "") return line;
      const cells = cellsOf(line);
      // The delimiters of the second line stay as they are.
      const written = index === 1 ? cells : (index === 0 ? cells.map(header) : cells).map(write);
      const ordered = reversed ? written.toReversed() : written;
      return outer ? `| ${ordered.join(" | ")} |` : ordered.join("|");
    })
    .join("\n");
}

function cellsOf(line: string): string[] {
  const inner = line.replace(/^ *\|(?!`|\|)/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim());
}

const options = { ...config, templates };
const memo = new Map<string, string>();
const { files: expected } = await generate(sample, { ...options, memo });

describe("the spelling of a document does not show in the output", () => {
  test.each(Object.entries(SPELLINGS))("%s", async (_name, spell) => {
    const spelt = sample.map(({ path, value }) => ({ path, value: spell(value) }));
    expect(spelt[0]?.value).not.toBe(sample[0]?.value);
    const { diagnostics, files } = await generate(spelt, { ...options, memo });
    expect(diagnostics).toEqual([]);
    expect(Object.fromEntries(files)).toEqual(Object.fromEntries(expected));
  });
});
