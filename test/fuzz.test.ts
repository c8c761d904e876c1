import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import * as fc from "fast-check";
import { Project } from "ts-morph";
import { expect, test } from "vitest";
import { checkSpec } from "../generator/check.js";
import { hasErrors } from "../generator/diagnostics/report.js";
import { emitSdk } from "../generator/emit/sdk.js";
import type { SpecFile } from "../generator/ir/files.js";
import { compileStrictly } from "./support/compiler.js";
import { editedSpec } from "./support/edits.js";
import { templates } from "./support/templates.js";

/**
 * How many batches, and the seed of the first one: always the same in the tests, so that a change
 * is blamed for what it breaks, and a fresh one with `npm run fuzz`, which looks for more.
 */
const batches = Number(process.env["FUZZ_BATCHES"] ?? 1);
const firstSeed = Number(process.env["FUZZ_SEED"] ?? 1);
const BATCH = 2000;

test(
  "an edited document ends in an error with a place, or in output that compiles",
  () => {
    for (let seed = firstSeed; seed < firstSeed + batches; seed++) {
      const project = mkdtempSync(join(tmpdir(), "md2sdk-fuzz-"));
      const written = writeBatch(project, fc.sample(editedSpec, { numRuns: BATCH, seed }));
      expect(written, `seed ${seed}`).toBeGreaterThan(BATCH / 20);
      expect(compileStrictly(project), `seed ${seed}, ${project}`).toBe("");
      rmSync(project, { recursive: true });
    }
  },
  batches * 300_000,
);

/** Writes the output of every spec that has no error; returns how many there are. */
function writeBatch(project: string, specs: readonly (readonly SpecFile[])[]): number {
  const printer = new Project({ useInMemoryFileSystem: true });
  for (const [path, text] of templates.files) {
    if (/^src\/(?:runtime|client)\//.test(path))
      write(join(project, path.slice("src/".length)), text);
  }
  let written = 0;
  for (const [index, spec] of specs.entries()) {
    const { documents, api } = checkSpec(spec);
    for (const { place, message } of documents.flatMap(({ messages }) => messages)) {
      if (place === undefined || !("start" in place)) throw new Error(`no range: ${message}`);
    }
    if (hasErrors(documents)) continue;
    written++;
    for (const file of emitSdk(api, templates)) {
      if (file.kind !== "typescript") continue;
      const source = printer.createSourceFile(`${index}/${file.path}`, {
        statements: file.sections.flat(),
      });
      // All outputs of a batch share one runtime.
      const text = source.getFullText().replaceAll(/"\.\/(?=(?:runtime|client)\/)/g, '"../');
      write(join(project, String(index), file.path.slice("src/".length)), text);
      printer.removeSourceFile(source);
    }
  }
  return written;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
