import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { generate } from "../generator/project/generate.js";
import { joinDiagnostics } from "../generator/project/suppress.js";
import { checkSpec } from "../generator/project/check.js";
import { isFixed, type RuleLevels } from "../generator/source/grade.js";
import { rules, type RuleId } from "../generator/source/rules.js";
import { hasErrors } from "../generator/source/diagnostic.js";
import { inputOf } from "./support/case.js";
import { cases } from "./support/cases.js";
import { templates } from "./support/templates.js";

const table = (name: string) => `Name|JSON|Type\n-|-|-\n\`${name}\`|\`user_id\`|\`string\`\n`;

const gradable = (Object.keys(rules) as RuleId[]).filter((id) => !isFixed(id));

describe("severities of rules", () => {
  const off: RuleLevels = Object.fromEntries(gradable.map((id) => [id, "off"]));

  test.each(cases.filter(({ name }) => name.startsWith("dialect/")))(
    "the output of $name stays the same without them",
    async ({ text }) => {
      const input = inputOf(text);
      if ("diagnostics" in input) return;
      const { specFiles, options } = input;
      const graded = await generate(specFiles, { ...options, rules: off, templates });
      const plain = await generate(specFiles, { ...options, templates });
      expect(graded.files).toEqual(plain.files);
      expect(graded.diagnostics.every(({ severity }) => severity === "error")).toBe(true);
    },
  );

  test("an error stays one, whatever the options say", () => {
    const levels = Object.fromEntries(Object.keys(rules).map((id) => [id, "off"])) as RuleLevels;
    const value = "# T\n\n## Models\n\n### `A`\n\nName|Type\n-|-\n`B`|`Missing`\n";
    const { diagnostics } = checkSpec([{ path: "a.md", value }], { rules: levels });
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["unresolved-type"]);
  });
});

describe("comments that suppress messages", () => {
  const names = ["external_contact", "unassigned", "user"];
  const specFiles = names.map((name) => {
    const path = `spec/${name}.md`;
    return { path, value: readFileSync(path, "utf8") };
  });

  test("become no documentation, wherever they are", async () => {
    const commented = specFiles.map(({ path, value }) => {
      let isCode = false;
      const lines = value.split("\n").flatMap((line) => {
        const isFence = line.startsWith("```");
        if (isFence) isCode = !isCode;
        const words = "md2sdk-disable-next-line skipped-todo -- a reason";
        if (isCode && !isFence && line.trim() !== "") return [`// ${words}`, line];
        return line.startsWith("#") || (isFence && isCode) ? [`<!-- ${words} -->`, line] : [line];
      });
      return { path, value: lines.join("\n") };
    });
    const { files, diagnostics } = await generate(commented, { templates });
    expect(hasErrors(diagnostics)).toBe(false);
    expect(files).toEqual((await generate(specFiles, { templates })).files);
    const used = new Set(diagnostics.map(({ rule }) => rule));
    expect(used).toContain("unused-suppression");
    expect(used).not.toContain("invalid-suppression");
  });

  test("are used if one of several specifications has the message", () => {
    const comment = "<!-- md2sdk-disable differing-property -- as the vendor writes it -->";
    const first = `# T\n\n${comment}\n\n## Models\n\n### \`A\`\n\n${table("Userid")}`;
    const second = `# S\n\n## Models\n\n### \`B\`\n\n${table("UserID")}`;
    const a = { path: "a.md", value: first };
    const alone = checkSpec([a]);
    const both = checkSpec([a, { path: "b.md", value: second }]);
    expect(alone.diagnostics.map(({ rule }) => rule)).toEqual(["unused-suppression"]);
    expect(both.diagnostics).toEqual([]);
    expect(joinDiagnostics([alone, both])).toEqual([]);
    expect(joinDiagnostics([alone, alone]).map(({ rule }) => rule)).toEqual(["unused-suppression"]);
  });
});
