import * as fc from "fast-check";
import { util } from "prettier";
import { expect, test } from "vitest";
import { isWithinWidth } from "../../../generator/outputs/typescript/print/width.js";
import { STYLE } from "../../../generator/outputs/typescript/print/style.js";
import { graphemesOf, segmentWidth, textColumns } from "../../../generator/source/width.js";

/** Texts about as wide as the output, of frequent characters and of any. */
const lines = fc.string({
  unit: fc.oneof(
    fc.constantFrom(..."aB_0 \"'.,;(){}“”…—·、。（）中文字ひカ한ＡＢé🙂☺️👨‍👩‍👧ﾞ\u0301"),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
  ),
  maxLength: 110,
});

const plainLines = fc.string({
  unit: fc.constantFrom(..."aB_0 \"'.,;(){}“”…—·、。（）中文字ひカ한ＡＢ"),
  minLength: 40,
  maxLength: 110,
});

test("lines are within the width if prettier finds them so, or nothing is known of them", () => {
  fc.assert(
    fc.property(fc.oneof(lines, plainLines), (line) => {
      const isWithin = util.getStringWidth(line) <= STYLE.printWidth;
      expect([undefined, isWithin]).toContain(isWithinWidth(line));
    }),
    { numRuns: 2000 },
  );
});

test("frequent characters are measured at once as they are one by one", () => {
  fc.assert(
    fc.property(plainLines, (line) => {
      const columns = graphemesOf(line).map(segmentWidth);
      expect(textColumns(line)).toBe(columns.reduce((sum, one) => sum + one, 0));
      expect(isWithinWidth(line)).toBe(textColumns(line) <= STYLE.printWidth);
    }),
  );
});
