/**
 * An error: the output would be wrong, ambiguous or incomplete, and nothing is written.
 * A warning: written, but probably not meant. A notice: good to know.
 */
export type Severity = "error" | "warning" | "notice";

export interface Rule<Parameters> {
  readonly severity: Severity;
  /** One sentence without a full stop: *Unexpected X, expected Y*. */
  readonly sentence: (parameters: Parameters) => string;
}

function rule(severity: Severity) {
  return <Parameters = object>(sentence: (parameters: Parameters) => string): Rule<Parameters> => ({
    severity,
    sentence,
  });
}

export const error = rule("error");
export const warning = rule("warning");
export const notice = rule("notice");
