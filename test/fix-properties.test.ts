import * as fc from "fast-check";
import { expect, test } from "vitest";
import { documentOf } from "../generator/project/documents.js";
import { checkSpec } from "../generator/project/check.js";
import { fixTexts } from "../generator/project/fix.js";
import type { Diagnostic } from "../generator/source/diagnostic.js";
import { applyEdits } from "../generator/source/edits.js";
import { drawnTable } from "../generator/parse/drawing.js";
import { textColumns } from "../generator/source/width.js";

const PATH = "spec/t.md";

/** The columns of a table in each dialect, and two rows of it. */
const TABLES = [
  {
    dialect: "go",
    rows: [
      ["Name", "JSON", "Type", "Doc"],
      ["-", "-", "-", "-"],
      ["`UserID`", "`userid`", "`string`", "成员 `a` id"],
      ["`Age`", "`age`", "`int32`", "years"],
      ["`Tags`", "`tags`", "`[]string`", ""],
    ],
  },
  {
    dialect: "rest",
    rows: [
      ["参数名", "类型", "必填", "说明"],
      ["-", "-", "-", "-"],
      ["userid", "string", "是", "成员 `a` id"],
      ["age", "int32", "否", "years"],
      ["tags", "array of string", "否", ""],
    ],
  },
] as const;

const STYLES = {
  compact: (rows: readonly (readonly string[])[]) => rows.map((row) => `|${row.join("|")}|`),
  spaced: (rows: readonly (readonly string[])[]) => rows.map((row) => `| ${row.join(" | ")} |`),
  drawn: (rows: readonly (readonly string[])[]) => {
    const widths = (rows[0] ?? []).map((_, index) =>
      Math.max(3, ...rows.map((row) => textColumns(row[index] ?? ""))),
    );
    return rows.map((row) => {
      const cells = row.map((cell, index) => {
        const missing = (widths[index] ?? 0) - textColumns(cell);
        return cell === "-" ? "-".repeat(missing + 1) : cell + " ".repeat(missing);
      });
      return `| ${cells.join(" | ")} |`;
    });
  },
};

/** A mistake in the lines of a table, or in one of them. */
const FAULTS: Readonly<Record<string, (lines: string[], at: number) => string[]>> = {
  "no back-ticks": (lines, at) =>
    lines.with(at, (lines[at] ?? "").replaceAll(/`(\w+)`(?= *\|)/g, "$1")),
  "no last cell": (lines, at) => lines.with(at, (lines[at] ?? "").replace(/\|[^|]*\|$/, "|")),
  "a wide bar": (lines, at) => lines.with(at, (lines[at] ?? "").replace(/(?<=.)\|(?=.)/, "｜")),
  "a bar in code": (lines, at) => lines.with(at, (lines[at] ?? "").replace("`a`", "`a|b`")),
  "short dashes": (lines) => lines.with(1, (lines[1] ?? "").replace(/\|[^|]*\|$/, "|")),
  "long dashes": (lines) => lines.with(1, `${lines[1] ?? ""}-|`),
  "no dashes": (lines) => lines.toSpliced(1, 1),
  "listed dashes": (lines) => lines.with(1, "- | - | - | -"),
  "a title": (lines) => lines.with(0, (lines[0] ?? "").replace("Type", "Tpye")),
  "an empty line": (lines, at) => lines.toSpliced(at, 0, ""),
  "no header": (lines) => lines.slice(2),
};

/** A model of a document: its lines with a fault, and how they were. */
const model = (rows: readonly (readonly string[])[], maxLength: number) =>
  fc
    .record({
      style: fc.constantFrom(...(Object.keys(STYLES) as (keyof typeof STYLES)[])),
      faults: fc.subarray(Object.keys(FAULTS), { maxLength }),
      at: fc.integer({ min: 2, max: 4 }),
    })
    .map(({ style, faults, at }) => {
      const right = STYLES[style](rows);
      const lines = faults.reduce((before, fault) => FAULTS[fault]?.(before, at) ?? before, right);
      return { style, isRight: faults.length === 0, lines };
    });

const documents = (most: number) =>
  fc.constantFrom(...TABLES).chain(({ dialect, rows }) =>
    fc.record({
      dialect: fc.constant(dialect),
      models: fc.array(model(rows, most), { minLength: 1, maxLength: 3 }),
      end: fc.constantFrom("\n", "\r\n"),
      mark: fc.constantFrom("", "\uFEFF"),
    }),
  );

