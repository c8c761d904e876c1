import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { CheckOptions } from "../generator/project/check.js";
import type { SpecFile } from "../generator/source/spec-file.js";
import type { Section } from "../generator/outputs/typescript/files.js";
import { printFiles } from "../generator/outputs/typescript/print/files.js";
import { variedDocuments } from "./bench/generate/varied.js";
import { inputOf } from "./support/case.js";
import { cases } from "./support/cases.js";
import { editedSpec } from "./support/edits.js";
import { batches, firstSeed } from "./support/fuzz.js";
import { generatedPages } from "./support/pages.js";
import { referenceTexts } from "./support/reference.js";
import { sectionsOf } from "./support/sections.js";
import { config, spec } from "./support/spec.js";
import { generatedSpec } from "./support/specs.js";
import { identifiersOfOutput } from "./support/vocabulary.js";
import { wideFields, wideNames } from "./support/wide.js";

const vocabulary = identifiersOfOutput();

/**
 * Returns the sections that are not printed as ts-morph and prettier print them.
 *
 * @param least the number of sections that there must be
 */
async function differencesOf(sections: readonly Section[], least: number) {
  const all = [...new Map(sections.map((one) => [JSON.stringify(one), one])).values()];
  expect(all.length).toBeGreaterThanOrEqual(least);
  const files = all.map((section, index) => {
    return { kind: "typescript", path: `${index}`, sections: [section] } as const;
  });
  const texts = [...(await printFiles(files)).values()];
  const expected = await referenceTexts(all);
  const pairs = texts.map((text, index) => ({ text, expected: expected[index] }));
  return pairs.filter((pair) => pair.text !== pair.expected);
}

function sectionsFor(specFiles: readonly SpecFile[], options: CheckOptions = {}): Section[] {
  return sectionsOf({ specFiles: [...specFiles], options });
}

test("the specification and varied models are printed as ts-morph and prettier print them", async () => {
  const varied = variedDocuments({ models: 40, documents: 2 });
  const sections = [...sectionsFor(spec, config), ...sectionsFor(varied)];
  expect(await differencesOf(sections, 300)).toEqual([]);
});

test("all cases are printed as ts-morph and prettier print them", async () => {
  const sections = cases.flatMap(({ text }) => sectionsOf(inputOf(text)));
  expect(await differencesOf(sections, 500)).toEqual([]);
});

test(
  "what fuzzers make is printed as ts-morph and prettier print it",
  async () => {
    for (let seed = firstSeed; seed < firstSeed + batches; seed++) {
      const generated = fc.sample(generatedSpec(vocabulary), { numRuns: 20, seed });
      const pages = fc.sample(generatedPages(vocabulary), { numRuns: 15, seed });
      const edited = fc.sample(editedSpec, { numRuns: 40, seed });
      const sections = [
        ...generated.flatMap(({ specFiles, settings }) => sectionsFor(specFiles, settings)),
        ...pages.flatMap((one) => sectionsFor(one, { dialect: "rest", unresolved: "unknown" })),
        ...edited.flatMap((one) => sectionsFor(one)),
      ];
      expect(await differencesOf(sections, 150), `seed ${seed}`).toEqual([]);
    }
  },
  batches * 60_000,
);

test.each(["number", "bigint", "string"] as const)(
  "lines of every width are broken as prettier breaks them, with 64-bit integers as %s",
  async (int64) => {
    const first = ["number", "bigint", "string"].indexOf(int64);
    const lengths = Array.from({ length: 18 }, (_, index) => 3 * index + first);
    const externals = { Foreign: { type: "Foreign", from: "./foreign.js" } };
    const sections = sectionsFor([wideFields(lengths)], { int64, externals, checkLimits: true });
    expect(await differencesOf(sections, lengths.length)).toEqual([]);
  },
);

test("functions, types and calls of every width are broken as prettier breaks them", async () => {
  const names = wideNames(Array.from({ length: 80 }, (_, index) => index + 1));
  const styles = ["const-enum", "as-const", "union"] as const;
  const sections = styles.flatMap((enumStyle) => sectionsFor([names], { enumStyle }));
  expect(await differencesOf(sections, 600)).toEqual([]);
});
