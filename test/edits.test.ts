import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import { parseDocument } from "../generator/parse/document.js";
import { checkSpec } from "../generator/project/check.js";
import { fixTexts } from "../generator/project/fix.js";
import { applyEdits } from "../generator/source/edits.js";
import { fixCase, generateCase, inputOf } from "./support/case.js";
import { cases } from "./support/cases.js";
import { unprinted } from "./support/printed.js";
import { diagnosticsOf } from "../generator/report/json.js";

const HEADER = "|Name|JSON|Type|Doc|\n|-|-|-|-|\n";
const ROW = "|`A`|`a`|`string`|text|\n";

/** Returns a document with one model. */
function modelText(table: string, heading = "## Models"): string {
  return `# T\n\n${heading}\n\n### \`M\`\n\n${table}`;
}

function diagnosticsIn(text: string) {
  return parseDocument({ path: "spec/t.md", text }).diagnostics;
}

test.each([
  [
    "a code span",
    modelText(`${HEADER}|A|\`a\`|[]string|text|\n`),
    modelText(`${HEADER}|\`A\`|\`a\`|\`[]string\`|text|\n`),
  ],
  [
    "the last cell",
    modelText(`${HEADER}${ROW}|\`B\`|\`b\`|\`string\`|\n`),
    modelText(`${HEADER}${ROW}|\`B\`|\`b\`|\`string\`||\n`),
  ],
  ["wide bars", modelText(`${HEADER}|\`A\`|\`a\`｜\`string\`|text|\n`), modelText(HEADER + ROW)],
  [
    "short dashes",
    modelText(`${HEADER.replace("|-|-|-|-|", "|:-|-|-|")}${ROW}`),
    modelText(`${HEADER.replace("|-|-|-|-|", "|:-|-|-|-|")}${ROW}`),
  ],
  ["no dashes", modelText(`${HEADER.replace("|-|-|-|-|\n", "")}${ROW}`), modelText(HEADER + ROW)],
  [
    "long dashes",
    modelText(`Name | Type\n:-- | --: | -\n\`A\` | \`string\`\n`),
    modelText(`Name | Type\n:-- | --:\n\`A\` | \`string\`\n`),
  ],
  [
    "dashes that begin a list",
    modelText("Name | Type | Doc\n- | - | -\n`A` | `string` | text\n"),
    modelText("Name | Type | Doc\n--- | --- | ---\n`A` | `string` | text\n"),
  ],
  [
    "too few dashes that begin a list",
    modelText("Name | Type | Doc\n- | -\n`A` | `string` | text\n"),
    modelText("Name | Type | Doc\n--- | --- | ---\n`A` | `string` | text\n"),
  ],
  [
    "a header without bars at its ends and without dashes",
    modelText("Name|Type|Doc\n`A`|`string`|text\n"),
    modelText("Name|Type|Doc\n-|-|-\n`A`|`string`|text\n"),
  ],
  [
    "an empty line above the dashes",
    modelText("Name|Type|Doc\n\n-|-|-\n`A`|`string`|text\n"),
    modelText("Name|Type|Doc\n-|-|-\n`A`|`string`|text\n"),
  ],
  [
    "an empty line above a row",
    modelText(`${HEADER}${ROW}\n|\`B\`|\`b\`|\`string\`|more|\n`),
    modelText(`${HEADER}${ROW}|\`B\`|\`b\`|\`string\`|more|\n`),
  ],
  [
    "rows without a header",
    modelText("| `A` | `a` | `string` | text |\n| `B` | `b` | `int32` | more |\n"),
    modelText(
      "| Name | JSON | Type | Doc |\n| --- | --- | --- | --- |\n| `A` | `a` | `string` | text |\n| `B` | `b` | `int32` | more |\n",
    ),
  ],
  [
    "bars in code",
    modelText(`${HEADER}|\`A\`|\`a\`|\`string\`|\`x|y\` or \`\`z|\`\`|\n`),
    modelText(`${HEADER}|\`A\`|\`a\`|\`string\`|\`x\\|y\` or \`\`z\\|\`\`|\n`),
  ],
  [
    "fields between spaces",
    modelText("`A` string one text\n`B` int32 more\n"),
    modelText("Name|Type|Doc\n-|-|-\n`A`|`string`|one text\n`B`|`int32`|more\n"),
  ],
  ["a title", modelText(HEADER.replace("Type", "Tpye") + ROW), modelText(HEADER + ROW)],
  ["a section", modelText(HEADER + ROW, "## Modles"), modelText(HEADER + ROW)],
  ["a heading", modelText(HEADER + ROW, "##Models"), modelText(HEADER + ROW)],
  [
    "a paste with titles",
    modelText("Name\tJSON\tType\tDoc\nA\ta\tstring\ttext | more\nB\tb\t[]int\t\n"),
    modelText("Name|JSON|Type|Doc\n-|-|-|-\n`A`|`a`|`string`|text \\| more\n`B`|`b`|`[]int`||\n"),
  ],
  [
    "a paste of fields",
    modelText("A\tstring\ttext\nB\tint32\tmore\n"),
    modelText("Name|Type|Doc\n-|-|-\n`A`|`string`|text\n`B`|`int32`|more\n"),
  ],
  [
    "text aligned with spaces",
    modelText("Name   Type     Doc\nA      string   one text\nLong   int32    more\n"),
    modelText("Name|Type|Doc\n-|-|-\n`A`|`string`|one text\n`Long`|`int32`|more\n"),
  ],
])("edits put %s right", (_, text, expected) => {
  const edits = diagnosticsIn(text).flatMap((diagnostic) => diagnostic.edits ?? []);
  expect(applyEdits(text, edits)).toBe(expected);
  expect(diagnosticsIn(expected)).toEqual([]);
});

