import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import {
  encode,
  EncodeError,
  type JsonObject,
} from "../../templates/typescript/src/runtime/index.js";
import * as read from "../../templates/typescript/src/runtime/read.js";
import * as write from "../../templates/typescript/src/runtime/write.js";

/** What a writer makes of a value, or its messages with their paths. */
function written(writer: (value: never) => unknown, value: unknown): unknown {
  try {
    return { json: encode(writer as write.Writer<unknown>, value) };
  } catch (error) {
    if (!(error instanceof EncodeError)) throw error;
    return error.message;
  }
}

const safe = Number.MAX_SAFE_INTEGER;

const intList = (values: readonly number[]) => write.list(values, write.int);
const intPair = (values: readonly number[]) => write.array(values, 2, write.int);
const intMap = (values: write.Members<number>) => write.map(values, write.int);
const signedMap = (values: write.Members<number>) => write.map(values, write.int, read.int);
const unsignedMap = (values: write.Members<number>) => write.map(values, write.int, read.uint8);
const quotedMember = (value: { n: number }): JsonObject => ({
  n: write.quoted(value.n, write.int),
});

describe("scalars", () => {
  test.each([
    [write.string, ["", "中文", "\ud800"]],
    [write.boolean, [true, false]],
    [write.int, [0, safe, -safe]],
    [write.int8, [-128, 127]],
    [write.int16, [-32768, 32767]],
    [write.int32, [-2147483648, 2147483647]],
    [write.uint, [0, safe]],
    [write.uint8, [0, 255]],
    [write.uint16, [0, 65535]],
    [write.uint32, [0, 4294967295]],
    [write.float32, [0, 0.1, 3.4028234663852886e38]],
    [write.float64, [0, 1.5, Number.MAX_VALUE]],
    [write.time, ["2024-02-29T00:00:00Z"]],
    [write.bytes, ["", "AAE="]],
  ])("%o writes what it holds", (writer, values) => {
    for (const value of values) expect(written(writer, value)).toEqual({ json: value });
  });

  test.each([
    [write.string, 1, "expected string, got number 1"],
    [write.string, null, "expected string, got null"],
    [write.string, new String("x"), "expected string, got String"],
    [write.boolean, 0, "expected boolean, got number 0"],
    [write.int, "1", 'expected integer, got string "1"'],
    [write.int, NaN, "expected integer, got number NaN"],
    [write.int, 1.5, "expected integer, got number 1.5"],
    [write.int, 1n, "expected integer, got bigint 1"],
    [write.int, safe + 1, "expected safe integer, got number 9007199254740992"],
    [write.int8, 128, "expected int8, got number 128"],
    [write.int16, -32769, "expected int16, got number -32769"],
    [write.int32, 2147483648, "expected int32, got number 2147483648"],
    [write.uint, -1, "expected unsigned integer, got number -1"],
    [write.uint8, 256, "expected uint8, got number 256"],
    [write.uint16, 65536, "expected uint16, got number 65536"],
    [write.uint32, -1, "expected uint32, got number -1"],
    [write.float32, 3.5e38, "expected float32, got number 3.5e+38"],
    [write.float64, -Infinity, "expected number, got number -Infinity"],
    [write.time, new Date(0), "expected RFC 3339 time, got Date"],
    [
      write.time,
      "2023-02-29T00:00:00Z",
      'expected RFC 3339 time, got string "2023-02-29T00:00:00Z"',
    ],
    [write.bytes, "A", 'expected base64, got string "A"'],
    [write.bytes, new Uint8Array(1), "expected base64, got Uint8Array"],
    [write.string, () => {}, "expected string, got function"],
    [write.string, Symbol("s"), "expected string, got symbol Symbol(s)"],
  ])("%o refuses %o", (writer, value, message) => {
    expect(written(writer, value)).toBe(message);
  });

  test("integers of -0 are 0", () => {
    for (const writer of [write.int, write.int8, write.int16, write.int32]) {
      expect(writer(-0)).toBe(0);
    }
    for (const writer of [write.uint, write.uint8, write.uint16, write.uint32]) {
      expect(writer(-0)).toBe(0);
    }
  });
});

describe("any", () => {
  test("copies JSON, without what is undefined", () => {
    const value = { a: [1, null, { b: "x" }], c: undefined, d: true };
    const json = write.any(value);
    expect(json).toStrictEqual({ a: [1, null, { b: "x" }], d: true });
    value.a.push(2);
    expect(json).toStrictEqual({ a: [1, null, { b: "x" }], d: true });
    expect(write.any(null)).toBe(null);
    expect(write.any(Object.assign(Object.create(null), { a: 1 }))).toEqual({ a: 1 });
    expect(written(write.any, runInNewContext("({ a: [1] })"))).toEqual({ json: { a: [1] } });
  });

  test("keeps `__proto__` as a member", () => {
    const json = write.any(JSON.parse('{"__proto__": {"polluted": 1}}'));
    expect(JSON.stringify(json)).toBe('{"__proto__":{"polluted":1}}');
    expect(Object.getPrototypeOf(json)).toBe(Object.prototype);
  });

  test.each([
    [{ a: [NaN] }, "a[0]: expected JSON, got number NaN"],
    [{ a: { b: 1n } }, "a.b: expected JSON, got bigint 1"],
    [[() => {}], "[0]: expected JSON, got function"],
    [[undefined], "[0]: expected a value, got undefined"],
    // A hole.
    [Array(1), "[0]: expected a value, got undefined"],
    [{ when: new Date(0) }, "when: expected JSON, got Date"],
    [new Map(), "expected JSON, got Map"],
    [Object.create({ inherited: 1 }), "expected plain object, got object"],
  ])("refuses %o", (value, message) => {
    expect(written(write.any, value)).toBe(message);
  });
});

