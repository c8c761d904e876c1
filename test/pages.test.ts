import * as fc from "fast-check";
import { expect, test } from "vitest";
import { rest } from "../generator/dialect/rest.js";
import { parseDocument } from "../generator/parse/document.js";
import { documentOf } from "../generator/project/documents.js";
import type { SpecFile } from "../generator/source/spec-file.js";
import { generatedPages, ROW } from "./support/pages.js";

const pages = generatedPages(["constructor", "Promise", "readonly", "Codec", "json"]);

test("every row of a page in `rest` is a field, or is told in its line or at its table", () => {
  const files = fc.sample(pages, { seed: 1, numRuns: 60 }).flat();
  expect(files.flatMap(lostRows)).toEqual([]);
});

/** Returns the rows of a page of which nothing is read and nothing is told. */
function lostRows(file: SpecFile): string[] {
  const source = documentOf(file);
  const { value, diagnostics } = parseDocument(source, rest);
  const members = value.declarations.flatMap((one) => (one.kind === "model" ? one.members : []));
  const fields = members.flatMap((one) => (one.kind === "field" ? one.name.range : []));
  const values = value.declarations.map(({ name }) => name.range);
  const lineOf = (offset: number) => source.text.slice(0, offset).split("\n").length - 1;
  const places = [...fields, ...values, ...diagnostics.map(({ range }) => range)];
  const told = new Set(places.map(({ start }) => lineOf(start)));
  // The tables of a call that no heading tells apart, and second bodies of one status, are errors at the heading above them.
  const unclear = diagnostics.filter(({ rule }) => /^(?:unclear-part|repeated-error)$/.test(rule));
  const headings = new Set(unclear.map(({ range }) => lineOf(range.start)));
  const lines = source.text.split("\n");
  return lines.filter((line, index) => {
    if (!line.startsWith("|") || !ROW.test(line) || told.has(index)) return false;
    const header = lines.findLastIndex((other, above) => above < index && !other.startsWith("|"));
    return !told.has(header + 1) && !lines.some((_, above) => above < index && headings.has(above));
  });
}
