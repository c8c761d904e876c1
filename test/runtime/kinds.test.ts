/** Objects whose content is not in their members: each would become `{}` where it passed for one. */
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import type { Init, Issue } from "../../templates/typescript/src/runtime/index.js";
import { EncodeError } from "../../templates/typescript/src/runtime/index.js";
import { decodeSample, encodeSample, issuesOf, SampleCodec, type Sample } from "./sample.js";

class Leaf {
  name = "leaf";
  #count = 1;
  get count() {
    return this.#count;
  }
}

class Money {
  #cents = 150;
  toJSON() {
    return this.#cents / 100;
  }
}

const kinds: readonly (readonly [kind: string, value: object])[] = [
  ["Date", new Date(0)],
  ["Map", new Map([["name", "x"]])],
  ["Set", new Set(["x"])],
  ["WeakMap", new WeakMap()],
  ["Number", Object(1)],
  ["String", Object("x")],
  ["Boolean", Object(true)],
  ["BigInt", Object(1n)],
  ["Symbol", Object(Symbol("x"))],
  ["RegExp", /x/],
  ["Error", new Error("x")],
  ["Promise", Promise.resolve({ name: "x" })],
  ["Uint8Array", new Uint8Array(1)],
  ["Uint8Array", Buffer.from("x")],
  ["Float64Array", new Float64Array(1)],
  ["ArrayBuffer", new ArrayBuffer(1)],
  ["DataView", new DataView(new ArrayBuffer(1))],
  ["URL", new URL("https://example.com")],
  ["URLSearchParams", new URLSearchParams("name=x")],
  ["Headers", new Headers({ name: "x" })],
  ["FormData", new FormData()],
  ["Blob", new Blob(["x"])],
  ["Generator", (function* () {})()],
  ["Map", new (class extends Map<string, string> {})([["name", "x"]])],
  ["Date", runInNewContext("new Date(0)") as Date],
  ["Map", runInNewContext("new Map([['name', 'x']])") as Map<string, string>],
  ["toJSON object", new Money()],
];

function issuesOfEncoding(value: unknown): readonly Issue[] {
  try {
    encodeSample(value as Init<Sample>);
    return [];
  } catch (error) {
    if (error instanceof EncodeError) return error.issues;
    throw error;
  }
}

describe.each(kinds)("a %s", (kind, value) => {
  const places = {
    leaf: value,
    leaves: [{ name: "a" }, value],
    labels: value,
    small: { 7: value },
    extra: { a: [value] },
  };
  const paths = [["leaf"], ["leaves", 1], ["labels"], ["small", "7"], ["extra", "a", 0]];

  test("is refused where it is written, wherever it stands", () => {
    const expected = ["object", "object", "object", "object", "JSON"];
    // In the order of the model, in which maps stand behind lists.
    expect(issuesOfEncoding(places)).toEqual(
      paths.map((path, index) => ({ path, message: `expected ${expected[index]}, got ${kind}` })),
    );
    expect(issuesOfEncoding(value)).toEqual([
      { path: [], message: `expected object, got ${kind}` },
    ]);
    expect(() => SampleCodec.stringify(places as never)).toThrow(`leaf: expected object`);
    expect(() => SampleCodec.create(places as never)).toThrow(`leaf: expected object`);
  });

  test("is refused where it is read, and is no model of zero values", () => {
    expect(issuesOf(value)).toEqual([{ path: [], message: `expected object, got ${kind}` }]);
    const { extra, ...read } = places;
    expect(issuesOf(read)).toEqual(
      paths.slice(0, 4).map((path) => ({ path, message: `expected object, got ${kind}` })),
    );
    // An `unknown` value is kept as it is.
    expect(decodeSample({ extra }).extra).toBe(extra);
  });
});

describe("objects that are data", () => {
  const data: readonly (readonly [what: string, value: object])[] = [
    ["a class that implements a model", new Leaf()],
    ["no prototype", Object.assign(Object.create(null) as object, { name: "leaf", count: 1 })],
    ["another realm", runInNewContext("({ name: 'leaf', count: 1 })") as object],
    ["a proxy", new Proxy({ name: "leaf", count: 1 }, {})],
    ["a member that is called like the class", { name: "leaf", count: 1, constructor: "x" }],
    ["a member that is called `toJSON`", { name: "leaf", count: 1, constructor: 1, toJSON: 1 }],
  ];

  test.each(data)("of %s are read and written", (_what, value) => {
    const leaf = { name: "leaf", count: 1 };
    expect(encodeSample({ leaf: value, leaves: [value as object] })).toEqual({
      leaf,
      leaves: [leaf],
    });
    expect(decodeSample({ leaf: value }).leaf).toEqual(leaf);
  });

  test("of a class are refused in `unknown`, where nobody knows their members", () => {
    expect(issuesOfEncoding({ extra: [new Leaf()] })).toEqual([
      { path: ["extra", 0], message: "expected plain object, got object" },
    ]);
  });

  test("in `unknown` may have any member that JSON has", () => {
    const extra = JSON.parse('{"toJSON": {"a": 1}, "constructor": "x", "__proto__": []}') as object;
    expect(encodeSample({ extra })).toEqual({ extra });
  });
});
