import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { generateCase } from "./support/case.js";
import { cases } from "./support/cases.js";
import { compile } from "./support/compiler.js";

/** The settings of the emitted package, and all that TypeScript has to be stricter. */
const STRICTEST = {
  target: "es2022",
  lib: ["es2022"],
  types: [],
  module: "nodenext",
  noEmit: true,
  declaration: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  isolatedDeclarations: true,
};

test("the output of every case compiles under the strictest settings", async () => {
  const project = mkdtempSync(join(tmpdir(), "md2sdk-compile-"));
  let written = 0;
  for (const [index, { text }] of cases.entries()) {
    const { files } = await generateCase(text);
    for (const [path, content] of files) {
      if (path.endsWith(".ts")) write(join(project, String(index), path), content);
    }
    written += Math.sign(files.size);
  }
  write(join(project, "package.json"), JSON.stringify({ type: "module" }));
  write(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions: STRICTEST }));
  expect(written).toBeGreaterThan(5);
  expect(compile(project)).toBe("");
  rmSync(project, { recursive: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
