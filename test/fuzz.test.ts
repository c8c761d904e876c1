import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { checkSpec, type CheckOptions } from "../generator/project/check.js";
import { hasErrors, type Diagnostic } from "../generator/source/diagnostic.js";
import { emitSdk } from "../generator/outputs/typescript/emit/sdk.js";
import { printFiles } from "../generator/outputs/typescript/print/files.js";
import { generate } from "../generator/project/generate.js";
import type { SpecFile } from "../generator/source/spec-file.js";
import { compileDeclarations, compileStrictly } from "./support/compiler.js";
import { editedSpec } from "./support/edits.js";
import { batches, firstSeed, runs } from "./support/fuzz.js";
import { generatedPages } from "./support/pages.js";
import { generatedSpec } from "./support/specs.js";
import { templates } from "./support/templates.js";
import { identifiersOfOutput } from "./support/vocabulary.js";
import { writeFile } from "./support/write-file.js";

const EDITED = runs(800, 2000);
const GENERATED = runs(50, 100);
const PAGES = runs(15, 25);

const vocabulary = identifiersOfOutput();
const compiled = { edited: 0, generated: 0, pages: 0 };

afterAll(() => {
  if (batches > 1) console.log("specifications compiled:", compiled);
});

test(
  "a specification ends in an error with a place, or in output that compiles, and its declarations too",
  async () => {
    for (let seed = firstSeed; seed < firstSeed + batches; seed++) {
      const project = mkdtempSync(join(tmpdir(), "md2sdk-fuzz-"));
      writeRuntime(project);
      const edited = await writeEdited(project, seed);
      const generated = await writeGenerated(project, seed);
      const pages = await writePages(project, seed);
      expect(edited, `seed ${seed}`).toBeGreaterThan(EDITED / 20);
      expect(generated, `seed ${seed}`).toBeGreaterThan(GENERATED / 3);
      expect(compileStrictly(project), `seed ${seed}, ${project}`).toBe("");
      expect(compileDeclarations(project), `seed ${seed}, ${project}`).toBe("");
      compiled.edited += edited;
      compiled.generated += generated;
      compiled.pages += pages;
      if (batches > 1) console.log(`seed ${seed}; specifications compiled so far:`, compiled);
      rmSync(project, { recursive: true });
    }
    // About one in five pages has no error, and in a single batch they may be very few.
    expect(compiled.pages).toBeGreaterThan((batches * PAGES) / 20);
  },
  batches * 300_000,
);

/** Writes what all outputs of a batch share. */
function writeRuntime(project: string): void {
  for (const [path, text] of templates) {
    if (/^src\/(?:runtime|client|callbacks|testing)\//.test(path)) writeFile(project, path, text);
  }
}

/** Writes the outputs of edited documents that have no error; returns how many there are. */
async function writeEdited(project: string, seed: number): Promise<number> {
  const specs = fc.sample(editedSpec, { numRuns: EDITED, seed });
  const written = specs.map((spec, index) => {
    return writeSpec(spec, {}, { project, folder: `edited-${index}` });
  });
  return (await Promise.all(written)).filter(Boolean).length;
}

/** Writes the outputs of pages in the dialect `rest` that have no error; returns how many there are. */
async function writePages(project: string, seed: number): Promise<number> {
  const specs = fc.sample(generatedPages(vocabulary), { numRuns: PAGES, seed });
  const written = specs.map((spec, index) => {
    const options = { dialect: "rest", unresolved: "unknown" } as const;
    return writeSpec(spec, options, { project, folder: `pages-${index}` });
  });
  return (await Promise.all(written)).filter(Boolean).length;
}

/** Writes the modules of a specification; returns whether it has no error. */
async function writeSpec(
  spec: readonly SpecFile[],
  options: CheckOptions,
  { project, folder }: { readonly project: string; readonly folder: string },
): Promise<boolean> {
  const { diagnostics, plan } = checkSpec(spec, options);
  expectPlaces(diagnostics);
  if (hasErrors(diagnostics)) return false;
  const modules = emitSdk(plan, templates).filter(({ kind }) => kind === "typescript");
  for (const [path, text] of await printFiles(modules)) writeModule(project, folder, path, text);
  return true;
}

/** Writes the outputs of generated specifications that have no error; returns how many there are. */
async function writeGenerated(project: string, seed: number): Promise<number> {
  const specs = fc.sample(generatedSpec(vocabulary), { numRuns: GENERATED, seed });
  let written = 0;
  for (const [index, { specFiles, settings, foreign }] of specs.entries()) {
    const { diagnostics, files } = await generate(specFiles, { ...settings, templates });
    expectPlaces(diagnostics);
    if (files.size === 0) continue;
    written++;
    for (const [path, text] of [...files, ...foreign]) {
      if (/^src\/[^/]+\.ts$/.test(path)) writeModule(project, `generated-${index}`, path, text);
    }
  }
  return written;
}

/** Fails unless all ranges are in their documents. */
function expectPlaces(diagnostics: readonly Diagnostic[]): void {
  for (const { range, sentence } of diagnostics) {
    const { source, start, end } = range;
    const isInside = 0 <= start && start <= end && end <= source.text.length;
    if (!isInside) throw new Error(`no range: ${sentence}`);
  }
}

/** Writes a module of an output beside the runtime that all outputs share. */
function writeModule(project: string, folder: string, path: string, text: string): void {
  const shared = text.replaceAll(/"\.\/(?=(?:runtime|client|callbacks|testing)\/)/g, '"../');
  writeFile(project, path.replace("src/", `src/${folder}/`), shared);
}
