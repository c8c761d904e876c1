import { describe, expect, test } from "vitest";
import { safeDecode } from "../../templates/typescript/src/runtime/decode.js";
import type { Issue } from "../../templates/typescript/src/runtime/index.js";
import { decodeSample, issuesOf, readSample } from "./sample.js";

const nested = (depth: number, title: unknown): unknown => {
  let json: unknown = { title };
  for (let level = 0; level < depth; level++) json = { children: [json] };
  return json;
};

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

  test("a getter that gives something else each time", () => {
    let reads = 0;
    const json = {
      get title() {
        return reads++ === 0 ? 1 : "fine";
      },
    };
    expect(issuesOf(json)).toEqual([{ path: [], message: "expected string, got number 1" }]);
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
