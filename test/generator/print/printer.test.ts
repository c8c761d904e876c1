import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import * as printer from "../../../generator/outputs/typescript/print/printer.js";
import { inputOf } from "../../support/case.js";
import { cases } from "../../support/cases.js";
import { sectionsOf } from "../../support/sections.js";
import { config, spec } from "../../support/spec.js";

const dist = fileURLToPath(new URL("../../../dist/", import.meta.url));
const script = readdirSync(dist).find((name) => /^printer-.*\.cjs$/.test(name));

/** The printer of the command line: ts-morph without the TypeScript compiler. */
const bundled = createRequire(dist)(`./${script}`) as typeof printer;

test("the command line prints what the library prints", async () => {
  const inputs = [{ specFiles: spec, options: config }, ...cases.map(({ text }) => inputOf(text))];
  const sections = inputs.flatMap(sectionsOf);
  expect(sections.length).toBeGreaterThan(300);
  expect(await bundled.printSections(sections)).toEqual(await printer.printSections(sections));
});
