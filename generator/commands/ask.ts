import { createInterface } from "node:readline/promises";
import { ReadError } from "../read/text.js";

/** The terminal that questions are asked in. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** A question with its answers; the first one is that of an empty line. */
export interface Question {
  readonly text: string;
  readonly answers: readonly [string, ...string[]];
}

/**
 * Asks questions, each until one of its answers is given. At the end of the input, the rest has the first answers.
 *
 * @throws {ReadError} if the person cancels the questions
 */
export async function ask(questions: readonly Question[], terminal: Terminal): Promise<string[]> {
  const lines = createInterface(terminal);
  let isCancelled = false;
  lines.once("SIGINT", () => {
    isCancelled = true;
    lines.close();
  });
  const given: string[] = [];
  const prompt = () => {
    const question = questions[given.length];
    if (question === undefined) return lines.close();
    const { text, answers } = question;
    lines.setPrompt(`${text} (${answers.join(", ")}) [${answers[0]}] `);
    lines.prompt();
  };
  prompt();
  for await (const line of lines) {
    const { answers = [] } = questions[given.length] ?? {};
    const word = line.trim().toLowerCase();
    const answer = word === "" ? answers[0] : answers.find((one) => one === word);
    if (answer !== undefined) given.push(answer);
    prompt();
  }
  if (isCancelled) throw new ReadError("cancelled, and nothing was written");
  return questions.map(({ answers }, index) => given[index] ?? answers[0]);
}
