import { describe, expect, test } from "vitest";
import { DecodeError } from "../../templates/typescript/src/runtime/index.js";
import { safeDecode } from "../../templates/typescript/src/runtime/decode.js";
import * as read from "../../templates/typescript/src/runtime/read.js";
import { pathsOf, replaceAt, valueAt, type Path } from "./paths.js";
import { decodeSample, fullText, issuesOf, readKind, readLeaf } from "./sample.js";

const full: unknown = JSON.parse(fullText);

describe("what is right", () => {
  test("a whole sample", () => {
    const sample = decodeSample(full);
    expect(Object.fromEntries(Object.entries(sample))).toMatchObject({
      title: "「联系我」",
      total: -3,
      leaf: { name: "l", count: 1 },
      pair: [1, 2],
      scores: { "-1": 1.5, "2": 2 },
      small: { "7": { name: "s", count: 4 } },
      matrix: [[1], [], [2, 3]],
      extra: { any: [1, null, "x"] },
      quoted: 12,
      quotedNote: "q",
    });
    expect(sample.children?.[0]?.leaves).toEqual([{ name: "deep", count: 7 }]);
    expect(Object.entries(sample.labels)).toEqual([
      ["标签", "x"],
      ["__proto__", "y"],
    ]);
    expect(Object.entries(sample).slice(-2)).toEqual([
      ["maker", "c"],
      ["proto", "p"],
    ]);
  });

  test("an empty sample has zero values, and every key", () => {
    const sample = decodeSample({});
    expect(Object.entries(sample)).toEqual([
      ["title", ""],
      ["done", false],
      ["total", 0],
      ["level", 0],
      ["ratio", 0],
      ["kind", 0],
      ["color", ""],
      ["note", undefined],
      ["leaf", undefined],
      ["children", undefined],
      ["ids", []],
      ["pair", [0, 0]],
      ["leaves", []],
      ["labels", {}],
      ["scores", {}],
      ["small", {}],
      ["names", []],
      ["matrix", []],
      ["extra", null],
      ["since", "0001-01-01T00:00:00Z"],
      ["data", ""],
      ["quoted", 0],
      ["quotedNote", undefined],
      ["maker", ""],
      ["proto", ""],
    ]);
  });

  test("`null` is absent, and a zero model in a list", () => {
    const nulls = Object.fromEntries(Object.keys(full as object).map((name) => [name, null]));
    expect(decodeSample(nulls)).toStrictEqual(decodeSample({}));
    expect(decodeSample({ leaves: [null] }).leaves).toEqual([{ name: "", count: 0 }]);
  });

  test("unknown members and unknown enum values do no harm", () => {
    expect(decodeSample({ unknown: { a: 1 }, Title: "other case" }).title).toBe("");
    expect(decodeSample({ kind: 99 }).kind).toBe(99);
  });

  test("zero values are nobody else's", () => {
    const one = decodeSample({});
    one.ids.push(1);
    one.labels.a = "x";
    expect(decodeSample({}).ids).toEqual([]);
    expect(decodeSample({}).labels).toEqual({});
  });
});

