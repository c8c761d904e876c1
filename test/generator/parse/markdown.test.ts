import * as fc from "fast-check";
import { VFile } from "vfile";
import { expect, test } from "vitest";
import { markdown, parseMarkdown } from "../../../generator/parse/markdown.js";
import { editedSpec } from "../../support/edits.js";

/** Lines that open, close or interrupt blocks, in every way that the cutting must know about. */
const LINES = [
  ..."#|`-<>~ 1=*中",
  "",
  "",
  " ",
  "# 标题",
  "## Models",
  "  # indented",
  "- # in a list",
  "text",
  "  text",
  "    text",
  "a|b",
  "-|-",
  "`x`|`y`",
  "`x`|`y`",
  "`z`",
  "| 1 | 2 |",
  "1|2",
  "```",
  "```go",
  "````",
  "  ```",
  "- ```",
  "1. a",
  "~~~",
  "```a`b",
  "<div>",
  "</div>",
  "<!-- a -->",
  "<!-- a",
  "-->",
  "<!-->",
  "<pre>",
  "<br>",
  "> quote",
  "===",
  "---",
  "\t# tab",
  "\u00a0",
];

test("a document parsed in chunks is the document parsed whole", () => {
  const lines = fc.array(fc.constantFrom(...LINES), { maxLength: 30 });
  fc.assert(
    fc.property(lines, fc.constantFrom("", "\n"), fc.integer({ min: 1, max: 3 }), expectSame),
    { numRuns: 5_000 },
  );
});

test("so is an edited document of the spec", () => {
  fc.assert(
    fc.property(editedSpec, fc.integer({ min: 1, max: 5 }), (documents, longestRun) => {
      for (const { value } of documents) expectSame(value.split("\n"), "", longestRun);
    }),
    { numRuns: 200 },
  );
});

function expectSame(lines: readonly string[], end: string, longestRun: number): void {
  const text = lines.join("\n") + end;
  const inChunks = parseMarkdown(new VFile(text), longestRun).children;
  expect(JSON.stringify(inChunks)).toBe(JSON.stringify(markdown.parse(text).children));
}