test("a cycle is refused, wherever", () => {
  const cycle: { self?: unknown } = {};
  cycle.self = [1, cycle];
  expect(written(write.any, cycle)).toBe("nested too deeply");
});

describe("list", () => {
  test("writes elements", () => {
    expect(written(intList, [1, 2])).toEqual({ json: [1, 2] });
    expect(written(intList, Object.freeze([]))).toEqual({ json: [] });
  });

  test.each([
    [null, "expected array, got null"],
    ["ab", 'expected array, got string "ab"'],
    [new Set([1]), "expected array, got Set"],
    [new Uint8Array(1), "expected array, got Uint8Array"],
    [[1, "2", 3, null], '[1]: expected integer, got string "2"\n[3]: expected integer, got null'],
    [Array(1), "[0]: expected a value, got undefined"],
  ])("refuses %o", (values, message) => {
    expect(written(intList, values)).toBe(message);
  });
});

describe("array", () => {
  test("has its length", () => {
    expect(written(intPair, [1, 2])).toEqual({ json: [1, 2] });
    expect(written(intPair, [1])).toBe("expected array length 2, got number 1");
    expect(written(intPair, [1, 2, 3])).toBe("expected array length 2, got number 3");
    expect(written(intPair, null)).toBe("expected array, got null");
    expect(written(intPair, [1, "2"])).toBe('[1]: expected integer, got string "2"');
  });
});

describe("map", () => {
  test("writes members, but what is undefined", () => {
    expect(written(intMap, { a: 1, b: undefined })).toEqual({ json: { a: 1 } });
    expect(written(signedMap, { "-1": 1, "02": 2 })).toEqual({ json: { "-1": 1, "2": 2 } });
    const json = intMap(JSON.parse('{"__proto__": 1}') as Record<string, number>);
    expect(JSON.stringify(json)).toBe('{"__proto__":1}');
  });

  test.each([
    [intMap, null, "expected object, got null"],
    [intMap, [], "expected object, got array"],
    [intMap, new Map([["a", 1]]), "expected object, got Map"],
    [
      intMap,
      { a: 1, b: "x", "c-d": null },
      'b: expected integer, got string "x"\n["c-d"]: expected integer, got null',
    ],
    [signedMap, { a: 1 }, 'a: expected integer key, got string "a"'],
    [signedMap, { "1": 1, "01": 1 }, '["01"]: expected integer key other than 1, got string "01"'],
    [signedMap, { "-0": 1, "+0": 1 }, '["+0"]: expected integer key other than 0, got string "+0"'],
    [signedMap, { "1.5": 1 }, '["1.5"]: expected integer key, got string "1.5"'],
    [unsignedMap, { "256": 1 }, '["256"]: expected integer key, got string "256"'],
    [unsignedMap, { "-1": 1 }, '["-1"]: expected integer key, got string "-1"'],
  ])("%o refuses %o", (writer, values, message) => {
    expect(written(writer, values)).toBe(message);
  });
});

describe("quoted", () => {
  test("writes the JSON text of a scalar", () => {
    expect(write.quoted(12, write.int)).toBe("12");
    expect(write.quoted('a"', write.string)).toBe('"a\\""');
    expect(write.quoted(false, write.boolean)).toBe("false");
  });

  test("refuses what its writer refuses", () => {
    expect(written(quotedMember, { n: "12" })).toBe('n: expected integer, got string "12"');
  });
});

describe("isEmpty", () => {
  test.each([[[]], [{}], [{ a: undefined }]])("%o", (value) => {
    expect(write.isEmpty(value)).toBe(true);
  });

  test.each([
    [[undefined]],
    [{ a: null }],
    [null],
    [undefined],
    [0],
    [""],
    [() => {}],
    [new Map()],
  ])("not %o: it is for the writer to refuse it", (value) =>
    expect(write.isEmpty(value)).toBe(false),
  );
});

test("`set` makes a member of `__proto__`", () => {
  const wire: JsonObject = {};
  write.set(wire, "__proto__", "p");
  expect(JSON.stringify(wire)).toBe('{"__proto__":"p"}');
  expect(Object.getPrototypeOf(wire)).toBe(Object.prototype);
});