describe("paths", () => {
  const wrong: [json: unknown, text: string][] = [
    [{ title: 1 }, "title: expected string, got number 1"],
    [{ leaf: [] }, "leaf: expected object, got array"],
    [{ leaf: { count: "1" } }, 'leaf.count: expected integer, got string "1"'],
    [{ leaves: [{}, { count: 0.5 }] }, "leaves[1].count: expected integer, got number 0.5"],
    [{ leaves: [{}, 7] }, "leaves[1]: expected object, got number 7"],
    [{ leaves: { length: 1 } }, "leaves: expected array, got object"],
    [{ ids: [], pair: "x" }, 'pair: expected array, got string "x"'],
    [{ pair: [1, "2", "3"] }, 'pair[1]: expected integer, got string "2"'],
    [{ matrix: [[], [1, null, true]] }, "matrix[1][2]: expected integer, got boolean true"],
    [{ labels: { 标签: 1 } }, 'labels["标签"]: expected string, got number 1'],
    [{ labels: { "": 1 } }, 'labels[""]: expected string, got number 1'],
    [{ labels: { length: 1 } }, "labels.length: expected string, got number 1"],
    [
      { scores: { x: { not: "read" } } },
      'scores.x: expected integer key, got string "x"\nscores.x: expected number, got object',
    ],
    [
      { small: { "300": { count: "1" } } },
      'small["300"]: expected integer key, got string "300"\nsmall["300"].count: expected integer, got string "1"',
    ],
    [
      { children: [{ children: [{ leaf: { name: 1 } }] }] },
      "children[0].children[0].leaf.name: expected string, got number 1",
    ],
    [{ quoted: 12 }, "quoted: expected JSON in a string, got number 12"],
    [{ "quoted-note": "1" }, '["quoted-note"]: expected string, got number 1'],
    [
      JSON.parse('{"__proto__": 1, "constructor": 2}'),
      "constructor: expected string, got number 2\n__proto__: expected string, got number 1",
    ],
    [[], "expected object, got array"],
    ["{}", 'expected object, got string "{}"'],
    [null, "expected a value, got null"],
    [undefined, "expected a value, got undefined"],
    [Symbol("s"), "expected object, got symbol Symbol(s)"],
  ];
  test.each(wrong)("of %j", (json, text) => {
    expect(() => decodeSample(json)).toThrow(new DecodeError(issuesOf(json)));
    expect(new DecodeError(issuesOf(json)).message).toBe(text);
  });

  test("come in the order of declaration, then index", () => {
    const json = { data: 1, ids: ["b", 1, "a"], title: 1 };
    expect(issuesOf(json).map(({ path }) => path.join("."))).toEqual([
      "title",
      "ids.0",
      "ids.2",
      "data",
    ]);
  });

  test("indexes are numbers, names are strings", () => {
    expect(issuesOf({ leaves: [1], labels: { 0: 1 } }).map(({ path }) => path)).toEqual([
      ["leaves", 0],
      ["labels", "0"],
    ]);
  });

  test("start anew with every run", () => {
    expect(issuesOf({ leaves: [1] })).toHaveLength(1);
    expect(safeDecode(readKind, "x")).toEqual({
      ok: false,
      issues: [{ path: [], message: 'expected integer, got string "x"' }],
    });
  });

  test("of a top-level list", () => {
    expect(
      safeDecode(
        (json, parent, key) => read.list(json, parent, key, readLeaf),
        [{}, { count: 1.5 }],
      ),
    ).toEqual({
      ok: false,
      issues: [{ path: [1, "count"], message: "expected integer, got number 1.5" }],
    });
  });

  test("no more than 100", () => {
    expect(issuesOf({ ids: Array(99).fill("x") })).toHaveLength(99);
    expect(issuesOf({ ids: Array(100).fill("x") })).toHaveLength(100);
    const issues = issuesOf({ ids: Array(1000).fill("x"), data: 1 });
    expect(issues).toHaveLength(100);
    expect(issues[99]?.path).toEqual(["ids", 99]);
  });

  // The value of each path is replaced by one that is wrong there, and nowhere else.
  const paths = pathsOf(full).filter((path) => path[0] !== "extra");
  test.each(paths.map((path) => [path]))("lead to what is wrong: %j", (path: Path) => {
    const was = valueAt(full, path);
    const wrong = typeof was === "object" ? 7 : ["wrong"];
    const json = replaceAt(full, path, wrong);
    expect(issuesOf(json).map((issue) => issue.path)).toEqual([path]);
    expect(issuesOf(json)[0]?.message).toMatch(
      typeof was === "object" ? /, got number 7$/ : /, got array$/,
    );
  });
});
