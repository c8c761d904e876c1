import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { ask } from "../generator/commands/ask.js";
import { exampleOf } from "../generator/commands/init-command.js";

/** A terminal in which a person has typed some lines. */
function terminalOf(...lines: readonly string[]) {
  const input = new PassThrough();
  const output = new PassThrough();
  for (const line of lines) input.write(`${line}\n`);
  return { input, output };
}

const language = { text: "Language?", answers: ["en", "zh"] } as const;

test.each([
  [["zh"], "zh"],
  [[" ZH "], "zh"],
  [[""], "en"],
  [["german", "zh"], "zh"],
])("the lines %j answer a question with %s", async (lines, answer) => {
  expect(await ask([language], terminalOf(...lines))).toEqual([answer]);
});

test("each line answers its question, also one that was typed too early", async () => {
  const sure = { text: "Sure?", answers: ["yes", "no"] } as const;
  expect(await ask([language, sure], terminalOf("zh", "no", "more"))).toEqual(["zh", "no"]);
});

test("the end of the input is the first answer", async () => {
  const terminal = terminalOf();
  terminal.input.end();
  expect(await ask([language, language], terminal)).toEqual(["en", "en"]);
});

test("only options that are open are asked for, and none outside of a terminal", async () => {
  expect(await exampleOf({}, undefined)).toEqual({ profile: "http", language: "en" });
  const terminal = terminalOf("zh");
  const example = await exampleOf({ profile: "wecom" }, terminal);
  expect(example).toEqual({ profile: "wecom", language: "zh" });
  expect(String(terminal.output.read())).toBe("Language of the example? (en, zh) [en] ");
});
