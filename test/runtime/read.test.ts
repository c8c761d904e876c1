import { describe, expect, test } from "vitest";
import * as read from "../../templates/typescript/src/runtime/read.js";
import { readMember } from "./read-member.js";

const safe = Number.MAX_SAFE_INTEGER;

const optionalInt: read.Reader<number | undefined> = (json, ...place) =>
  json == null ? undefined : read.int(json, ...place);
const intList: read.Reader<number[]> = (...place) => read.list(...place, read.int);
const intPair: read.Reader<number[]> = (...place) => read.array(...place, 2, read.int);
const stringMap: read.Reader<unknown> = (...place) => read.map(...place, read.string);
const signedMap: read.Reader<unknown> = (...place) => read.map(...place, read.string, read.int);
const unsignedMap: read.Reader<unknown> = (...place) => {
  return read.map(...place, read.string, read.uint8);
};
const quotedInt: read.Reader<number> = (...place) => read.quoted(...place, read.int);
const quotedString: read.Reader<string> = (...place) => read.quoted(...place, read.string);
const quotedBoolean: read.Reader<boolean> = (...place) => read.quoted(...place, read.boolean);

describe("scalars", () => {
  const taken: [name: string, reader: read.Reader<unknown>, values: unknown[]][] = [
    ["string", read.string, ["", "中文", "\ud800", "\u0000"]],
    ["boolean", read.boolean, [true, false]],
    ["int", read.int, [0, 1, -1, safe, -safe]],
    ["int8", read.int8, [-128, 127]],
    ["int16", read.int16, [-32768, 32767]],
    ["int32", read.int32, [-2147483648, 2147483647]],
    ["uint", read.uint, [0, safe]],
    ["uint8", read.uint8, [0, 255]],
    ["uint16", read.uint16, [0, 65535]],
    ["uint32", read.uint32, [0, 4294967295]],
    ["float32", read.float32, [0, -0, 0.1, 3.4028234663852886e38, 1e-50]],
    ["float64", read.float64, [0, -0, 1.5, Number.MAX_VALUE, Number.MIN_VALUE]],
    ["any", read.any, [0, "", false, [null], { a: [1] }]],
  ];
  test.each(taken)("%s takes what it holds", (_name, reader, values) => {
    for (const value of values) expect(readMember(reader, value)).toEqual({ value });
  });

  const zeros: [name: string, reader: read.Reader<unknown>, zero: unknown][] = [
    ["string", read.string, ""],
    ["boolean", read.boolean, false],
    ["int", read.int, 0],
    ["int8", read.int8, 0],
    ["int16", read.int16, 0],
    ["int32", read.int32, 0],
    ["uint", read.uint, 0],
    ["uint8", read.uint8, 0],
    ["uint16", read.uint16, 0],
    ["uint32", read.uint32, 0],
    ["float32", read.float32, 0],
    ["float64", read.float64, 0],
    ["time", read.time, "0001-01-01T00:00:00Z"],
    ["bytes", read.bytes, ""],
    ["any", read.any, null],
  ];
  test.each(zeros)("%s has a zero value", (_name, reader, value) => {
    expect(readMember(reader, undefined)).toEqual({ value });
    expect(readMember(reader, null)).toEqual({ value });
  });

  const refused: [reader: read.Reader<unknown>, json: unknown, message: string][] = [
    [read.string, 1, "expected string, got number 1"],
    [read.string, false, "expected string, got boolean false"],
    [read.string, {}, "expected string, got object"],
    [read.string, [], "expected string, got array"],
    [read.boolean, "true", 'expected boolean, got string "true"'],
    [read.boolean, 0, "expected boolean, got number 0"],
    [read.int, "1", 'expected integer, got string "1"'],
    [read.int, 1.5, "expected integer, got number 1.5"],
    [read.int, safe + 1, "expected safe integer, got number 9007199254740992"],
    [read.int, -safe - 1, "expected safe integer, got number -9007199254740992"],
    [read.int, Infinity, "expected integer, got number Infinity"],
    [read.int, 1n, "expected integer, got bigint 1"],
    [read.int, true, "expected integer, got boolean true"],
    [read.int8, 128, "expected int8, got number 128"],
    [read.int8, -129, "expected int8, got number -129"],
    [read.int16, 32768, "expected int16, got number 32768"],
    [read.int16, -32769, "expected int16, got number -32769"],
    [read.int32, 2147483648, "expected int32, got number 2147483648"],
    [read.int32, -2147483649, "expected int32, got number -2147483649"],
    [read.int32, "1", 'expected int32, got string "1"'],
    [read.uint, -1, "expected unsigned integer, got number -1"],
    [read.uint, safe + 1, "expected unsigned integer, got number 9007199254740992"],
    [read.uint8, 256, "expected uint8, got number 256"],
    [read.uint8, -1, "expected uint8, got number -1"],
    [read.uint8, 0.5, "expected uint8, got number 0.5"],
    [read.uint16, 65536, "expected uint16, got number 65536"],
    [read.uint32, 4294967296, "expected uint32, got number 4294967296"],
    [read.uint32, "1", 'expected uint32, got string "1"'],
    [read.float32, 3.5e38, "expected float32, got number 3.5e+38"],
    [read.float32, "1", 'expected float32, got string "1"'],
    [read.float64, Infinity, "expected number, got number Infinity"],
    [read.float64, NaN, "expected number, got number NaN"],
    [read.float64, "1", 'expected number, got string "1"'],
    [read.time, 0, "expected RFC 3339 time, got number 0"],
    [read.bytes, [1, 2], "expected base64, got array"],
  ];
  test.each(refused)("%o refuses %o", (reader, json, message) => {
    expect(readMember(reader, json)).toBe(message);
  });

  test("a signed integer of -0 is 0, an unsigned one is refused, as by strconv", () => {
    for (const reader of [read.int, read.int8, read.int16, read.int32]) {
      expect(readMember(reader, -0)).toEqual({ value: 0 });
    }
    for (const reader of [read.uint, read.uint8, read.uint16, read.uint32]) {
      expect(readMember(reader, -0)).toMatch(/^expected u/);
    }
  });
});

