import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Init } from "../../templates/typescript/src/runtime/init.js";
import * as exact from "../../templates/typescript/src/runtime/exact.js";
import * as int64 from "../../templates/typescript/src/runtime/int64.js";
import type { JsonObject } from "../../templates/typescript/src/runtime/json.js";
import * as read from "../../templates/typescript/src/runtime/read.js";
import * as write from "../../templates/typescript/src/runtime/write.js";

/** A model with 64-bit integers wherever they can stand, written as the generator would write it. */
interface Node {
  id: bigint;
  count: string;
  quoted: bigint;
  list: bigint[];
  byId: Record<string, string>;
  ratio: number;
  text: string;
  extra: unknown;
  children: Node[];
}

function readNode(json: unknown, parent: read.Parent, key: read.Key): Node {
  const wire = read.object(json, parent, key);
  return {
    id: int64.readBigInt64(wire["id"], wire, "id"),
    count: int64.readUint64Text(wire["count"], wire, "count"),
    quoted: read.quoted(wire["quoted"], wire, "quoted", int64.readBigInt64, int64.integerIn),
    list: read.list(wire["list"], wire, "list", int64.readBigInt64),
    byId: read.map(wire["by_id"], wire, "by_id", read.string, int64.readBigInt64),
    ratio: read.float64(wire["ratio"], wire, "ratio"),
    text: read.string(wire["text"], wire, "text"),
    extra: read.any(wire["extra"], wire, "extra"),
    children: read.list(wire["children"], wire, "children", readNode),
  };
}

function writeNode(value: Init<Node> | undefined): JsonObject {
  if (!write.isObject(value)) return write.refuse("object", value);
  return {
    id: int64.writeBigInt64(value.id),
    count: int64.writeUint64Text(value.count),
    quoted: int64.writeQuoted(value.quoted, int64.writeBigInt64),
    list: write.list(value.list, int64.writeBigInt64),
    by_id: write.map(value.byId, write.string, int64.readBigInt64),
    ratio: write.float64(value.ratio),
    text: write.string(value.text),
    extra: write.any(value.extra),
    children: write.list(value.children, writeNode),
  };
}

const NodeCodec = exact.codec(readNode, writeNode);

const signed = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const unsigned = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const long = signed.filter((integer) => !Number.isSafeInteger(Number(integer)));

/** Texts that could be taken for integers, for marks or for the ends of strings. */
const text = fc.oneof(
  fc.string(),
  signed.map(String),
  fc.stringMatching(/^[is"\\:,[\]{} 0-9]*$/),
  signed.map((integer) => `i${integer}`),
);

const { node } = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.record(
    {
      id: signed,
      count: unsigned.map(String),
      quoted: signed,
      list: fc.array(signed, { maxLength: 3 }),
      byId: fc.dictionary(signed.map(String), text, { maxKeys: 2, noNullPrototype: true }),
      // In a text, -0 is 0.
      ratio: fc.double({ noNaN: true, noDefaultInfinity: true }).map((ratio) => ratio + 0),
      text,
      extra: fc.oneof(
        text,
        long,
        fc.array(long),
        fc.dictionary(text, long, { noNullPrototype: true }),
      ),
      children: fc.oneof(
        { maxDepth: 2 },
        fc.constant<Node[]>([]),
        fc.array(tie("node"), { maxLength: 2 }),
      ),
    },
    { noNullPrototype: true },
  ),
}));