test.each([
  ["prose in a cell of code", modelText(`${HEADER}|\`A\`|\`a\`|see below|text|\n`)],
  ["a wide character", modelText(`${HEADER}|\`A\`|\`a\`|string（|text|\n`)],
  ["emphasis", modelText(`${HEADER}|\`A\`|\`a\`|*string*|text|\n`)],
  ["a cell that may be any of several", modelText(`${HEADER}${ROW}|\`B\`|\`b\`|\n`)],
  ["a title of another meaning", modelText(`${HEADER.replace("Type", "Frobnication")}${ROW}`)],
  ["dashes of a header that lacks a cell", modelText(`|Name|JSON|Type|\n|-|-|-|-|\n${ROW}`)],
  [
    "a bar that is neither in code nor at the end",
    modelText(`${HEADER}|\`A\`|\`a\`|\`string\`|x|y|\n`),
  ],
  ["a bar in code beside another one", modelText(`${HEADER}|\`A\`|\`a\`|\`string\`|\`x|y\`|z|\n`)],
  ["a back-tick of several cells", modelText(`${HEADER}|\`A|\`a\`|\`string\`|x|\`y|\n`)],
  ["a header in a quote", modelText("> Name|Type\n> `A`|`string`\n")],
  ["a header in a list", modelText("- Name|Type\n  `A`|`string`\n")],
  [
    "rows without a header, one of which lacks a cell",
    modelText("`A`|`string`|text\n`B`|`int32`\n"),
  ],
  ["a sentence with the words of a field", modelText("userid string 成员\n")],
  ["a paste in a fence", modelText("```text\nA\tstring\ttext\nB\tint32\tmore\n```\n")],
  ["a paste in a list", modelText("- A\tstring\ttext\n- B\tint32\tmore\n")],
  ["a paste with a sentence", modelText("A\tstring\ttext\nB\tint32\tmore\nas we said\n")],
  ["a paste with a type of another language", modelText("A\tString\ttext\nB\tLong\tmore\n")],
  ["a paste whose rows have different cells", modelText("A\tstring\ttext\nB\tb\tint32\tmore\n")],
  ["a paste with titles and a short row", modelText("Name\tJSON\tType\tDoc\nA\tstring\n")],
])("%s has no edits", (_, text) => {
  const found = diagnosticsIn(text);
  expect(found.length).toBeGreaterThan(0);
  expect(found.flatMap((diagnostic) => diagnostic.edits ?? [])).toEqual([]);
});

