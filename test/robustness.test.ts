import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { hasErrors, reasonOf } from "../generator/source/diagnostic.js";
import { emitSdk } from "../generator/outputs/typescript/emit/sdk.js";
import { linkApi } from "../generator/link/api.js";
import { Settings } from "../generator/outputs/typescript/plan/settings.js";
import { preparePackage } from "../generator/outputs/typescript/prepare.js";
import { parseDocument } from "../generator/parse/document.js";
import { pointOf } from "../generator/source/source.js";
import { cases } from "./support/cases.js";
import { templates } from "./support/templates.js";

const path = fileURLToPath(new URL("../spec/external_contact.md", import.meta.url));
const document = await readFile(path, "utf8");
/** Lines that the dialect knows: of the user's document, and of every case. */
const lines = [document, ...cases.map(({ text }) => text)].flatMap((text) => text.split("\n"));

const token = fc.constantFrom(
  ..."|`*/\\#-:<>[]{}()@$\"'\u2028\u202e\0𠮷中 \t".split(""),
  "```go",
  "```",
  "type T int",
  "const A T = iota",
  "omitempty",
  "[]",
  "map[",
  "TODO",
);

const line = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...lines) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme" }) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom(...lines), token, fc.nat()).map(([text, inserted, at]) => {
      const position = at % (text.length + 1);
      return text.slice(0, position) + inserted + text.slice(position);
    }),
  },
);

test("no document makes the checker throw, and every message has a place in it", () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), (documentLines) => {
      const text = ["# 主题", "## Models", "### `A`", ...documentLines].join("\n");
      const { value, diagnostics } = parseDocument({ path: "spec/random.md", text });
      const linked = linkApi([value], { unresolved: "error", isExternal: () => false });
      const prepared = preparePackage(linked.value, { settings: new Settings() });
      const all = [...diagnostics, ...linked.diagnostics, ...prepared.diagnostics];
      if (!hasErrors(all)) emitSdk(prepared.value, templates);
      const lengths = text.split(/\n/).map(({ length }) => length + 1);
      for (const diagnostic of all) {
        const { range } = diagnostic;
        const [start, end] = [range.start, range.end].map((at) => pointOf(range.source, at));
        if (start === undefined || end === undefined) throw new Error("no range");
        expect(range.start).toBeLessThanOrEqual(range.end);
        expect(start.column).toBeLessThanOrEqual(lengths[start.line - 1] ?? 0);
        expect(end.column).toBeLessThanOrEqual(lengths[end.line - 1] ?? 0);
        expect(reasonOf(diagnostic)).not.toMatch(/[\n\u2028\u202e\0]/);
      }
    }),
    { numRuns: 500 },
  );
});
