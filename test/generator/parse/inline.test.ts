import * as fc from "fast-check";
import type { InlineCode, Nodes } from "mdast";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { expect, test } from "vitest";
import { codeSpansOf, replaceOutsideCode } from "../../../generator/parse/inline.js";

const commonMark = unified().use(remarkParse);

test("code spans are those of CommonMark", () => {
  const piece = fc.constantFrom("`", "``", "```", "\\", "a", " ", "中");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 15 }), (pieces) => {
      // A word in front: no fence, no indentation.
      const text = `x${pieces.join("")}`.trimEnd();
      const spans = codeSpansOf(text).map(({ start, end }) => text.slice(start, end));
      expect(spans).toEqual(inlineCodeIn(text));
    }),
    { numRuns: 5_000 },
  );
});

test.each([
  ["a<br>b", "a\nb"],
  ["`a<br>`<br>b", "`a<br>`\nb"],
  ["a\\<br>b", "a\\<br>b"],
  ["a\\\\<br>b", "a\\\\\nb"],
  ["`a<br>b", "`a\nb"],
])("what stands outside of code is replaced: %j", (text, expected) => {
  expect(replaceOutsideCode(text, /<br>/g, "\n")).toBe(expected);
});

test("many runs of back-ticks take a linear time", () => {
  const text = Array.from({ length: 1200 }, (_, index) => "`".repeat(index + 1)).join(" ");
  expect(codeSpansOf(text)).toEqual([]);
  expect(codeSpansOf("*a_ `".repeat(200_000))).toHaveLength(100_000);
});

function inlineCodeIn(text: string): string[] {
  const found: string[] = [];
  visit(commonMark.parse(text) as Nodes, "inlineCode", ({ position }: InlineCode) => {
    found.push(text.slice(position?.start.offset, position?.end.offset));
  });
  return found;
}
