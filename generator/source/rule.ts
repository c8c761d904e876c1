import { code } from "./code.js";

/**
 * An error: the output would be wrong, ambiguous or incomplete, and nothing is written.
 * A warning: written, but probably not meant. A notice: good to know.
 */
export type Severity = "error" | "warning" | "notice";

export interface Rule<Parameters> {
  readonly severity: Severity;
  /** Whether it tells of content that is not read: no report leaves such a message out. */
  readonly isLoss: boolean;
  /** One sentence without a full stop: *Unexpected X, expected Y*. */
  readonly sentence: (parameters: Parameters) => string;
}

/** Makes a rule of a function, or of a template with the names of parameters, each of which is shown as code. */
interface RuleMaker {
  <Parameters>(sentence: (parameters: Parameters) => string): Rule<Parameters>;
  <const Names extends readonly string[]>(
    texts: TemplateStringsArray,
    ...names: Names
  ): Rule<Readonly<Record<Names[number], string>>>;
}

function rule(severity: Severity, isLoss = false): RuleMaker {
  type Sentence = (parameters: Readonly<Record<string, string>>) => string;
  return (text: TemplateStringsArray | Sentence, ...names: readonly string[]) => {
    if (typeof text === "function") return { severity, isLoss, sentence: text };
    const sentence: Sentence = (parameters) =>
      String.raw({ raw: text }, ...names.map((name) => code(parameters[name] ?? "")));
    return { severity, isLoss, sentence };
  };
}

export const error = rule("error");
export const warning = rule("warning");
export const notice = rule("notice");
export const lossWarning = rule("warning", true);
export const lossNotice = rule("notice", true);
