import { describe, expect, test } from "vitest";
import * as external from "../../templates/typescript/src/runtime/external.js";
import {
  codec,
  type Codec,
  type Init,
  type JsonObject,
  type JsonValue,
} from "../../templates/typescript/src/runtime/index.js";
import * as read from "../../templates/typescript/src/runtime/read.js";
import type { Result } from "../../templates/typescript/src/runtime/run.js";
import * as write from "../../templates/typescript/src/runtime/write.js";

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

/** An alias of such a type. */
const AliasCodec = codec<Inner, JsonValue>(
  (json, parent, key) => external.read(json, parent, key, InnerCodec),
  (inner) => external.write(inner, InnerCodec),
);

interface Chain {
  size: number;
  wide: number[];
  next: Chain | undefined;
}

/** A codec that is not of md2sdk, of a class, and without a zero value. */
const DateCodec = {
  safeDecode(json: unknown): Result<Date> {
    const value = new Date(String(json));
    if (!Number.isNaN(value.getTime())) return { ok: true, value };
    return { ok: false, issues: [{ path: [], message: "expected date" }] };
  },
  encode: (date: Date) => date.toISOString(),
};

interface Meeting {
  at: Date;
}

const MeetingCodec = codec<Meeting, JsonObject>(
  (json, parent, key) => {
    const wire = read.object(json, parent, key);
    return { at: external.read(wire["at"], wire, "at", DateCodec) };
  },
  (value) => ({ at: external.write(value.at ?? new Date(0), DateCodec) }),
);

const MeetingsCodec = codec<{ meetings: Meeting[] }, JsonObject>(
  (json, parent, key) => {
    const wire = read.object(json, parent, key);
    return {
      meetings: read.list(wire["meetings"], wire, "meetings", (item, parent, key) =>
        external.read(item, parent, key, MeetingCodec),
      ),
    };
  },
  () => ({}),
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

  test("is zero where it is absent, if its codec has a zero value", () => {
    expect(OuterCodec.decode({ rest: [null] })).toEqual({
      first: { size: 0, names: [] },
      rest: [{ size: 0, names: [] }],
      last: "",
    });
    expect(AliasCodec.create()).toEqual({ size: 0, names: [] });
    // A codec whose `create` throws issues, or one of another make.
    const result = MeetingsCodec.safeDecode({ meetings: [{ at: "2024-02-29" }, {}, null] });
    expect(result.ok ? [] : result.issues).toEqual([
      { path: ["meetings", 1, "at"], message: "expected date" },
      { path: ["meetings", 2, "at"], message: "expected date" },
    ]);
    expect(() => MeetingCodec.create()).toThrow("at: expected date");
  });

  test("may be a class", () => {
    const at = new Date(0);
    expect(MeetingCodec.encode({ at })).toEqual({ at: "1970-01-01T00:00:00.000Z" });
    expect(MeetingCodec.decode({ at: "1970-01-01" })).toEqual({ at });
  });

  test("is asked once in each run, however deeply such types are nested", () => {
    let count = 0;
    const ChainCodec: Codec<Chain> = codec(
      (json, parent, key) => {
        count++;
        const wire = read.object(json, parent, key);
        return {
          size: read.int(wire["size"], wire, "size"),
          // What is wrong a hundred times is not asked about the rest.
          wide: read.list(wire["wide"], wire, "wide", read.int),
          next:
            wire["next"] == null
              ? undefined
              : external.read(wire["next"], wire, "next", ChainCodec),
        };
      },
      () => ({}),
    );
    const depth = 10;
    for (const wide of [[], Array(200).fill("x")]) {
      let chain: object = { size: "1" };
      for (let level = 0; level < depth; level++) chain = { wide, next: chain };
      count = 0;
      const result = ChainCodec.safeDecode(chain);
      const [issue] = result.ok ? [] : result.issues;
      expect(issue?.path).toEqual(
        wide.length > 0 ? ["wide", 0] : [...Array<string>(depth).fill("next"), "size"],
      );
      expect(count).toBeLessThanOrEqual(2 * (depth + 1));
    }
  });

  test("what it has refused once may be right the next time", () => {
    const inner: { size: unknown } = { size: "1" };
    expect(OuterCodec.safeDecode({ first: inner }).ok).toBe(false);
    const throwing = {
      first: inner,
      get rest() {
        throw new Error("boom");
      },
    };
    expect(OuterCodec.safeDecode(throwing).ok).toBe(false);
    inner.size = 1;
    const result = OuterCodec.safeDecode({ first: inner, last: 1 });
    expect(result.ok ? [] : result.issues).toEqual([
      { path: ["last"], message: "expected string, got number 1" },
    ]);
  });
});
