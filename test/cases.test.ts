import { describe, expect, test } from "vitest";
import { rules } from "../generator/source/rules.js";
import { rerunCase } from "./support/case.js";
import { cases } from "./support/cases.js";

// `npm test -- --update` records the cases anew; read what changed before you commit it.
describe("cases", () => {
  test.each(cases)("$name", async ({ path, text }) => {
    await expect(await rerunCase(text)).toMatchFileSnapshot(path);
  });

  test("every rule appears in a case", () => {
    const messages = cases.flatMap(({ text }) => [
      ...text.matchAll(/^\S+ (?:error|warning|notice) ([a-z-]+)$/gm),
    ]);
    const shown = new Set(messages.map(([, rule]) => rule));
    expect(Object.keys(rules).filter((rule) => !shown.has(rule))).toEqual([]);
  });
});
