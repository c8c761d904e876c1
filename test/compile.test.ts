import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { foreignFilesOf, generateCase } from "./support/case.js";
import { cases } from "./support/cases.js";
import { compileStrictly } from "./support/compiler.js";

test("the output of every case compiles under the strictest settings", async () => {
  const project = mkdtempSync(join(tmpdir(), "md2sdk-compile-"));
  let written = 0;
  for (const [index, { text }] of cases.entries()) {
    const { files } = await generateCase(text);
    for (const [path, content] of files) {
      if (path.endsWith(".ts")) write(join(project, String(index), path), content);
    }
    for (const { path, value } of foreignFilesOf(text)) {
      write(join(project, String(index), path), value);
    }
    written += Math.sign(files.size);
  }
  expect(written).toBeGreaterThan(5);
  expect(compileStrictly(project)).toBe("");
  rmSync(project, { recursive: true });
});

test.each(["as-const", "union"])("enums of the style %s are erasable syntax", async (style) => {
  const project = mkdtempSync(join(tmpdir(), "md2sdk-erasable-"));
  const { text = "" } = cases.find(({ name }) => name.endsWith(`enum-style-${style}.md`)) ?? {};
  const { files } = await generateCase(text);
  // The runtime has classes with plain fields only, and no enum.
  for (const [path, content] of files)
    if (path.endsWith(".ts")) write(join(project, path), content);
  expect(files.size).toBeGreaterThan(5);
  expect(compileStrictly(project, { erasableSyntaxOnly: true })).toBe("");
  rmSync(project, { recursive: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
