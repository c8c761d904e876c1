import { describe, expect, test } from "vitest";
import * as external from "../../templates/src/runtime/external.js";
import { codec, type Init, type JsonObject } from "../../templates/src/runtime/index.js";
import * as read from "../../templates/src/runtime/read.js";
import * as write from "../../templates/src/runtime/write.js";

/** A type of another package. */
interface Inner {
  size: number;
  names: string[];
}

const InnerCodec = codec(
  (json, parent, key): Inner => {
    const wire = read.object(json, parent, key);
    return {
      size: read.int(wire["size"], wire, "size"),
      names: read.list(wire["names"], wire, "names", read.string),
    };
  },
  (value: Init<Inner>): JsonObject => ({
    size: write.int(value.size),
    names: write.list(value.names, write.string),
  }),
);

interface Outer {
  first: Inner;
  rest: Inner[];
  last: string;
}

const OuterCodec = codec(
  (json, parent, key): Outer => {
    const wire = read.object(json, parent, key);
    return {
      first: external.read(wire["first"], wire, "first", InnerCodec),
      rest: read.list(wire["rest"], wire, "rest", (item, parent, key) =>
        external.read(item, parent, key, InnerCodec),
      ),
      last: read.string(wire["last"], wire, "last"),
    };
  },
  (value: Init<Outer>): JsonObject => ({
    first: external.write(value.first ?? {}, InnerCodec),
    rest: write.list(value.rest, (item) => external.write(item, InnerCodec)),
    last: write.string(value.last),
  }),
);

const value = { first: { size: 1, names: ["a"] }, rest: [{ size: 2, names: [] }], last: "x" };

describe("a type that is defined elsewhere", () => {
  test("is read and written by its codec", () => {
    expect(OuterCodec.decode(value)).toEqual(value);
    expect(OuterCodec.encode(value)).toEqual(value);
  });

  test("is wrong where its codec says", () => {
    const result = OuterCodec.safeDecode({
      first: { size: "1", names: [1, "b", 2] },
      rest: [value.first, 7, { size: "1" }],
      last: 1,
    });
    expect(result.ok ? [] : result.issues).toEqual([
      { path: ["first", "size"], message: 'expected integer, got string "1"' },
      { path: ["first", "names", 0], message: "expected string, got number 1" },
      { path: ["first", "names", 2], message: "expected string, got number 2" },
      { path: ["rest", 1], message: "expected object, got number 7" },
      { path: ["rest", 2, "size"], message: 'expected integer, got string "1"' },
      { path: ["last"], message: "expected string, got number 1" },
    ]);
  });

  test("cannot be written where its codec says", () => {
    const wrong = { ...value, rest: [{ size: 1, names: ["a", 2] }], last: 1 };
    expect(() => OuterCodec.encode(wrong as never)).toThrow(
      "rest[0].names[1]: expected string, got number 2\nlast: expected string, got number 1",
    );
  });
});