test("a report lists edits with their places", () => {
  const [found] = diagnosticsOf(diagnosticsIn(modelText(HEADER + ROW, "##Models")));
  expect(found?.fix).toEqual([{ line: 3, column: 1, endLine: 3, endColumn: 3, text: "## " }]);
});

test("each back-tick that is missing at one end is added", () => {
  const text = modelText(`${HEADER}|\`A|a\`|\`string\`|text|\n`);
  const edits = diagnosticsIn(text).flatMap((diagnostic) => diagnostic.edits ?? []);
  expect(applyEdits(text, edits)).toBe(modelText(HEADER + ROW));
});

test("of edits that overlap, the first is applied", () => {
  const source = { path: "a", text: "abc" };
  const edit = (start: number, end: number, text: string) => ({
    range: { source, start, end },
    text,
  });
  const edits = [edit(1, 3, "Y"), edit(0, 2, "X"), edit(3, 3, "!")];
  expect(applyEdits("abc", edits)).toBe("Xc!");
});

test("different texts are inserted at one place, equal ones once", () => {
  const range = { source: { path: "a", text: "ab" }, start: 1, end: 1 };
  const edits = ["X", "Y", "Y"].map((text) => ({ range, text }));
  expect(applyEdits("ab", edits)).toBe("aXYb");
});

test("suggestions remove their messages, and add neither errors nor other messages", async () => {
  const found = cases.filter(({ text }) => /^## Suggested/m.test(text));
  expect(found.length).toBeGreaterThan(1);
  for (const { text } of found) {
    const changed = fixCase(text, { isSuggesting: true });
    expect(fixCase(text, { changed, isSuggesting: true })).toEqual(changed);
    const input = inputOf(text);
    if ("diagnostics" in input) continue;
    const files = input.specFiles.map((file) => ({
      ...file,
      value: changed.get(file.path) ?? "",
    }));
    const remaining = checkSpec(files, input.options).diagnostics;
    expect(remaining.filter(({ suggestion }) => suggestion !== undefined)).toEqual([]);
    const before = new Set(
      (await generateCase(text, unprinted)).diagnostics.map(({ rule }) => rule),
    );
    expect(remaining.filter(({ rule }) => !before.has(rule))).toEqual([]);
  }
});

describe.each(cases)("$name", ({ text }) => {
  test("is the same when it is fixed twice, and stays as it is without errors", async () => {
    const input = inputOf(text);
    if ("diagnostics" in input) return;
    const original = new Map(input.specFiles.map(({ path, value }) => [path, value]));
    const fixed = fixCase(text);
    if (isDeepStrictEqual(fixed, original)) return;
    expect(fixCase(text, { changed: fixed })).toEqual(fixed);
    const { diagnostics } = await generateCase(text, unprinted);
    expect(diagnostics.map(({ severity }) => severity)).toContain("error");
  });
});

test("documents with many edits that cannot stay leave the others their turn", () => {
  const refused = Array.from(
    { length: 120 },
    (_, index) => `|\`A${index}\`|\`a${index}\`|No${index}||\n`,
  );
  const bad = modelText(HEADER + refused.join("")).replace("`M`", "`N`");
  const texts = new Map([
    ["a.md", bad],
    ["b.md", modelText(HEADER + ROW, "##Models")],
  ]);
  const { texts: fixed } = fixTexts(texts, (changed) => {
    const files = Array.from(changed, ([path, value]) => ({ path, value }));
    return checkSpec(files).diagnostics;
  });
  expect(fixed.get("a.md")).toBe(bad);
  expect(fixed.get("b.md")).toBe(modelText(HEADER + ROW));
});