/** Returns a document as `lint --fix` leaves it, and its messages. */
function fix(text: string, dialect: "go" | "rest") {
  const check = (texts: ReadonlyMap<string, string>): readonly Diagnostic[] => {
    const files = Array.from(texts, ([path, value]) => ({ path, value }));
    return checkSpec(files, { dialect }).diagnostics;
  };
  const before = new Map([[PATH, text]]);
  const { texts, fixed } = fixTexts(before, check);
  return { text: texts.get(PATH) ?? "", fixed, before: check(before), after: check(texts) };
}

const keyOf = ({ rule, sentence }: Diagnostic) => `${rule}: ${sentence}`;

test("a document that is fixed has no new messages, is fixed, and is the same elsewhere", () => {
  fc.assert(
    fc.property(documents(2), ({ dialect, models, end, mark }) => {
      const blocks = models.map(({ lines }, index) =>
        ["", `### \`Model${index}\``, "", `prose  ${index} \t`, "", ...lines, ""].join(end),
      );
      const text = `${mark}# T${end}${end}## Models${end}${blocks.join("")}`;
      const { text: now, fixed, before, after } = fix(text, dialect);
      expect(fix(now, dialect).text).toBe(now);
      const known = before.map(keyOf);
      const errors = after.filter(({ severity }) => severity === "error").map(keyOf);
      expect(known).toEqual(expect.arrayContaining(errors));
      const countOf = (key: string, found: readonly Diagnostic[]) =>
        found.filter((one) => keyOf(one) === key).length;
      const keys = new Set(fixed.map(keyOf));
      const remaining = [...keys].filter((key) => {
        const count = countOf(key, after);
        return count > 0 && count >= countOf(key, before);
      });
      expect(remaining).toEqual([]);
      expect(now === text).toBe(fixed.length === 0);
      expect(now.startsWith(mark)).toBe(true);
      expect(now.replaceAll(end, "")).not.toMatch(/[\r\n]/);
      const right = models.flatMap(({ isRight }, index) => {
        return [`prose  ${index} \t${end}`, ...(isRight ? [blocks[index] ?? ""] : [])];
      });
      for (const part of right) expect(now).toContain(part);
    }),
    { numRuns: 10 },
  );
});

test("tables that were drawn are drawn after they are fixed", () => {
  fc.assert(
    fc.property(documents(1), ({ dialect, models }) => {
      const drawn = models.filter(({ style }) => style === "drawn");
      const text = `# T\n\n## Models\n${drawn
        .map(({ lines }, index) => `\n### \`Model${index}\`\n\n${lines.join("\n")}\n`)
        .join("")}`;
      const { text: now, after } = fix(text, dialect);
      if (after.some(({ severity }) => severity === "error")) return;
      const tables = now.split(/\n### .*\n\n/).slice(1);
      for (const table of tables.filter((one) => !text.includes(one))) {
        const lines = table.trim().split("\n");
        const isDrawn = drawnTable(lines)?.drawn;
        const others = lines.filter((_, index) => isDrawn?.has(index) !== true);
        // A row that is right stays as it is.
        expect(isDrawn).toBeDefined();
        expect(text.split("\n")).toEqual(expect.arrayContaining(others));
      }
    }),
    { numRuns: 10 },
  );
});

test("a document with a conflict is left alone", () => {
  const rows = "Name|Type\n-|-\n`A`|string\n";
  const text = `# T\n\n##Models\n\n### \`M\`\n\n<<<<<<< ours\n${rows}=======\n${rows}>>>>>>> theirs\n`;
  expect(fix(text, "go").text).toBe(text);
});

test("edits that overlap are never both applied", () => {
  const source = documentOf({ path: PATH, value: "abcdefghij" });
  const edit = fc.tuple(fc.nat(10), fc.nat(10)).map(([one, other]) => {
    return { source, start: Math.min(one, other), end: Math.max(one, other) };
  });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 6 }), (ranges) => {
      const edits = ranges.map((range, index) => ({ range, text: String(index) }));
      const text = applyEdits(source.text, edits);
      const applied = edits.filter((one) => text.includes(one.text)).map(({ range }) => range);
      const removed = applied.flatMap(({ start, end }) => source.text.slice(start, end).split(""));
      expect(new Set(removed).size).toBe(removed.length);
      const kept = [...source.text].filter((letter) => !removed.includes(letter));
      expect(text.replaceAll(/\d/g, "")).toBe(kept.join(""));
    }),
  );
});
