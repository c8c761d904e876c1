import { describe, expect, test } from "vitest";
import { checkSpec } from "../../../generator/check.js";
import type { Counts } from "../../../generator/ir/api.js";
import type { SpecFile } from "../../../generator/ir/files.js";
import { config, spec } from "../../support/spec.js";
import { copiesOf, joined } from "./copies.js";

const text = joined(spec);
const once = checkSpec([{ path: "document.md", value: text }], config).counts;
const copies = copiesOf(text, 3);

const layouts: readonly (readonly [name: string, documents: readonly SpecFile[]])[] = [
  ["many documents", copies.map((value, index) => ({ path: `document_${index}.md`, value }))],
  ["one document", [{ path: "document.md", value: copies.join("\n") }]],
];

describe.each(layouts)("three copies in %s", (_name, documents) => {
  test("have everything three times, and nothing to complain about", () => {
    const result = checkSpec(documents, config);
    expect(result.documents.flatMap(({ messages }) => messages.map(String))).toEqual([]);
    expect(result.counts).toEqual({ ...thrice(once), documents: documents.length });
    expect(once.models).toBeGreaterThan(60);
  });
});

test("a copy differs in nothing but its names", () => {
  const [first = "", second = ""] = copies;
  expect(copies.map((copy) => copy.replaceAll(/Copy\d|(?<=^# .*) \d$/gm, ""))).toEqual(
    copies.map(() => text),
  );
  expect(first).not.toBe(second);
});

function thrice(counts: Counts): Counts {
  const entries = Object.entries(counts).map(([name, count]: [string, number]) => [
    name,
    count * 3,
  ]);
  return Object.fromEntries(entries) as Counts;
}
