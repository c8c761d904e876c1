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
  const longestRun = fc.integer({ min: 1, max: 3 });
  fc.assert(
    fc.property(lines, fc.constantFrom("", "\n"), longestRun, (document, end, rows) => {
      const text = document.join("\n") + end;
      expect(inChunks(text, rows)).toBe(whole(text));
    }),
    { numRuns: 5_000 },
  );
});

test("so is an edited document of the spec", () => {
  fc.assert(
    fc.property(editedSpec, fc.integer({ min: 1, max: 5 }), (documents, rows) => {
      for (const { value } of documents) expect(inChunks(value, rows)).toBe(whole(value));
    }),
    { numRuns: 200 },
  );
});

function inChunks(text: string, longestRun: number): string {
  return JSON.stringify(parseMarkdown(new VFile(text), longestRun).children);
}

function whole(text: string): string {
  return JSON.stringify(markdown.parse(text).children);
}
