import { markdownTable } from "markdown-table";
import { expect, test } from "vitest";
import { diffSpecs } from "../../generator/diff.js";
import { changeRules, type ChangeRuleId } from "../../generator/diff/rules.js";
import type { Impact } from "../../generator/ir/changes.js";
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
    "`md2sdk diff`, and `generate` after a change, class every change twice: for *readers*, who take\n" +
      "values of a type from a codec or from the response of a call, and for *writers*, who make them: as\n" +
      "an object of the type, or for a codec or the request of a call. A change is as grave as the graver\n" +
      "of the two, and asks for a step of semantic versioning: **breaking** for a major release, additive\n" +
      "for a minor one, documentation only for a patch.",
    "Each row is proved by a test (`test/diff/proof.test.ts`): a consumer of each kind is compiled, or\n" +
      "run where the compiler cannot see the difference, against both versions; with the new one exactly\n" +
      "those fail whom the change breaks.",
    "What has another name is told as renamed where nothing else can be meant: a field of the same JSON\n" +
      "name or the same documentation, a member of the same value, a type of the same content.",
    markdownTable([
      ["Rule", "Readers", "Writers", "For instance"],
      ...(Object.keys(changeRules) as ChangeRuleId[]).map(rowOf),
    ]),
  ];
  await expect(`${page.join("\n\n")}\n`).toMatchFileSnapshot("../../generator/diff/README.md");
});

function rowOf(id: ChangeRuleId): string[] {
  const row = rows.find(({ rule }) => rule === id);
  const [change] =
    row === undefined
      ? []
      : diffSpecs(documentsOf(row.old), documentsOf(row.new), row.settings).changes;
  expect(change?.rule, `${id} has no row`).toBe(id);
  const { readers, writers } = changeRules[id];
  return [
    `\`${id}\``,
    TEXTS[readers],
    TEXTS[writers],
    (change?.message ?? "").replaceAll("|", "\\|"),
  ];
}
