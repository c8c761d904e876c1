import { describe, expect, test } from "vitest";
import { DecodeError, EncodeError } from "../../templates/typescript/src/runtime/index.js";
import { ColorCodec, fullText, Kind, KindCodec, NamesCodec, SampleCodec } from "./sample.js";

const full: unknown = JSON.parse(fullText);

function thrownBy(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

const messageOf = (total: string) =>
  (thrownBy(() => SampleCodec.decode({ total })) as DecodeError).issues[0]?.message;

/** The lines of the message for so many issues. */
function linesOf(count: number): string[] {
  const ids = Array(count).fill("x");
  return (thrownBy(() => SampleCodec.decode({ ids })) as Error).message.split("\n");
}

describe("a codec", () => {
  test("decodes, parses, encodes, stringifies the same", () => {
    const sample = SampleCodec.decode(full);
    expect(SampleCodec.parse(fullText)).toStrictEqual(sample);
    expect(SampleCodec.safeDecode(full)).toStrictEqual({ ok: true, value: sample });
    expect(SampleCodec.stringify(sample)).toBe(JSON.stringify(SampleCodec.encode(sample)));
    expect(SampleCodec.parse(SampleCodec.stringify(sample))).toStrictEqual(sample);
  });

  test.each([
    ['{"total":9007199254740993}', "9007199254740993"],
    ['{"total":-9007199254740993,"name":"9007199254740993"}', "-9007199254740993"],
    ['{"total":9007199254740993,"ids":[9007199254740992]}', "9007199254740992"],
    ['{"total":123456789012345678901234567890}', "123456789012345678901234567890"],
    ['{"total":1.5}', "1.5"],
  ])("names the integer of a text by its digits: %s", (text, digits) => {
    const { issues } = thrownBy(() => SampleCodec.parse(text)) as DecodeError;
    expect(issues[0]?.message).toMatch(RegExp(`, got number ${digits}$`));
  });

  test("works in parts", () => {
    const {
      decode,
      safeDecode,
      parse,
      encode,
      stringify,
      create,
      "~standard": standard,
    } = KindCodec;
    expect([1, 2].map(decode)).toEqual([1, 2]);
    expect(safeDecode("x").ok).toBe(false);
    expect(parse("2")).toBe(Kind.Two);
    expect(encode(Kind.One)).toBe(1);
    expect(stringify(Kind.One)).toBe("1");
    expect(create()).toBe(0);
    const { validate } = standard;
    expect(validate(1)).toMatchObject({ value: 1 });
  });

  test("of enums and aliases", () => {
    expect(ColorCodec.create()).toBe("");
    expect(ColorCodec.decode("green")).toBe("green");
    expect(NamesCodec.decode(["a", null])).toEqual(["a", ""]);
    expect(NamesCodec.encode(["a"] as const)).toEqual(["a"]);
    expect(NamesCodec.create()).toEqual([]);
  });
});

describe("parse", () => {
  test.each(["", "{", "{'a': 1}", "<html>\n</html>", "[1,]"])("refuses %j", (text) => {
    const error = thrownBy(() => SampleCodec.parse(text));
    expect(error).toBeInstanceOf(DecodeError);
    expect(error).toMatchObject({
      issues: [{ path: [], message: `expected JSON, got string ${JSON.stringify(text)}` }],
      cause: expect.any(SyntaxError),
    });
  });

  test("shows what cannot be seen", () => {
    expect(() => SampleCodec.parse("\ufeff{}")).toThrow('expected JSON, got string "\ufffd{}"');
  });

  test("sees what JSON.parse would round", () => {
    expect(() => SampleCodec.parse('{"total": 9007199254740993}')).toThrow(
      "total: expected safe integer, got number 9007199254740993",
    );
  });

  test("refuses `null`", () => {
    expect(() => SampleCodec.parse("null")).toThrow("expected a value, got null");
  });
});

describe("create", () => {
  test("fills in zero values, deep down", () => {
    expect(SampleCodec.create()).toStrictEqual(SampleCodec.decode({}));
    expect(SampleCodec.create({})).toStrictEqual(SampleCodec.decode({}));
    const sample = SampleCodec.create({ leaf: { count: 3 }, ids: [1] as const, title: "t" });
    expect(sample).toStrictEqual(SampleCodec.decode({ leaf: { count: 3 }, ids: [1], title: "t" }));
  });

  test("copies", () => {
    const ids = [1];
    const extra = { list: [1] };
    const sample = SampleCodec.create({ ids, extra });
    ids.push(2);
    extra.list.push(2);
    expect(sample.ids).toEqual([1]);
    expect(sample.extra).toEqual({ list: [1] });
  });

  test("throws an EncodeError", () => {
    expect(() => SampleCodec.create({ title: 1 as never })).toThrow(EncodeError);
  });
});

describe("~standard", () => {
  const { version, vendor, validate } = SampleCodec["~standard"];

  test("is Standard Schema v1", () => {
    expect({ version, vendor }).toEqual({ version: 1, vendor: "md2sdk" });
  });

  test("gives a value or issues", async () => {
    expect(await validate(full)).toMatchObject({ value: SampleCodec.decode(full) });
    expect(validate(full)).not.toHaveProperty("issues");
    expect(validate({ ids: ["x"] })).toMatchObject({
      issues: [{ path: ["ids", 0], message: 'expected uint32, got string "x"' }],
    });
    expect(validate({ ids: ["x"] })).not.toHaveProperty("value");
  });

  test("never throws", () => {
    const throwing = {
      get title() {
        throw null;
      },
    };
    for (const value of [null, undefined, 1n, Symbol("s"), () => {}, throwing]) {
      expect(validate(value)).toHaveProperty("issues");
    }
  });
});

describe("errors", () => {
  test("are errors with a name, issues, and a message of the first", () => {
    const decodeError = thrownBy(() => SampleCodec.decode({ leaves: [{}, { name: 1 }] }));
    expect(decodeError).toBeInstanceOf(Error);
    expect(decodeError).toBeInstanceOf(DecodeError);
    expect(decodeError).toMatchObject({
      name: "DecodeError",
      message: "leaves[1].name: expected string, got number 1",
      issues: [{ path: ["leaves", 1, "name"], message: "expected string, got number 1" }],
    });
    expect(String((decodeError as Error).stack)).toMatch(/^DecodeError: leaves\[1\]/);

    const encodeError = thrownBy(() => SampleCodec.encode({ title: 1 as never }));
    expect(encodeError).not.toBeInstanceOf(DecodeError);
    expect(encodeError).toMatchObject({ name: "EncodeError", issues: [{ path: ["title"] }] });
  });

  test("list every issue, a line each", () => {
    expect(linesOf(10)).toHaveLength(10);
    expect(linesOf(10).at(-1)).toBe('ids[9]: expected uint32, got string "x"');
    expect(linesOf(200)).toHaveLength(100);
  });

  test("cut values at 80 characters", () => {
    expect(messageOf("x".repeat(78))).toBe(`expected integer, got string "${"x".repeat(78)}"`);
    expect(messageOf("x".repeat(79))).toBe(`expected integer, got string "${"x".repeat(78)}…`);
    expect(messageOf("中".repeat(1000))).toBe(`expected integer, got string "${"中".repeat(78)}…`);
  });

  test("let no text break out of its line", () => {
    const json = { total: "\n\u001b[31m\u0085\u2028\u202e\u009b", labels: { "\n\u2028": 1 } };
    const { message } = thrownBy(() => SampleCodec.decode(json)) as Error;
    expect(message).toBe(
      [
        'total: expected integer, got string "\\n\\u001b[31m����"',
        'labels["\\n�"]: expected string, got number 1',
      ].join("\n"),
    );
  });
});
