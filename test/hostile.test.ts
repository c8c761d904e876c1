import { describe, expect, test } from "vitest";
import { checkSpec } from "../generator/project/check.js";
import { hasErrors, reasonOf } from "../generator/source/diagnostic.js";
import { generate } from "../generator/project/generate.js";
import { filesOf, MANIFEST_PATH } from "../generator/project/manifest.js";
import { diagnosticsOf } from "../generator/report/json.js";
import { compared } from "./support/changes.js";
import { printed } from "./support/printed.js";
import { templates } from "./support/templates.js";

const HEAD = "# 主题\n\n## Models\n\n### `A`\n\nName|JSON|Type|Doc\n-|-|-|-\n";

describe("large and deep documents end, and nothing is lost in silence", () => {
  test.each([
    // Of the emphasis, 80 KB would take half a minute if the time were quadratic, and 300 KB seven.
    ["a cell of 300 KB of emphasis", row("*a_ ".repeat(75_000))],
    ["a cell of 300 KB of brackets", row("[".repeat(300_000))],
    ["a cell of 300 KB of tags", row("<a ".repeat(100_000))],
    ["5,000 rows", Array.from({ length: 5000 }, (_, index) => row("x", index)).join("")],
  ])("%s", (_name, rows) => {
    const { diagnostics, counts } = checkSpec([{ path: "spec/large.md", value: HEAD + rows }]);
    expect(diagnostics).toEqual([]);
    expect(counts.fields).toBe(rows.split("\n").length - 1);
  });

  test.each([
    [
      "10,000 columns",
      `${"X|".repeat(10_000)}\n${"-|".repeat(10_000)}\n${"`a`|".repeat(10_000)}\n`,
    ],
    ["a type of 100,000 lists", `${HEAD}\`A\`|\`a\`|\`${"[]".repeat(100_000)}int\`| x\n`],
    ["a type of 100,000 pointers", `${HEAD}\`A\`|\`a\`|\`${"*".repeat(100_000)}int\`| x\n`],
    ["a million back-ticks", `${HEAD}${"`".repeat(1_000_000)}|\`a\`|\`int\`| x\n`],
    ["nested calls in Go", `## Models\n\n\`\`\`go\nconst A = ${"T(".repeat(50_000)}\n\`\`\`\n`],
  ])("%s: an error", (_name, value) => {
    const { diagnostics } = checkSpec([
      { path: "spec/deep.md", value: `# T\n\n## Models\n\n${value}` },
    ]);
    expect(hasErrors(diagnostics)).toBe(true);
    for (const diagnostic of diagnostics) {
      expect(reasonOf(diagnostic).length).toBeLessThan(1000);
    }
  });
});

describe("a line of a text of 300 KB ends, and is documentation", () => {
  test.each(["words and more ", '<a name="x" ', "<h3 ", "**_", "a`", "x  "])("%j", (piece) => {
    const value = `# T\n\n## Models\n\n### \`A\`\n\n${piece.repeat(300_000 / piece.length)}x\n`;
    const { diagnostics } = checkSpec([{ path: "spec/large.md", value }]);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["missing-table"]);
  });
});

describe("nothing leads outside of the output", () => {
  test.each([
    "../../etc/passwd.md",
    "spec/..%2f..%2fpasswd.md",
    "/etc/passwd.md",
    "spec/a\\b.md",
    "spec/\u202e\0x.md",
  ])("a document called %j", async (path) => {
    const { diagnostics, files } = await generate(
      [{ path, value: "# T\n\n## Models\n\n### `A` 文档\n\nName|Type\n-|-\n" }],
      { templates, memo: printed },
    );
    expect(diagnostics).toEqual([]);
    // The manifest lists only paths inside of the output: all of them are.
    expect(filesOf(files.get(MANIFEST_PATH) ?? "")).toHaveLength(files.size);
    expect([...files.keys()].filter((file) => !/^[-\w./]+$/.test(file))).toEqual([]);
  });
});

function row(documentation: string, index = 0): string {
  return `\`F${index}\`|\`f${index}\`|\`string\`|${documentation}\n`;
}

describe("chains and cycles of definitions end, however long", () => {
  test.each([
    [
      "embeddings",
      2000,
      `${each(2000, (i) => `type M${i} struct {\n M${i + 1}\n}`)}\ntype M2000 struct {\n X int\n}`,
    ],
    [
      "aliases of lists and of pointers",
      6000,
      `${each(6000, (i) => `type M${i} ${i % 2 === 0 ? "[]" : "*"}M${i + 1}`)}\ntype M6000 int`,
    ],
  ])("%s", (_, count, code) => {
    const { diagnostics, plan } = checkSpec(specOf(code));
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(plan.modules[0]?.declarations).toHaveLength(count + 1);
    const changed = `type M${count} int`;
    expect(
      compared(specOf(code), specOf(code.replace(changed, `type M${count} bool`))).changes,
    ).toHaveLength(code.includes(changed) ? 1 : 0);
  });

  test("an alias of a pointer to itself is an error at its place, whoever uses it", () => {
    const code = "type A = *A\ntype M struct {\n X A\n Y []A\n}\ntype E struct {\n *A\n}";
    const found = diagnosticsOf(checkSpec(specOf(code)).diagnostics);
    const cycles = found.filter(({ rule }) => rule === "type-cycle");
    expect(cycles.map(({ line, column }) => [line, column])).toEqual([[6, 6]]);
  });
});

function each(count: number, make: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => make(index)).join("\n");
}

function specOf(code: string) {
  return [{ path: "spec/t.md", value: `# T\n\n## Models\n\n\`\`\`go\n${code}\n\`\`\`\n` }];
}
