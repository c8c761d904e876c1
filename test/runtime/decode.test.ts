import { describe, expect, test } from "vitest";
import { DecodeError, type Issue } from "../../templates/src/runtime/index.js";
import { safeDecode } from "../../templates/src/runtime/decode.js";
import * as read from "../../templates/src/runtime/read.js";
import { pathsOf, replaceAt, valueAt, type Path } from "./paths.js";
import { decodeSample, fullText, readKind, readLeaf, readSample } from "./sample.js";

const full: unknown = JSON.parse(fullText);

function issuesOf(json: unknown): readonly Issue[] {
  const result = safeDecode(readSample, json);
  return result.ok ? [] : result.issues;
}

const nested = (depth: number, title: unknown): unknown => {
  let json: unknown = { title };
  for (let level = 0; level < depth; level++) json = { children: [json] };
  return json;
};

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

describe("input that is no plain data", () => {
  test("frozen, and without prototype", () => {
    const frozen = Object.freeze({ leaves: Object.freeze([Object.freeze({ count: "1" })]) });
    expect(issuesOf(frozen).map(({ path }) => path)).toEqual([["leaves", 0, "count"]]);
    const bare = Object.assign(Object.create(null), { leaf: Object.create(null), title: 1 });
    expect(issuesOf(bare).map(({ path }) => path)).toEqual([["title"]]);
  });

  test("a getter that decodes", () => {
    let inner: readonly Issue[] = [];
    const json = {
      get leaf() {
        inner = issuesOf({ ids: [0, "x"] });
        return {};
      },
      title: "fine",
    };
    expect(issuesOf(json)).toEqual([]);
    expect(inner.map(({ path }) => path)).toEqual([["ids", 1]]);
    const wrong = {
      get leaf() {
        return issuesOf({ title: 1 }).length;
      },
      ids: ["x"],
    };
    expect(issuesOf(wrong).map(({ path }) => path)).toEqual([["leaf"], ["ids", 0]]);
  });

  test("a getter that throws", () => {
    const json = {
      get leaf() {
        throw new Error("boom");
      },
      title: 1,
    };
    expect(issuesOf(json)).toEqual([{ path: [], message: "expected JSON, got Error: boom" }]);
    expect(issuesOf({})).toEqual([]);
    expect(issuesOf({ title: 1 }).map(({ path }) => path)).toEqual([["title"]]);
  });

  test("a getter that gives something else each time counts as it is read last", () => {
    let reads = 0;
    const json = {
      get title() {
        return reads++ === 0 ? 1 : "fine";
      },
    };
    expect(issuesOf(json)).toEqual([]);
    expect(reads).toBeGreaterThan(1);
  });

  test("one object in several places", () => {
    const leaf = { count: "1" };
    const json = { unknown: leaf, leaves: [leaf, {}, leaf], leaf };
    expect(issuesOf(json).map(({ path }) => path)).toEqual([
      ["leaf", "count"],
      ["leaves", 0, "count"],
      ["leaves", 2, "count"],
    ]);
  });

  test("cycles, with something wrong in them, too", () => {
    const cycle: { title: unknown; children: unknown[] } = { title: "", children: [] };
    cycle.children.push(cycle);
    expect(issuesOf(cycle)).toEqual([{ path: [], message: "nested too deeply" }]);
    cycle.title = 1;
    expect(issuesOf(cycle)).toEqual([{ path: [], message: "nested too deeply" }]);
    expect(issuesOf({ title: 1 })).toHaveLength(1);
  });

  const thrown: [what: string, error: unknown][] = [
    ["without a text", Object.create(null)],
    ["whose text throws", { toString: () => expect.unreachable() }],
    ["whose prototype throws", new Proxy({}, { getPrototypeOf: () => expect.unreachable() })],
  ];
  test.each(thrown)("a getter that throws what is %s", (_, error) => {
    const json = {
      get title() {
        throw error;
      },
    };
    expect(issuesOf(json)).toEqual([{ path: [], message: "expected JSON" }]);
  });

  test("a getter that throws much", () => {
    const json = {
      get title() {
        throw new Error(`\u001b[31m${"x".repeat(1000)}`);
      },
    };
    expect(issuesOf(json)[0]?.message).toBe(
      `expected JSON, got Error: \ufffd[31m${"x".repeat(67)}…`,
    );
  });
});

describe("depth", () => {
  test("of some hundreds is none", () => {
    expect(issuesOf(nested(500, "fine"))).toEqual([]);
    const [issue] = issuesOf(nested(500, 1));
    expect(issue?.path).toHaveLength(1001);
    expect(issue?.path.slice(-3)).toEqual(["children", 0, "title"]);
  });

  test("with something wrong in every object costs no more than 100 paths", () => {
    let json: unknown = {};
    for (let level = 0; level < 1000; level++) json = { title: 1, children: [json] };
    const paths = issuesOf(json).map(({ path }) => path.length);
    expect(paths).toEqual(Array.from({ length: 100 }, (_, level) => 2 * level + 1));
  });

  test("beyond the stack is an issue", () => {
    expect(issuesOf(nested(100_000, 1))).toEqual([{ path: [], message: "nested too deeply" }]);
  });

  test("that nobody reads is none", () => {
    const deep: unknown = JSON.parse("[".repeat(100_000) + "]".repeat(100_000));
    expect(issuesOf({ unknown: deep })).toEqual([]);
    expect(issuesOf({ title: deep })).toEqual([
      { path: ["title"], message: "expected string, got array" },
    ]);
    expect(issuesOf({ title: 7, unknown: deep })).toEqual([
      { path: ["title"], message: "expected string, got number 7" },
    ]);
  });
});

describe("safety", () => {
  test("no prototype is touched", () => {
    const json = `{"__proto__": "p", "labels": {"__proto__": "x"}, "extra": {"__proto__": {"polluted": true}},
      "small": {"__proto__": {"polluted": true}}, "children": [{"__proto__": {"polluted": true}}]}`;
    const result = safeDecode(readSample, JSON.parse(json));
    expect(result.ok).toBe(false);
    expect("polluted" in {}).toBe(false);
    expect(Object.getPrototypeOf(decodeSample(JSON.parse('{"__proto__": "p"}')))).toBe(
      Object.prototype,
    );
  });

  test("inherited members are not read", () => {
    expect(decodeSample({}).maker).toBe("");
  });
});
