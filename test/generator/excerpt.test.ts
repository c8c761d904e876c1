import { expect, test } from "vitest";
import { excerptOf } from "../../generator/report/excerpt.js";

const excerpt = (line: string, from: number, to: number) =>
  excerptOf({ source: { path: "a.md", text: line }, start: from - 1, end: to - 1 });

test.each([
  ["abc", 2, 3, " ^"],
  ["中文字", 2, 3, "  ^^"],
  ["é|x", 3, 4, "  ^"],
  ["e\u0301|x", 3, 4, " ^"],
  ["👨‍👩‍👧x", 9, 10, "  ^"],
  ["❤️x", 3, 4, "  ^"],
  ["\u200Bx", 2, 3, "^"],
  ["ｱｶx", 3, 4, "  ^"],
])("%s is underlined where it is seen", (line, from, to, underline) => {
  expect(excerpt(line, from, to).split("\n")[1]).toBe(underline);
});

test("a long line is cut around the range", () => {
  const line = `${"中".repeat(80)}x${"文".repeat(80)}`;
  const [shown = "", underline = ""] = excerpt(line, 81, 82).split("\n");
  expect(shown).toMatch(/^…中+x文+…$/);
  expect(underline.indexOf("^")).toBe(1 + 2 * (shown.indexOf("x") - 1));
});
