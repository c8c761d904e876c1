import { markdownTable } from "markdown-table";
import { expect, test } from "vitest";
import { changeRules, type ChangeRuleId } from "../../generator/compare/rules.js";
import type { Impact } from "../../generator/compare/change.js";
import { compared } from "../support/changes.js";
import { documentsOf, rows } from "./rows.js";

const TEXTS: Readonly<Record<Impact, string>> = {
  breaking: "**breaking**",
  additive: "additive",
  documentation: "documentation",
};

// The page is made of the rules and of the rows that prove them, and so cannot drift:
// `npm test -- --update` writes it anew.
test("the page of the changes", async () => {
  const page = [
    "# How changes are classed",
    "`md2sdk diff`, and `generate` after a change, class every change twice: for *readers*, the code that\n" +
      "takes values of a type from a codec or from the response of a call, and for *writers*, the code that\n" +
      "makes them: as an object of the type, or for a codec or the request of a call. The impact of a change\n" +
      "is the graver of the two, and asks for a step of semantic versioning: **breaking** for a major\n" +
      "release, additive for a minor one, documentation only for a patch.",
    "Each version is compared with its own configuration: a setting that differs is a change, too. Equal\n" +
      "changes of one setting are one change, which names all that they affect.",
    "Each row is proved by a test (`test/diff/proof.test.ts`): a consumer of each kind is compiled, or\n" +
      "run if the compiler cannot see the difference, against both versions. With the new version, exactly\n" +
      "those consumers fail that the change breaks.",
    "An item with another name is renamed if nothing else can be meant: a field of the same JSON name or\n" +
      "the same documentation, a member of the same value, a type of the same content.",
    "With `--wire`, names don't matter: calls are the same by method and path, and fields by their names in\n" +
      "JSON. The differences are those of the data: `only-new-call`, `only-new-field`, `kind-differs`,\n" +
      "`only-old-field` and `only-old-calls`. What only the new version has is additive, and another kind of\n" +
      "value is breaking.",
    markdownTable([
      ["Rule", "Readers", "Writers", "For instance"],
      ...(Object.keys(changeRules) as ChangeRuleId[]).map(rowOf),
    ]),
  ];
  await expect(`${page.join("\n\n")}\n`).toMatchFileSnapshot("../../generator/compare/README.md");
});

function rowOf(id: ChangeRuleId): string[] {
  const row = rows.find(({ rule }) => rule === id);
  const [change] =
    row === undefined
      ? []
      : compared(documentsOf(row.old), documentsOf(row.new), row.settings, row.newSettings).changes;
  expect(change?.rule, `${id} has no row`).toBe(id);
  const { readers, writers } = changeRules[id];
  return [
    `\`${id}\``,
    TEXTS[readers],
    TEXTS[writers],
    (change?.message ?? "").replaceAll("|", "\\|"),
  ];
}
