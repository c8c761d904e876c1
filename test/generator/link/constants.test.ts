import { describe, expect, test } from "vitest";
import { parseGoFence } from "../../../generator/go/fence.js";
import type { ModelDraft } from "../../../generator/go/draft.js";
import { evaluateConstants } from "../../../generator/link/constants.js";
import { collectDiagnostics } from "../../../generator/source/diagnostic.js";
import { messagesOf } from "../go/support.js";

describe("values", () => {
  test.each([
    ["7 / 2", "3"],
    ["-7 / 2", "-3"],
    ["-7 % 3", "-1"],
    ["7 / 2.0", "3.5"],
    ["1 + 2 * 3 - 4", "3"],
    ["1 << 3 | 1", "9"],
    ["12 &^ 4 ^ 1", "9"],
    ["-9 >> 1", "-5"],
    ["1 << 3.0", "8"],
    ["1.0 << 3", "8"],
    ["9 >> 1.0", "4"],
    ["1 << 100 >> 98", "4"],
    ["18446744073709551615 + 1", "18446744073709551616"],
    ["^5", "-6"],
    ["+-5", "-5"],
    ["'a' + 1", "98"],
    ["1.5 - 0.5", "1"],
    ['"a" + `b`', '"ab"'],
    ["!false", "true"],
    ["1 << iota", "1"],
  ])("%s is %s", (expression, value) => {
    expect(evaluate(`const A = ${expression}`)).toEqual({ values: [`A = ${value}`], messages: [] });
  });
});

describe("types", () => {
  test.each([
    ["const A T = 1\nconst B = A + 1\nconst C = 2 * A\nconst D = -A", "T", "T", "T", "T"],
    ["const A T = 1\nconst B = A << 1\nconst C = 1 << A", "T", "T", ""],
    ["const A T = 1\nconst B = A >> 1\nconst C = 8 >> A", "T", "T", ""],
    ["const A = T(1)\nconst B = int(A)\nconst C T = int(B)", "T", "int", "T"],
  ])("%j", (code, ...types) => {
    const { values } = evaluate(code, ["T"]);
    expect(values.map((value) => /(?<= )\w+(?= =)/.exec(value)?.[0] ?? "")).toEqual(types);
  });

  test.each([
    ["const A float64 = 7\nconst B = A / 2", ["A float64 = 7", "B float64 = 3.5"]],
    ["const A = float64(3) / 2", ["A float64 = 1.5"]],
    ["const A int = 7\nconst B = A / 2.0", ["A int = 7", "B int = 3"]],
    ["const A = int(2.0) / 4", ["A int = 0"]],
    ["const A = ^uint8(1)", ["A uint8 = 254"]],
    ["const A byte = 1\nconst B = ^A", ["A byte = 1", "B byte = 254"]],
    ["const A = ^int8(1)", ["A int8 = -2"]],
    ["const A = ^uint(0)", ["A uint = 18446744073709551615"]],
  ])("decide the arithmetic: %j", (code, values) => {
    expect(evaluate(code)).toEqual({ values, messages: [] });
  });

  test("one that the spec declares is not Go's own of that name", () => {
    expect(evaluate('const A int = "a"', ["int"])).toEqual({
      values: ['A int = "a"'],
      messages: [],
    });
  });
});

describe("references", () => {
  test("go in any order and across documents", () => {
    const { values, messages } = evaluateAll(["const A = B + 1", "const B = C\nconst C = 1"]);
    expect([values, messages]).toEqual([["A = 2", "B = 1", "C = 1"], []]);
  });

  test("the lines of a group repeat an expression with an iota of their own", () => {
    expect(evaluate("const (\n A = Step * iota\n B\n C\n)\nconst Step = 10").values).toEqual([
      "A = 0",
      "B = 10",
      "C = 20",
      "Step = 10",
    ]);
  });

  test("of two constants with one name the first is meant", () => {
    expect(evaluate("const A = 1\nconst A = 2\nconst B = A").values).toEqual([
      "A = 1",
      "A = 2",
      "B = 1",
    ]);
  });

  test("in chains of 100,000 constants", () => {
    const count = 100_000;
    const chain = Array.from({ length: count }, (_, index) => `const C${index} = C${index + 1}`);
    const { values, messages } = evaluate([...chain, `const C${count} = 1`].join("\n"));
    expect([values.length, values[0], messages]).toEqual([count + 1, "C0 = 1", []]);
  });

  test("in a cycle of 100,000 constants", () => {
    const count = 100_000;
    const next = (index: number) => `C${(index + 1) % count}`;
    const cycle = Array.from({ length: count }, (_, index) => `const C${index} = ${next(index)}`);
    const { values, messages } = evaluate(cycle.join("\n"));
    expect([values.length, messages.length]).toEqual([0, 1]);
  });
});

