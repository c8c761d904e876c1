import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  EncodeError,
  type Init,
  type Issue,
} from "../../templates/typescript/src/runtime/index.js";
import { pathsOf, replaceAt, valueAt, type Path } from "./paths.js";
import { decodeSample, encodeSample, fullText, type Sample } from "./sample.js";

const full = decodeSample(JSON.parse(fullText));

/** The wire names of the properties that are called otherwise. */
const WIRE_NAMES = new Map<string | number, string>([
  ["quotedNote", "quoted-note"],
  ["maker", "constructor"],
  ["proto", "__proto__"],
]);

function issuesOf(value: unknown): readonly Issue[] {
  try {
    encodeSample(value as Init<Sample>);
    return [];
  } catch (error) {
    if (error instanceof EncodeError) return error.issues;
    throw error;
  }
}

describe("what is right", () => {
  test("comes back as it was sent", () => {
    const json = encodeSample(full);
    expect(json).toMatchObject(JSON.parse(fullText));
    expect(Object.keys(json)).toEqual(Object.keys(JSON.parse(fullText)));
    expect(decodeSample(json)).toStrictEqual(full);
  });

  test("members stand in the order of declaration", () => {
    expect(Object.keys(encodeSample({ ids: [], title: "" }))).toEqual(["title", "ids"]);
  });

  test("what is undefined, or empty under `omitempty`, is left out", () => {
    expect(encodeSample({})).toEqual({});
    expect(encodeSample({ title: undefined, note: "", children: [] })).toEqual({});
    expect(encodeSample({ title: "", note: "n", ids: [] })).toEqual({
      title: "",
      note: "n",
      ids: [],
    });
  });

  test("properties that the model lacks are left out", () => {
    const value = { title: "", other: 1 };
    expect(encodeSample(value)).toEqual({ title: "" });
  });
});

describe("paths", () => {
  const wrong: [value: unknown, text: string][] = [
    [{ title: 1 }, "title: expected string, got number 1"],
    [{ leaf: { count: "1" } }, 'leaf.count: expected integer, got string "1"'],
    [{ leaf: null }, "leaf: expected object, got null"],
    [{ leaves: [{}, []] }, "leaves[1]: expected object, got array"],
    [{ pair: [1] }, "pair: expected array length 2, got number 1"],
    [{ children: "none" }, 'children: expected array, got string "none"'],
    [{ labels: { a: "x", b: 1 } }, "labels.b: expected string, got number 1"],
    [{ small: { "300": { count: 1 } } }, 'small["300"]: expected integer key, got string "300"'],
    [{ extra: { a: [{ b: NaN }] } }, "extra.a[0].b: expected JSON, got number NaN"],
    // Wire names, not those of the properties.
    [{ quotedNote: 1 }, '["quoted-note"]: expected string, got number 1'],
    [{ quoted: 1.5 }, "quoted: expected integer, got number 1.5"],
    [
      { ids: [1, "x"], title: null },
      'title: expected string, got null\nids[1]: expected uint32, got string "x"',
    ],
    [
      { maker: 1, proto: 2 },
      "constructor: expected string, got number 1\n__proto__: expected string, got number 2",
    ],
    [null, "expected object, got null"],
    [[], "expected object, got array"],
    ["text", 'expected object, got string "text"'],
  ];
  test.each(wrong)("of %j", (value, text) => {
    expect(() => encodeSample(value as Init<Sample>)).toThrow(EncodeError);
    expect(new EncodeError(issuesOf(value)).message).toBe(text);
  });

  // The value of each path is replaced by one that is wrong there.
  const paths = pathsOf(full);
  test.each(paths.map((path) => [path]))("lead to what is wrong: %j", (path: Path) => {
    const value = replaceAt(full, path, () => {});
    const wirePath = path.map((key) => WIRE_NAMES.get(key) ?? key);
    expect(issuesOf(value).map((issue) => issue.path)).toEqual([wirePath]);
    expect(issuesOf(value)[0]?.message).toMatch(/, got function$/);
  });

  test("no more than 100", () => {
    const issues = issuesOf({ ids: Array(1000).fill("x"), data: 1 });
    expect(issues).toHaveLength(100);
    expect(issues[99]?.path).toEqual(["ids", 99]);
  });
});

describe("values that are no plain data", () => {
  test("what looks like an issue is not one", () => {
    const forged = { path: ["forged"], message: "forged" };
    expect(encodeSample({ extra: forged })).toEqual({ extra: forged });
    expect(issuesOf({ extra: { ...forged, wrong: NaN }, title: 1 })).toEqual([
      { path: ["title"], message: "expected string, got number 1" },
      { path: ["extra", "wrong"], message: "expected JSON, got number NaN" },
    ]);
  });

  test("class instances and accessors are objects like others", () => {
    class Model {
      get title() {
        return "from a getter";
      }
    }
    expect(encodeSample(new Model())).toEqual({ title: "from a getter" });
  });

  test("a getter that throws, or encodes", () => {
    const throwing = {
      get title(): string {
        throw new Error("boom");
      },
    };
    expect(issuesOf(throwing)).toEqual([{ path: [], message: "expected JSON, got Error: boom" }]);
    let inner: readonly Issue[] = [];
    const encoding = {
      get title() {
        inner = issuesOf({ leaf: { name: 1 } });
        return "fine";
      },
      ids: ["x"],
    };
    expect(issuesOf(encoding).map(({ path }) => path)).toEqual([["ids", 0]]);
    expect(inner.map(({ path }) => path)).toEqual([["leaf", "name"]]);
  });

  test("cycles", () => {
    const cycle: { children: unknown[]; title: unknown } = { children: [], title: 1 };
    cycle.children.push(cycle);
    expect(issuesOf(cycle)).toEqual([{ path: [], message: "nested too deeply" }]);
    expect(issuesOf({ title: 1 })).toHaveLength(1);
  });

  test("shared objects are written twice", () => {
    const leaf = { name: "shared" };
    expect(encodeSample({ leaf, leaves: [leaf] })).toEqual({ leaf, leaves: [leaf] });
  });
});

test("what is encoded, whatever was given, is JSON or an EncodeError", () => {
  const names = Object.keys(full);
  const member = fc.oneof(
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withSparseArray: true }),
    fc.constantFrom(...names).map((name) => valueAt(full, [name])),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), member), (value) => {
      if (issuesOf(value).length > 0) return;
      const json = encodeSample(value as Init<Sample>);
      expect(JSON.stringify(JSON.parse(JSON.stringify(json)))).toBe(JSON.stringify(json));
      expect(encodeSample(decodeSample(json))).toMatchObject(JSON.parse(JSON.stringify(json)));
    }),
    { numRuns: 300 },
  );
});
