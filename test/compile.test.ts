import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { Section } from "../generator/outputs/typescript/files.js";
import type * as printer from "../generator/outputs/typescript/print/printer.js";
import { generate } from "../generator/project/generate.js";
import { foreignFilesOf, generateCase } from "./support/case.js";
import { cases } from "./support/cases.js";
import { compileStrictly } from "./support/compiler.js";
import { recorded } from "./support/printed.js";
import { Sources } from "./support/sources.js";
import { config, spec } from "./support/spec.js";
import { templates } from "./support/templates.js";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const script = readdirSync(dist).find((name) => /^printer-.*\.cjs$/.test(name));

/** The printer of the command line: ts-morph without the TypeScript compiler. */
const bundled = createRequire(dist)(`./${script}`) as typeof printer;

/** The texts that the library has printed of the cases and the spec, by what they were made of. */
const texts = new Map<string, string>();
const memo = recorded(texts);

test("the output of every case compiles under the strictest settings", async () => {
  const project = mkdtempSync(join(tmpdir(), "md2sdk-compile-"));
  const sources = new Sources(project);
  let written = 0;
  for (const [index, { text }] of cases.entries()) {
    const { files } = await generateCase(text, memo);
    const foreign = foreignFilesOf(text).map(({ path, value }) => [path, value] as const);
    sources.write(String(index), new Map([...files, ...foreign]));
    written += Math.sign(files.size);
  }
  expect(written).toBeGreaterThan(5);
  expect(compileStrictly(project)).toBe("");
  rmSync(project, { recursive: true });
});

test("the command line prints what the library prints", async () => {
  await generate(spec, { ...config, templates, memo });
  const sources = [...texts].map(([key, text]) => {
    const [, section] = JSON.parse(key) as [style: unknown, section: Section];
    return { section, text };
  });
  const sections = sources.map(({ section }) => section);
  const printed = sources.map(({ text }) => text);
  expect(sections.length).toBeGreaterThan(300);
  expect(await bundled.printSections(sections)).toEqual(printed);
});

test.each(["as-const", "union"])("enums of the style %s are erasable syntax", async (style) => {
  const project = mkdtempSync(join(tmpdir(), "md2sdk-erasable-"));
  const { text = "" } = cases.find(({ name }) => name.endsWith(`enum-style-${style}.md`)) ?? {};
  const { files } = await generateCase(text);
  // The runtime has classes with plain fields only, and no enum.
  new Sources(project).write("package", files);
  expect(files.size).toBeGreaterThan(5);
  expect(compileStrictly(project, { erasableSyntaxOnly: true })).toBe("");
  rmSync(project, { recursive: true });
});
