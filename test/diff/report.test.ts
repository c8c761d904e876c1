import { expect, test } from "vitest";
import { markdownChanges, prettyChanges } from "../../generator/report/changes.js";
import { compared } from "../support/changes.js";
import { documentsOf } from "./rows.js";

const models = (...headings: string[]) =>
  documentsOf(headings.map((heading) => `### ${heading}\n`).join("\n"));

const report = compared(models("`A` 旧", "`Gone`"), models("`A` 新", "`Fresh`"));

test("changes are listed below their impact, the gravest first", () => {
  expect(markdownChanges(report)).toBe(`### Breaking

- \`Gone\` was removed

### Additive

- \`Fresh\` was added

### Documentation only

- the documentation of \`A\` has changed

1 breaking, 1 additive, 1 of documentation only: a major release.`);
});

test("the list for people has the same sections", () => {
  const lines = prettyChanges(report, false).split("\n");
  expect(lines.filter((line) => /^[A-Z]/.test(line))).toEqual([
    "Breaking",
    "Additive",
    "Documentation only",
  ]);
});
