import { expect, test } from "vitest";
import type { Section } from "../../../generator/outputs/typescript/files.js";
import { printSections } from "../../../generator/outputs/typescript/print/printer.js";
import { sectionsOf } from "../../support/sections.js";

/** Types whose lines of code are short, long, and long enough to be broken. */
const TYPES = ["string", "int", "[]string", "map[string][]Other", "*Other", "time.Time", "any"];

/** A model of many rows; behind the first rows that may be absent, each kind of row follows. */
function specOf(rows: number, required: number): string {
  const lines = Array.from({ length: rows }, (_, index) => {
    const omitted = index < required || index % 3 === 0 ? "" : ",omitempty";
    const name = index % 7 === 0 ? `Rather${"Long".repeat(index % 13)}${index}` : `F${index}`;
    const wire = index % 5 === 0 ? `w-${index}` : `w_${index}`;
    return `\`${name}\`|\`${wire}${omitted}\`|\`${TYPES[index % TYPES.length]}\`|说明<br>${index}`;
  });
  return `# T\n\n## Models\n\n### \`Other\`\n\nName|Type\n-|-\n\n### \`M\` 说明\n\nName|JSON|Type|Doc\n-|-|-|-\n${lines.join("\n")}\n`;
}

/** Sections without the marks of slices, of which there must be two lists. */
function unmarked(sections: readonly Section[]): Section[] {
  const text = JSON.stringify(sections);
  const marks = /\/\/# slices?(?:\\n)?/g;
  expect(text.match(marks)?.length).toBeGreaterThanOrEqual(6);
  return JSON.parse(text.replaceAll(marks, "")) as Section[];
}

test("an enum of many members is printed in slices as it is printed whole", async () => {
  const members = Array.from({ length: 1600 }, (_, index) => {
    const name = index % 7 === 0 ? `E${index % 2 === 0 ? "" : "é"}${index}` : `EOther${index}`;
    return `\t${name} E = ${index}${index % 3 === 0 ? "" : ` // 说明 ${index}`}`;
  });
  const value = `# T\n\n## Models\n\n\`\`\`go\ntype E int\nconst (\n${members.join("\n")}\n)\n\`\`\`\n`;
  const sections = sectionsOf({ specFiles: [{ path: "spec/a.md", value }], options: {} });
  expect(await printSections(sections)).toEqual(await printSections(unmarked(sections)));
});

test.each([
  { rows: 1001, required: 1001 },
  { rows: 2003, required: 0 },
  { rows: 3500, required: 2100 },
])("a model of $rows rows is printed in slices as it is printed whole", async (size) => {
  const value = specOf(size.rows, size.required);
  const sections = sectionsOf({ specFiles: [{ path: "spec/a.md", value }], options: {} });
  expect(await printSections(sections)).toEqual(await printSections(unmarked(sections)));
});