describe("64-bit integers", () => {
  test("lose no digit through a text, at any depth, beside decimals and texts", () => {
    fc.assert(
      fc.property(node, (value) => {
        const written = NodeCodec.stringify(value as never);
        expect(NodeCodec.parse(written)).toStrictEqual(value);
        expect(NodeCodec.create(value as never)).toStrictEqual(value);
      }),
    );
  });

  test("are read from a text with any white space", () => {
    fc.assert(
      fc.property(node, (value) => {
        const spaced = NodeCodec.stringify(value as never).replaceAll(
          /"(?:[^"\\]|\\.)*"|[[\]{}:,]/g,
          (token) => (token.startsWith('"') ? token : `\n\t ${token} \r`),
        );
        expect(NodeCodec.parse(spaced)).toStrictEqual(value);
      }),
    );
  });

  test("refuse a text that JSON.parse refuses", () => {
    const pieces = [
      "9007199254740993",
      '"',
      "\\",
      "[",
      "]",
      "{",
      "}",
      ":",
      ",",
      "-",
      "0",
      " ",
      "e",
      ".",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces)), (parts) => {
        const broken = `{"extra":${parts.join("")}}`;
        // No piece is a `null`: one of these would have been a number beyond the range of `number`.
        const isJson = isParsed(() => {
          if (JSON.stringify(JSON.parse(broken)).includes("null")) throw new RangeError();
        });
        expect(isParsed(() => NodeCodec.parse(broken))).toBe(isJson);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("what they refuse", () => {
  test("in JSON", () => {
    expect(issuesOf({ id: 2 ** 53 })).toEqual([
      "id: expected safe integer, got number 9007199254740992",
    ]);
    expect(issuesOf({ id: 2n ** 63n })).toEqual([
      "id: expected int64, got bigint 9223372036854775808",
    ]);
    expect(issuesOf({ id: "1" })).toEqual(['id: expected int64, got string "1"']);
    expect(issuesOf({ id: 1.5, count: -1 })).toEqual([
      "id: expected int64, got number 1.5",
      "count: expected uint64, got number -1",
    ]);
    expect(issuesOf({ list: [1, 2n ** 60n, true] })).toEqual([
      "list.2: expected int64, got boolean true",
    ]);
    expect(issuesOf({ by_id: { "18446744073709551615": "b", x: "a" } })).toEqual([
      'by_id.18446744073709551615: expected integer key, got string "18446744073709551615"',
      'by_id.x: expected integer key, got string "x"',
    ]);
  });

  test("in a text", () => {
    expect(() => NodeCodec.parse('{"id":9223372036854775808,"text":9007199254740993}')).toThrow(
      "id: expected int64, got bigint 9223372036854775808\n" +
        "text: expected string, got bigint 9007199254740993",
    );
    expect(() => NodeCodec.parse('{"id":9007199254740993')).toThrow("expected JSON, got string");
    for (const name of ["9007199254740993", "-9007199254740993 "]) {
      expect(() => NodeCodec.parse(`{"id":1, ${name}:2}`)).toThrow("expected JSON, got string");
    }
    const deep = `${"[".repeat(50_000)}9007199254740993${"]".repeat(50_000)}`;
    expect(() => NodeCodec.parse(deep)).toThrow("nested too deeply");
  });

  test("in a value that is nested too deeply for its text", () => {
    for (let depth = 1000; depth <= 10_000; depth += 500) {
      let extra: unknown = 2n ** 60n;
      for (let level = 0; level < depth; level++) extra = [extra];
      expect([undefined, "nested too deeply"]).toContain(
        messageOf(() => NodeCodec.stringify({ extra })),
      );
    }
  });

  test("in a value", () => {
    const encode = (value: object) => () => NodeCodec.encode(value as never);
    expect(encode({ id: 2n ** 53n })).toThrow(
      "id: expected safe integer, got bigint 9007199254740992",
    );
    expect(encode({ id: 1 })).toThrow("id: expected bigint, got number 1");
    expect(encode({ count: "01" })).toThrow('count: expected uint64 as text, got string "01"');
    expect(encode({ count: "-1" })).toThrow('count: expected uint64, got string "-1"');
    expect(encode({ extra: 1n })).toThrow("extra: expected JSON, got bigint 1");
    expect(() => NodeCodec.stringify({ id: 2n ** 63n })).toThrow("id: expected int64, got bigint");
    // Nor does a run within one that takes them.
    const issues: unknown[] = [];
    const value = {
      get id() {
        issues.push(messageOf(() => NodeCodec.encode({ id: 2n ** 60n })));
        issues.push(messageOf(() => NodeCodec.encode({ extra: 1n })));
        return 2n ** 61n;
      },
    };
    expect(NodeCodec.stringify(value)).toBe('{"id":2305843009213693952}');
    expect(issues).toEqual([
      "id: expected safe integer, got bigint 1152921504606846976",
      "extra: expected JSON, got bigint 1",
    ]);
    // What went wrong leaves nothing behind.
    expect(encode({ id: 2n ** 53n })).toThrow("safe integer");
    expect(NodeCodec.encode({ id: 1n, quoted: 2n ** 60n })).toEqual({
      id: 1,
      quoted: "1152921504606846976",
    });
  });
});

function messageOf(run: () => unknown): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function isParsed(parse: () => unknown): boolean {
  try {
    parse();
    return true;
  } catch {
    return false;
  }
}

/** What is wrong with JSON for a node, each with its path. */
function issuesOf(json: unknown): string[] {
  const result = NodeCodec.safeDecode(json);
  return result.ok ? [] : result.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
}
