import * as fc from "fast-check";
import type { Nodes, Root, RootContent } from "mdast";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import remarkParse from "remark-parse";
import { unified, type Processor } from "unified";
import { expect, test } from "vitest";
import { isGo } from "../../../generator/parse/fence.js";
import { lengthOfFrontMatter } from "../../../generator/parse/front-matter.js";
import { markdown, parseMarkdown, UNREAD_CONSTRUCTS } from "../../../generator/parse/markdown.js";
import { rawHtml, rawHtmlEndOf } from "../../../generator/parse/raw-html.js";
import { go } from "../../../generator/dialect/go.js";
import type { ParseContext } from "../../../generator/parse/context.js";
import { collectDiagnostics } from "../../../generator/source/diagnostic.js";
import { editedSpec } from "../../support/edits.js";
import { runs } from "../../support/fuzz.js";

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
  "2) a",
  "- a",
  "- a",
  "- b",
  "* c",
  "* * *",
  "  - a",
  " <div>",
  " ~~~",
  "    ```",
  "<https://example.com>",
  "~~~",
  "```a`b",
  "<div>",
  "</div>",
  "<!-- a -->",
  "<!-- a",
  "-->",
  "<!-->",
  "<pre>",
  "</pre>",
  " <style>",
  "<!DOCTYPE html>",
  "<![CDATA[",
  "<?php",
  "<details>",
  "</textarea> <a id='b' />",
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
    fc.property(lines, fc.constantFrom("", "\n"), fc.nat(40), (document, end, shortest) => {
      const text = document.join("\n") + end;
      fc.pre(!hasLostHeading(text));
      expect(inChunks(text, shortest)).toBe(whole(text));
    }),
    { numRuns: runs(2000, 5000) },
  );
});

test("so is an edited document of the spec", () => {
  fc.assert(
    fc.property(editedSpec, fc.nat(40), (documents, shortest) => {
      for (const { value } of documents) {
        fc.pre(!hasLostHeading(value));
        expect(inChunks(value, shortest)).toBe(whole(value));
      }
    }),
    { numRuns: runs(100, 200) },
  );
});

test("a table has the cells that GFM reads", () => {
  const cells = fc.string({ unit: fc.constantFrom(..."ab|-:`\\\t 中𠮷*_<>&[](!)"), maxLength: 12 });
  const tables = fc.array(fc.array(cells, { maxLength: 5 }), { maxLength: 5 });
  fc.assert(
    fc.property(tables, fc.constantFrom("", "- ", "  ", "> "), (rows, container) => {
      const lines = ["a|b|c", "-|:-:|-:", ...rows.map((row) => row.join("|"))];
      const text = lines.map((line) => container + line).join("\n");
      expect(blocksOf(markdown.parse(text))).toEqual(blocksOf(gfm.parse(text)));
    }),
    { numRuns: runs(1500, 3000) },
  );
});

/** A tree with the places alone of the texts in paragraphs and headings: the dialect reads nothing else of them. */
function blocksOf(tree: Root): unknown {
  const text = JSON.stringify(tree, (_key, value: Nodes) => {
    if (value?.type !== "paragraph" && value?.type !== "heading") return value;
    const [first, last] = [value.children[0]?.position, value.children.at(-1)?.position];
    return { ...value, children: [first?.start, last?.end] };
  });
  return JSON.parse(text);
}

/** The dialect with the tables of the libraries as they are. */
const gfm = unified()
  .use(remarkParse)
  .use(function (this: Processor) {
    const data = this.data();
    data.micromarkExtensions = [
      gfmTable(),
      { flow: { 60: rawHtml }, disable: { null: [...UNREAD_CONSTRUCTS] } },
    ];
    data.fromMarkdownExtensions = [gfmTableFromMarkdown()];
  });

/** A heading ends a Go fence, and raw HTML without an end, unlike in CommonMark. */
function hasLostHeading(text: string): boolean {
  return markdown.parse(text).children.some((node) => {
    if (node.type !== "code" && node.type !== "html") return false;
    const isOpen =
      node.type === "code"
        ? isGo(node)
        : rawHtmlEndOf(node.value)?.pattern.test(node.value) === false;
    return isOpen && /^#{1,6}(?:[ \t]|$)/m.test(node.value);
  });
}

function contextOf(text: string, path = "a.md"): ParseContext {
  return {
    source: { path, text },
    dialect: go,
    readTables: new Set(),
    examples: [],
    ...collectDiagnostics(),
  };
}

function inChunks(text: string, shortest: number): string {
  return treeText(parseMarkdown(contextOf(text), shortest));
}

/** Reads a document whole; front matter is not Markdown, and empty lines keep its place. */
function whole(text: string): string {
  const start = lengthOfFrontMatter(text);
  const blank = text.slice(0, start).replaceAll(/[^\n]/g, " ");
  return treeText(markdown.parse(blank + text.slice(start)).children);
}

/**
 * Whether the empty lines behind a list belong to its fence, which has no end, is all the same; so is
 * whether empty lines stand between its items.
 */
function treeText(content: readonly RootContent[]): string {
  const texts = content.map((node) =>
    JSON.stringify(node, node.type === "list" ? trimmed : undefined),
  );
  return texts.join("\n");
}

function trimmed(key: string, value: unknown): unknown {
  if (key === "end" || key === "spread") return undefined;
  return key === "value" && typeof value === "string" ? value.trimEnd() : value;
}
