import { describe, expect, test } from "vitest";
import { prettyReport } from "../generator/report/pretty.js";
import { checkSpec } from "../generator/project/check.js";

const rows = (count: number, row: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => row(index)).join("\n");

const SPEC = `## Models

### \`A\`

Name|Type
-|-
${rows(3, (index) => `\`T${index}\`|TODO`)}
${rows(12, (index) => `\`U${index}\`|\`Missing${index}\``)}

### \`Next\`

### \`B\`

Name|Type
-|-
\`N\`|\`Nexd\`
`;

const unknown = checkSpec([{ path: "a.md", value: SPEC }], { unresolved: "unknown" }).diagnostics;

describe("a report for people", () => {
  test("has warnings before notices, and joins equal messages", () => {
    const report = prettyReport(unknown, false);
    const [notices = ""] = /\n\na\.md\n(?!.*warning)[^]*$/.exec(report) ?? [];
    expect(report.indexOf("missing-topic")).toBeLessThan(report.indexOf("skipped-todo"));
    expect(report.match(/skipped-todo/g)).toHaveLength(1);
    expect(notices).toContain("the same at 8:6, 9:6");
    expect(notices).toContain("missing-table");
  });

  test("shortens long lists of a rule, keeps those with advice, and counts all", () => {
    const report = prettyReport(unknown, false);
    expect(report.match(/unknown-type/g)).toHaveLength(11);
    expect(report).toContain("did you mean `Next`?");
    expect(report).toMatch(
      /\n\n3 more of unknown-type: --verbose shows them\n⚠ 14 warnings, 4 notices$/,
    );
  });

  test("shows everything in full if asked", () => {
    const report = prettyReport(unknown, false, true);
    expect(report.match(/unknown-type/g)).toHaveLength(13);
    expect(report.match(/skipped-todo/g)).toHaveLength(3);
    expect(report).toMatch(/\n\n⚠ 14 warnings, 4 notices$/);
  });

  test("never leaves out an error, or lost content", () => {
    const errors = checkSpec([{ path: "a.md", value: SPEC }]).diagnostics;
    expect(prettyReport(errors, false).match(/ unresolved-type /g)).toHaveLength(13);
    const lost = rows(30, (index) => `\`\`\`lang${index}\nx\n\`\`\`\n`);
    const { diagnostics } = checkSpec([{ path: "a.md", value: `# T\n\n## Models\n\n${lost}` }]);
    expect(prettyReport(diagnostics, false).match(/ skipped-fence /g)).toHaveLength(30);
  });

  test("is empty without messages", () => {
    expect(prettyReport([], true)).toBe("");
  });
});
