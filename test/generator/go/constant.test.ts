import { describe, expect, test } from "vitest";
import { expressionText, parseCode, typeText } from "./support.js";

describe("const declarations", () => {
  test.each([
    ["const A = 1", ["A = 1"]],
    ["const A, B T = 1, 2", ["A T = 1", "B T = 2"]],
    ["const (\n A T = iota\n B\n _\n C\n)", ["A T = iota", "B T = iota #1", "C T = iota #3"]],
    ["const (\n A T = 5\n B = 6\n C\n)", ["A T = 5", "B = 6 #1", "C = 6 #2"]],
    ['const (\n A, B = iota, "x"\n _, C\n)', ["A = iota", 'B = "x"', 'C = "x" #1']],
    ["const (\n _ = 1 << iota\n A\n)", ["A = (1 << iota) #1"]],
    ["const _ = f(1, 2)", []],
    [
      "const (\n A = true\n B = !false // 否\n C = nil /* 无 */\n)",
      ["A = true", "B = (!false) #1", "C = nil #2"],
    ],
  ])("%j", (code, constants) => {
    expect(constantsOf(code)).toEqual({ constants, messages: [] });
  });

  test.each([
    ["const A", "1:7-1:8", "A", "1 value"],
    ["const A = 1, 2", "1:7-1:15", "A = 1, 2", "1 value"],
    ["const A, B = 1", "1:7-1:15", "A, B = 1", "2 values"],
    ["const (\n A\n)", "2:2-2:3", "A", "1 value"],
  ])("%j has not a value for each name", (code, range, text, values) => {
    expect(constantsOf(code)).toEqual({
      constants: [],
      messages: [
        `${range} go-syntax: Unexpected \`${text}\`, expected ${values}, one for each name`,
      ],
    });
  });

  test("what the lines of a group repeat is reported once", () => {
    const { constants, messages } = constantsOf(
      "const (\n A = f(1, 2)\n B\n C chan T = 1\n D\n E = 1\n)",
    );
    expect(constants).toEqual(["E = 1 #4"]);
    expect(messages).toEqual([
      "2:6-2:13 unsupported-constant: Unexpected expression `f(1, 2)`, expected a constant expression of numbers, texts and booleans",
      "4:4-4:10 unsupported-type: Unexpected type `chan T`, expected a type that JSON can carry",
    ]);
  });
});

describe("expressions bind as in Go", () => {
  test.each([
    ["1 + 2 * 3", "(1 + (2 * 3))"],
    ["1 - 2 - 3", "((1 - 2) - 3)"],
    ["(1 + 2) * 3", "((1 + 2) * 3)"],
    ["1 << 2 | 3 &^ 4", "((1 << 2) | (3 &^ 4))"],
    ["1 + 2 & 3", "(1 + (2 & 3))"],
    ["-1 << 2", "((-1) << 2)"],
    ["^- +1", "(^(-(+1)))"],
    ["T(1)", "T(1)"],
    ["T(1,)", "T(1)"],
    ["-T(1)", "(-T(1))"],
    ["1 + T(2) * 3", "(1 + (T(2) * 3))"],
    ["A | T(-B) | 4", "((A | T((-B))) | 4)"],
    ["1 /* 一 */ + /* 二 */ 2", "(1 + 2)"],
    ["((((1))))", "1"],
    ["_1 + 1", "(_1 + 1)"],
  ])("%s", (expression, expected) => {
    expect(constantsOf(`const A = ${expression}`)).toEqual({
      constants: [`A = ${expected}`],
      messages: [],
    });
  });

  test("an operation has the range of its operands, brackets included", () => {
    const [constant] = parseCode("const A = (1 + 2) * T(3)").drafts;
    if (constant?.kind !== "constant" || constant.value.kind !== "binary") throw new Error("no *");
    const { range, left, right } = constant.value;
    expect([range, left.range, right.range].map(({ start, end }) => [start, end])).toEqual([
      [10, 24],
      [11, 16],
      [20, 24],
    ]);
  });
});

describe("literals", () => {
  test.each([
    ["0b1_0", "2"],
    ["0o17", "15"],
    ["0_17", "15"],
    ["0X_1f", "31"],
    ["1_000", "1000"],
    ["1_0.2_5e1", "102.5"],
    [".5", "0.5"],
    ["1.", "1"],
    ["1E3", "1000"],
    ["'中'", "20013"],
    ["'\\''", "39"],
    ["'\\xff'", "255"],
    ["'\\377'", "255"],
    ["'\\U0001F600'", "128512"],
    ['"\\a\\"\\\\\\101"', JSON.stringify('\u0007"\\A')],
    ['"\\xe4\\xb8\\xad\\u6587"', '"中文"'],
    ['`a\\n\n"`', JSON.stringify('a\\n\n"')],
  ])("%s", (literal, value) => {
    expect(constantsOf(`const A = ${literal}`)).toEqual({
      constants: [`A = ${value}`],
      messages: [],
    });
  });
});

describe("unsupported-constant stands on the expression that is not constant", () => {
  test.each([
    ["1 + f(1, 2)", "1:15-1:22", "f(1, 2)"],
    ["f()", "1:11-1:14", "f()"],
    ["-pkg.A", "1:12-1:17", "pkg.A"],
    ["1 | a[1]", "1:15-1:19", "a[1]"],
    ["x.(T)", "1:11-1:16", "x.(T)"],
    ["T(1)(2)", "1:11-1:18", "T(1)(2)"],
    ["[]int{1}", "1:11-1:19", "[]int{1}"],
    ["1 + (A == B) + 2", "1:16-1:22", "A == B"],
    ["A && B || C", "1:11-1:17", "A && B"],
    ["*p", "1:11-1:13", "*p"],
    ["1i", "1:11-1:13", "1i"],
    ["0x1p-2", "1:11-1:17", "0x1p-2"],
    ["09", "1:11-1:13", "09"],
    ["1e400", "1:11-1:16", "1e400"],
    ['"\\q"', "1:11-1:15", '"\\q"'],
    ['"\\xff"', "1:11-1:17", '"\\xff"'],
    ['"\\400"', "1:11-1:17", '"\\400"'],
    [`"\\'"`, "1:11-1:15", `"\\'"`],
    ["'\\\"'", "1:11-1:15", "'\\\"'"],
    ["'ab'", "1:11-1:15", "'ab'"],
    ["'\\ud800'", "1:11-1:19", "'\\ud800'"],
  ])("%s", (expression, range, text) => {
    expect(constantsOf(`const A = ${expression}\nconst B = 1`)).toEqual({
      constants: ["B = 1"],
      messages: [
        `${range} unsupported-constant: Unexpected expression \`${text}\`, expected a constant expression of numbers, texts and booleans`,
      ],
    });
  });

  test("an expression too large to read", () => {
    const { constants, messages } = constantsOf(`const A = ${"- ".repeat(1_500)}1`);
    expect(constants).toEqual([]);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(/^1:11-1:3012 unsupported-constant: /);
  });
});

/** The constants of Go code; behind `#` the value of iota, where it is not 0. */
function constantsOf(code: string) {
  const { drafts, messages } = parseCode(code);
  const constants = drafts.flatMap((draft) => {
    if (draft.kind !== "constant") return [];
    const { name, type, value, iota } = draft;
    const left = type === undefined ? name.text : `${name.text} ${typeText(type)}`;
    return [`${left} = ${expressionText(value)}${iota === 0 ? "" : ` #${iota}`}`];
  });
  return { constants, messages };
}