describe("optional", () => {
  test("keeps what is absent away", () => {
    expect(readMember(optionalInt, undefined)).toEqual({ value: undefined });
    expect(readMember(optionalInt, null)).toEqual({ value: undefined });
    expect(readMember(optionalInt, 0)).toEqual({ value: 0 });
    expect(readMember(optionalInt, "")).toBe('expected integer, got string ""');
  });
});

describe("list", () => {
  test("reads elements, `null` as zero, and nothing as the empty list", () => {
    expect(readMember(intList, [1, null, 3])).toEqual({ value: [1, 0, 3] });
    expect(readMember(intList, null)).toEqual({ value: [] });
    expect(readMember(intList, undefined)).toEqual({ value: [] });
  });

  test.each([[{ length: 1, 0: 1 }], ["abc"], [1], [true]])("refuses %o", (json) => {
    expect(readMember(intList, json)).toMatch(/^expected array, got/);
  });
});

describe("array", () => {
  test("has its length whatever comes, as in Go", () => {
    expect(readMember(intPair, [1, 2])).toEqual({ value: [1, 2] });
    expect(readMember(intPair, [1])).toEqual({ value: [1, 0] });
    expect(readMember(intPair, [1, 2, "not looked at"])).toEqual({ value: [1, 2] });
    expect(readMember(intPair, null)).toEqual({ value: [0, 0] });
  });

  test("refuses what is no array, and wrong elements", () => {
    expect(readMember(intPair, {})).toBe("expected array, got object");
    expect(readMember(intPair, ["1"])).toBe('expected integer, got string "1"');
  });
});

