import { expect, test } from "vitest";
import { rules, type RuleId, type Severity } from "../generator/source/rules.js";
import { excerptOf } from "../generator/report/excerpt.js";
import { reasonOf } from "../generator/source/diagnostic.js";
import { generateCase } from "./support/case.js";
import { cases } from "./support/cases.js";
import { unprinted } from "./support/printed.js";

interface Example {
  readonly case: string;
  readonly excerpt: string;
  readonly reason: string;
}

const ids = Object.keys(rules) as RuleId[];

/** The first message of each rule in the cases. */
const examples = new Map<string, Example>();
for (const { name, text } of cases) {
  const { diagnostics } = await generateCase(text, unprinted);
  for (const diagnostic of diagnostics) {
    const { rule, range } = diagnostic;
    if (examples.has(rule)) continue;
    examples.set(rule, { case: name, excerpt: excerptOf(range), reason: reasonOf(diagnostic) });
  }
}

// The page is made of the cases, and so cannot drift: `npm test -- --update` writes it anew.
test("the page of the rules", async () => {
  const page = [
    "# The messages of md2sdk",
    "Every message has a rule. An *error* stops all writing; a *warning* is written, but probably not\n" +
      "meant; a *notice* is good to know. The examples come from the cases in `test/cases/`.",
    ...ids.map(sectionOf),
  ];
  await expect(`${page.join("\n\n")}\n`).toMatchFileSnapshot("../generator/source/README.md");
});

function sectionOf(id: RuleId): string {
  const { severity }: { severity: Severity } = rules[id];
  const example = examples.get(id);
  expect(example, `${id} has no example`).toBeDefined();
  if (example === undefined) return "";
  const path = `../../test/cases/${example.case}`;
  return [
    `## ${id}`,
    `*${severity}* · [${example.case}](${path})`,
    `\`\`\`\`text\n${example.excerpt}\n${example.reason}\n\`\`\`\``,
  ].join("\n\n");
}