describe("messages", () => {
  test.each([
    ["1 / 0", "1:11-1:16", "1 / 0", "a divisor that is not zero"],
    ["2 * (1 % 0)", "1:16-1:21", "1 % 0", "a divisor that is not zero"],
    ["1.0 / 0", "1:11-1:18", "1.0 / 0", "a finite result"],
    ["1.5 % 2", "1:11-1:18", "1.5 % 2", "integer operands"],
    ["1 << 1.5", "1:11-1:19", "1 << 1.5", "integer operands"],
    ["1 << -1", "1:11-1:18", "1 << -1", "a shift by 0 to 512 bits"],
    ["1 >> 513", "1:11-1:19", "1 >> 513", "a shift by 0 to 512 bits"],
    ["1 << 512", "1:11-1:19", "1 << 512", "an integer of at most 512 bits"],
    ['"a" + 1', "1:11-1:18", '"a" + 1', "two numbers or two strings"],
    ['"a" - "b"', "1:11-1:20", '"a" - "b"', "two numbers or two strings"],
    ["true + false", "1:11-1:23", "true + false", "two numbers or two strings"],
    ["!1", "1:11-1:13", "!1", "a boolean operand"],
    ['-"a"', "1:11-1:15", '-"a"', "a number"],
    ["int(1) + 1.5", "1:11-1:23", "int(1) + 1.5", "operands of `int`"],
    ["int(1.5)", "1:11-1:19", "int(1.5)", "a value of `int`"],
    ["string(65)", "1:11-1:21", "string(65)", "a value of `string`"],
    ["A", "1:11-1:12", "A", "a constant that does not refer to itself"],
  ])("invalid-operation: %s", (expression, range, operation, expected) => {
    expect(evaluate(`const A = ${expression}`)).toEqual({
      values: [],
      messages: [
        `${range} invalid-operation: Unexpected operation \`${operation}\`, expected ${expected}`,
      ],
    });
  });

  test("unresolved-constant, with the name that was probably meant", () => {
    const { messages } = evaluateAll(["const A = StatusOpne", "const StatusOpen = 1"]);
    expect(messages).toEqual([
      "1:11-1:21 unresolved-constant: Unexpected name `StatusOpne`, expected a constant of the spec; did you mean `StatusOpen`?",
    ]);
  });

  test("unsupported-constant: a call that is no conversion", () => {
    expect(evaluate('const A = 1 + len("x")').messages).toEqual([
      '1:15-1:23 unsupported-constant: Unexpected expression `len("x")`, expected a constant expression of numbers, texts and booleans',
    ]);
  });

  test.each([
    ['const A int = "a"', "1:15-1:18", '"a"', "int", "an integer"],
    ["const A int = 1.5", "1:15-1:18", "1.5", "int", "an integer"],
    ["const A string = 1", "1:18-1:19", "1", "string", "a string"],
    ["const A bool = 1", "1:16-1:17", "1", "bool", "a boolean"],
    ["const A []int = 1", "1:17-1:18", "1", "[]int", "a"],
  ])("mismatched-constant: %s", (code, range, value, type, kind) => {
    expect(evaluate(code).messages).toEqual([
      `${range} mismatched-constant: Unexpected value \`${value}\`, expected ${kind} constant of type \`${type}\``,
    ]);
  });

  test("a cycle is told once, whatever refers to it", () => {
    const { values, messages } = evaluate("const A = B\nconst B = C\nconst C = B\nconst D = A + 1");
    expect(values).toEqual([]);
    expect(messages).toEqual([
      "3:11-3:12 invalid-operation: Unexpected operation `B`, expected a constant that does not refer to itself",
    ]);
  });

  test("a cause is told once, whatever refers to it or repeats it", () => {
    const { values, messages } = evaluate(
      "const (\n A = X + iota\n B\n C\n)\nconst D = A / 0 + B\nconst E = 1",
    );
    expect(values).toEqual(["E = 1"]);
    expect(messages).toEqual([
      "2:6-2:7 unresolved-constant: Unexpected name `X`, expected a constant of the spec",
    ]);
  });

  test("integers that are written as floats keep their digits", () => {
    const { values } = evaluate(
      "const A int64 = 9007199254740993.0\nconst B int64 = -9.007199254740993e15\n" +
        "const C int64 = 1e16 + 1.0\nconst D int64 = 9_007_199_254_740_993.00 * 1\nconst E int64 = 25.0e-1 * 2",
    );
    expect(values).toEqual([
      "A int64 = 9007199254740993",
      "B int64 = -9007199254740993",
      "C int64 = 10000000000000001",
      "D int64 = 9007199254740993",
      "E int64 = 5",
    ]);
  });

  test("no float is infinite", () => {
    const { values, messages } = evaluate(`const A float64 = 1${"0".repeat(400)}`);
    expect(values).toEqual([]);
    expect(messages).toHaveLength(1);
  });

  test("strings that double have an end", () => {
    const doubled = Array.from({ length: 40 }, (_, i) => `const S${i + 1} = S${i} + S${i}`);
    expect(evaluate(['const S0 = "0123456789"', ...doubled].join("\n")).messages).toEqual([
      "18:13-18:22 invalid-operation: Unexpected operation `S16 + S16`, expected a string of at most 1048576 characters",
    ]);
  });
});

function evaluate(code: string, typeNames: readonly string[] = []) {
  return evaluateAll([code], typeNames);
}

/** Evaluates Go code of several documents. */
function evaluateAll(codes: readonly string[], typeNames: readonly string[] = []) {
  const { report, diagnostics } = collectDiagnostics();
  const sources = codes.map((text, index) => ({ path: `spec/${index}.md`, text }));
  const drafts = sources
    .flatMap((source) => parseGoFence({ source, start: 0, end: source.text.length }, report))
    .filter((draft) => draft.kind === "constant");
  const constants = evaluateConstants(drafts, new Map(typeNames.map(opaque)), report);
  return {
    values: constants.map(({ draft, typeName, value }) => {
      const left = typeName === undefined ? draft.name.text : `${draft.name.text} ${typeName}`;
      return `${left} = ${value.kind === "string" ? JSON.stringify(value.value) : value.value}`;
    }),
    messages: messagesOf(diagnostics),
  };
}

/** A type of the spec that constants know nothing of. */
function opaque(name: string): [string, ModelDraft] {
  const range = { source: { path: "spec/types.md", text: "" }, start: 0, end: 0 };
  return [name, { kind: "model", name: { text: name, range }, documentation: "", members: [] }];
}
