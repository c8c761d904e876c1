import * as fc from "fast-check";
import type { RootContent } from "mdast";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import remarkParse from "remark-parse";
import { unified, type Processor } from "unified";
import type { Point } from "unist";
import { expect, test } from "vitest";
import { isGo } from "../../../generator/parse/fence.js";
import { markdown, parseMarkdown, UNREAD_CONSTRUCTS } from "../../../generator/parse/markdown.js";
import { rawHtml, rawHtmlEndOf } from "../../../generator/parse/raw-html.js";
import { go } from "../../../generator/dialect/go.js";
import type { ParseContext } from "../../../generator/parse/context.js";
import { collectDiagnostics } from "../../../generator/source/diagnostic.js";
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
  "two spaces  ",
  "`a` [b]  ",
  "*a*\\",
  "&amp; <a\t",
];

test("a document parsed in chunks is the document parsed whole", () => {
  const lines = fc.array(fc.constantFrom(...LINES), { maxLength: 30 });
  fc.assert(
    fc.property(lines, fc.constantFrom("", "\n"), fc.nat(40), (document, end, shortest) => {
      const text = document.join("\n") + end;
      fc.pre(!hasLostHeading(text));
      expect(inChunks(text, shortest)).toBe(whole(text));
    }),
    { numRuns: 5_000 },
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
    { numRuns: 200 },
  );
});

test("a table has the cells that GFM reads", () => {
  const cells = fc.string({ unit: fc.constantFrom(..."ab|-:`\\\t 中𠮷*_<>&[](!)"), maxLength: 12 });
  const tables = fc.array(fc.array(cells, { maxLength: 5 }), { maxLength: 5 });
  fc.assert(
    fc.property(tables, fc.constantFrom("", "- ", "  ", "> "), (rows, container) => {
      const lines = ["a|b|c", "-|:-:|-:", ...rows.map((row) => row.join("|"))];
      const text = lines.map((line) => container + line).join("\n");
      expect(markdown.parse(text)).toEqual(gfm.parse(text));
    }),
    { numRuns: 3_000 },
  );
});

test("lines have the texts that CommonMark reads without spans", () => {
  const lines = fc.array(fc.constantFrom(...LINES), { maxLength: 20 });
  fc.assert(
    fc.property(lines, (document) => {
      const text = document.join("\n");
      expect(markdown.parse(text)).toEqual(gfm.parse(text));
    }),
    { numRuns: 3_000 },
  );
});

/** The dialect with the tables and texts of the libraries as they are. */
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
  return { source: { path, text }, dialect: go, ...collectDiagnostics() };
}

function inChunks(text: string, shortest: number): string {
  return treeText(parseMarkdown(contextOf(text), shortest), text);
}

function whole(text: string): string {
  return treeText(markdown.parse(text).children, text);
}

/**
 * The text of a tree. Two places inside of lists depend on what follows, where nothing closes a fence: mdast
 * ends an item behind the marker of the next one, so that both cover it; parsed apart, the first ends
 * where the next begins. And white space that its last line consists of belongs to the fence or not.
 */
function treeText(content: readonly RootContent[], text: string): string {
  const withoutPadding = (key: string, value: Point) => {
    if (key !== "end") return value;
    const offset = offsetOf(value) - value.column + 1;
    const isPadding = /^[ \t]+$/.test(text.slice(offset, offsetOf(value)));
    return isPadding ? { line: value.line, column: 1, offset } : value;
  };
  const texts = content.map((node) => {
    if (node.type !== "list") return JSON.stringify(node);
    for (const [index, { position }] of node.children.entries()) {
      const next = node.children[index + 1]?.position;
      if (!position || !next || offsetOf(position.end) <= offsetOf(next.start)) continue;
      position.end = next.start;
    }
    return JSON.stringify(node, withoutPadding);
  });
  return texts.join("\n");
}

function offsetOf({ offset }: Point): number {
  return offset ?? Number.NaN;
}
