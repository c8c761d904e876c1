import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isJson, parseJson, type JsonNode } from "../../../generator/parse/examples/json.js";
import { joinShapes, shapeInWords, shapeOf } from "../../../generator/parse/examples/shape.js";

function read(text: string) {
  return parseJson({ source: { path: "spec/a.md", text }, start: 0, end: text.length });
}

/** Returns the value that a node stands for, with numbers as they are written. */
function valueOf(node: JsonNode): unknown {
  switch (node.kind) {
    case "object":
      return new Map(node.members.map(({ name, value }) => [name, valueOf(value)]));
    case "list":
      return node.elements.map(valueOf);
    case "number":
      return node.text;
    case "null":
      return null;
    default:
      return node.value;
  }
}

const scalars = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 3 },
    scalars,
    fc.array(tie("json"), { maxLength: 3 }),
    fc.dictionary(fc.string(), tie("json"), { maxKeys: 3 }),
  ),
}));
const objects = fc.dictionary(fc.string({ unit: "grapheme" }), json, { maxKeys: 4 });

/** Returns JSON as {@link valueOf} does. */
function expected(value: unknown): unknown {
  if (typeof value === "number") return JSON.stringify(value);
  if (Array.isArray(value)) return value.map(expected);
  if (typeof value !== "object" || value === null) return value;
  return new Map(Object.entries(value).map(([name, inner]) => [name, expected(inner)]));
}

describe("examples in JSON", () => {
  test("strict JSON is read as it is", () => {
    fc.assert(
      fc.property(objects, fc.nat(4), (object, indent) => {
        const text = JSON.stringify(object, undefined, indent);
        const example = read(text);
        expect(isJson(text)).toBe(true);
        expect(example).toMatchObject({ isStrict: true, mistakes: [] });
        expect(example && valueOf(example.value)).toEqual(expected(object));
      }),
    );
  });

  test("the place of each value is its text", () => {
    fc.assert(
      fc.property(objects, (object) => {
        const text = JSON.stringify(object, undefined, 2);
        const node = read(text)?.value;
        for (const { value, range } of node?.kind === "object" ? node.members : []) {
          const { start, end } = value.range;
          expect(text.slice(range.start, range.end)).toMatch(/^".*"$/s);
          expect(JSON.parse(text.slice(start, end))).toEqual(
            JSON.parse(text)[JSON.parse(text.slice(range.start, range.end))],
          );
        }
      }),
    );
  });

  test("any text is read without an exception", () => {
    const marks = fc.constantFrom(...'{}[]":,“”，：…/*\n\\1a.'.split(""));
    fc.assert(
      fc.property(fc.string({ unit: marks, maxLength: 60 }), (text) => {
        for (const start of ["{", '"a":']) expect(() => read(start + text)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ["a comma behind the last member", '{"a": 1,}', { a: "1" }],
    ["comments", '// first\n{"a": 1 /* one */, // 第一\n"b": 2}', { a: "1", b: "2" }],
    ["an ellipsis", '{"a": [1, 2, ...], "b": {…}}', { a: ["1", "2"], b: new Map() }],
    ["quotes and marks of Chinese", '{“a”：“x”，"b"： "，："}', { a: "x", b: "，：" }],
    ["a number with all its digits", '{"a": 9007199254740993}', { a: "9007199254740993" }],
    ["a member alone", '"a": {"b": 1}', { a: new Map([["b", "1"]]) }],
    [
      "a member alone with the brace of its object",
      '"a":\n{"b": 1}\n}',
      { a: new Map([["b", "1"]]) },
    ],
  ])("reads %s", (_, text, value) => {
    const example = read(text);
    expect(example?.mistakes).toEqual([]);
    expect(example && valueOf(example.value)).toEqual(new Map(Object.entries(value)));
  });

  test.each(["text", "{", '"a"', "<xml></xml>", "GET /path", ""])(
    "reads %j as no example",
    (text) => {
      const example = read(text);
      expect(example === undefined || example.mistakes.length > 0).toBe(true);
    },
  );

  test.each([
    ["[1, 2.5]", "a list of numbers"],
    ["[1, 9007199254740993]", "a list of integers"],
    ['[1, "a"]', "a list of strings and integers"],
    ["[null, {}]", "a list of objects"],
    ["[[1]]", "a list of lists"],
    ["[]", "an empty list"],
  ])("%s is %s", (text, words) => {
    const value = read(text)?.value;
    expect(value && shapeInWords(shapeOf(value))).toBe(words);
  });

  test("the order of examples does not change their shape", () => {
    fc.assert(
      fc.property(fc.array(objects, { minLength: 2, maxLength: 3 }), (list) => {
        const shapes = list
          .map((object) => read(JSON.stringify(object))?.value)
          .flatMap((value) => (value ? [shapeOf(value)] : []));
        const kinds = (all: typeof shapes) => kindsOf(joinShapes(all));
        expect(kinds(shapes.toReversed())).toEqual(kinds(shapes));
      }),
    );
  });
});

/** Returns a shape without places, in which members have no order. */
function kindsOf(shape: ReturnType<typeof shapeOf>): unknown {
  if (shape.kind === "list") return [kindsOf(shape.element)];
  if (shape.kind !== "object") return shape.kind;
  return Object.fromEntries(
    [...shape.members].map(([name, { shape: inner, isAlways }]) => [
      `${name} ${isAlways}`,
      kindsOf(inner),
    ]),
  );
}