describe("map", () => {
  test("reads members, `null` as zero, and nothing as the empty map", () => {
    expect(readMember(stringMap, { a: "x", 中文: null })).toEqual({ value: { a: "x", 中文: "" } });
    expect(readMember(stringMap, null)).toEqual({ value: {} });
    expect(readMember(stringMap, [])).toBe("expected object, got array");
  });

  test("`__proto__` and the like are members like others", () => {
    const json = JSON.parse('{"__proto__": "p", "constructor": "c", "hasOwnProperty": "h"}');
    const map = read.map(json, [json], 0, read.string);
    expect(Object.entries(map)).toEqual([
      ["__proto__", "p"],
      ["constructor", "c"],
      ["hasOwnProperty", "h"],
    ]);
    expect(Object.getPrototypeOf(map)).toBe(Object.prototype);
  });

  test("integer keys become canonical, as strconv takes them", () => {
    expect(readMember(signedMap, { "-1": "a", "+2": "b", "003": "c", "-0": "d" })).toEqual({
      value: { "-1": "a", "2": "b", "3": "c", "0": "d" },
    });
    expect(readMember(unsignedMap, { "255": "a", "007": "b" })).toEqual({
      value: { "255": "a", "7": "b" },
    });
  });

  test.each(["", "a", "1.0", "1e2", " 1", "1 ", "0x1", "1_0", "--1", "９", "9007199254740992"])(
    "refuses the integer key %j",
    (key) => {
      const message = `expected integer key, got string ${JSON.stringify(key)}`;
      expect(readMember(signedMap, { [key]: "" })).toBe(message);
    },
  );

  test.each(["256", "-1", "-0", "+1", "+0"])("refuses the unsignedMap key %j", (key) => {
    expect(readMember(unsignedMap, { [key]: "" })).toBe(
      `expected integer key, got string "${key}"`,
    );
  });
});

describe("quoted", () => {
  test("reads the scalar in the string", () => {
    expect(readMember(quotedInt, "12")).toEqual({ value: 12 });
    expect(readMember(quotedString, '"a\\n"')).toEqual({ value: "a\n" });
    expect(readMember(quotedBoolean, "true")).toEqual({ value: true });
    expect(readMember(quotedInt, "null")).toEqual({ value: 0 });
    expect(readMember(quotedInt, null)).toEqual({ value: 0 });
    expect(readMember(quotedString, undefined)).toEqual({ value: "" });
  });

  const refused: [reader: read.Reader<unknown>, json: unknown, message: string][] = [
    [quotedInt, 12, "expected JSON in a string, got number 12"],
    [quotedInt, "", 'expected JSON in a string, got string ""'],
    [quotedInt, " 1", 'expected JSON in a string, got string " 1"'],
    [quotedInt, "1 ", 'expected JSON in a string, got string "1 "'],
    [quotedInt, "0x1", 'expected JSON in a string, got string "0x1"'],
    [quotedInt, '"1"', 'expected integer, got string "1"'],
    [quotedInt, "9007199254740993", "expected safe integer, got number 9007199254740992"],
    [quotedInt, "[1]", "expected integer, got array"],
    [quotedString, "abc", 'expected JSON in a string, got string "abc"'],
    [quotedBoolean, "1", "expected boolean, got number 1"],
  ];
  test.each(refused)("%o refuses %j", (reader, json, message) => {
    expect(readMember(reader, json)).toBe(message);
  });
});

describe("object", () => {
  test("of nothing has nothing", () => {
    expect(read.object(null, [null], 0)).toEqual({});
    expect(read.object(undefined, [], 0)).toEqual({});
  });

  test("own members only, where every object inherits one", () => {
    expect(read.own({}, "constructor", read.any)).toBeNull();
    expect(read.own({}, "__proto__", read.any)).toBeNull();
    expect(read.own(JSON.parse('{"__proto__": 1}') as read.Wire, "__proto__", read.any)).toBe(1);
  });
});

test("a refusal outside of a run harms no later one", () => {
  read.string(1, [1], 0);
  expect(readMember(read.string, "fine")).toEqual({ value: "fine" });
});
