import * as fc from "fast-check";
import { expect, test } from "vitest";
import { escapeComment } from "../../../generator/emit/jsdoc.js";
import type { Section } from "../../../generator/ir/files.js";
import { printTogether } from "../../../generator/print/format.js";
import { printSections } from "../../../generator/print/printer.js";
import { shapeOf } from "../../../generator/print/shape.js";
import { copiesOf, joined } from "../../bench/generate/copies.js";
import { inputOf } from "../../support/case.js";
import { cases } from "../../support/cases.js";
import { sectionsOf } from "../../support/sections.js";
import { config, spec } from "../../support/spec.js";

const inputs = [{ specFiles: spec, options: config }, ...cases.map(({ text }) => inputOf(text))];
const sections = inputs.flatMap(sectionsOf);

/** The characters of names: what begins with a capital, and what is short, prettier lays out by itself. */
const letters = fc.constantFrom(..."aelmtABEMT019_");

/** Texts of comments, also such as tools take instructions from, or a parser might. */
const comments = fc.oneof(
  fc.string({
    unit: fc.constantFrom(..."ab 中𠮷*/@{}`\"'\\.:;-#\u3000\u00a0\u1401\ue000"),
    maxLength: 140,
  }),
  fc.constantFrom(
    "prettier-ignore",
    "@type {X}",
    "@format",
    "@flow",
    "}",
    "- a",
    "</b>",
    "//# section",
  ),
);

test("sections that share a shape come out as printed by themselves", async () => {
  const property = fc.asyncProperty(
    fc.constantFrom(...sections),
    fc.infiniteStream(letters),
    fc.infiniteStream(comments),
    fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 1, maxLength: 3 }),
    async (section, names, texts, widths) => {
      const renamed = [0, ...widths].map((width) => withOther(section, { names, texts, width }));
      const alone = await Promise.all(renamed.map((one) => printTogether([one])));
      expect(await printSections(renamed)).toEqual(alone.flat());
    },
  );
  await fc.assert(property, { numRuns: 150 });
});

test("copies of the spec come out as printed by themselves", async () => {
  const specFiles = copiesOf(joined(spec), 11).map((value, index) => {
    return { path: `spec/copy_${index + 1}.md`, value };
  });
  const copies = sectionsOf({ specFiles, options: {} });
  expect(copies.length).toBeGreaterThan(11 * 60);
  const alone: string[] = [];
  for (const section of copies) alone.push(...(await printTogether([section])));
  expect(await printSections(copies)).toEqual(alone);
});

test("a name of another width, a longer comment, a text without quotes", () => {
  expect(shape("const aName = bName;")).toBe(shape("const cName = dName;"));
  expect(shape("const aName = bName;")).not.toBe(shape("const aName = aName;"));
  expect(shape("const aName = bName;")).not.toBe(shape("const aName = bNames;"));
  expect(shape("const aName = bName;")).not.toBe(shape("const aName = BName;"));
  expect(shape("const aName = bName;")).not.toBe(shape("const aName = await;"));
  expect(shape("/** one */")).toBe(shape("/** another */"));
  expect(shape("/** one */")).not.toBe(shape("/** one\n * two */"));
  expect(shape("/* one */ a")).not.toBe(shape("/* another */ a"));
  expect(shape('x = "a-b"')).toBe(shape('x = "c/d"'));
  expect(shape('x = "a-b"')).not.toBe(shape('x = "a_b"'));
  expect(shape('x = "a-b"')).not.toBe(shape('x = "a-bc"'));
  expect(shape('x = "a-b"')).not.toBe(shape('x = "\\u002d"'));
});

function shape(code: string): string {
  return JSON.stringify(shapeOf([code])?.section);
}

test("code that only a parser can read has no shape", () => {
  const codes = ["a / bName", "`${aName}`", "\\u0061Name", 'x = "a', "\u1401", '"\ue000"'];
  expect(codes.map((code) => shapeOf([code]))).toEqual(codes.map(() => undefined));
});

interface Others {
  readonly names: Iterable<string>;
  readonly texts: Iterable<string>;
  /** How many letters more, or less, the names have. */
  readonly width: number;
}

function next(stream: Iterator<string>): string {
  return String(stream.next().value);
}

/** A section with other names and comments: the same one for the same, that begins in the same case. */
function withOther(section: Section, { names, texts, width }: Others): Section {
  const letterStream = names[Symbol.iterator]();
  const textStream = texts[Symbol.iterator]();
  const known = new Map<string, string>();
  const otherName = (name: string): string => {
    const [start = ""] = name;
    const rest = Array.from({ length: Math.max(1, name.length - 1 + width) }, () =>
      next(letterStream),
    );
    const other = known.get(name) ?? start + rest.join("");
    known.set(name, other);
    return other;
  };
  const replaced = (key: string, value: unknown): unknown => {
    if (typeof value !== "string" || key === "moduleSpecifier") return value;
    if (key !== "description") return value.replaceAll(/\b[a-z]+[A-Z_]\w+|\b[A-Z]\w+/g, otherName);
    const lines = value.split("\n").map((line) => (line === "" ? "" : next(textStream)));
    return escapeComment(lines.join("\n"));
  };
  return JSON.parse(JSON.stringify(section, replaced)) as Section;
}
