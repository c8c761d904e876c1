import type { Diagnostic } from "../source/diagnostic.js";

/** Options for the messages about documents. */
export interface MessageOptions {
  /** Whether only errors are printed. */
  readonly quiet?: boolean | undefined;
  /** Whether all messages are printed in full. */
  readonly verbose?: boolean | undefined;
  /** The number of warnings beyond which a run fails. */
  readonly maxWarnings?: number | undefined;
  /** The path of the file with messages that are not to be told. */
  readonly baseline?: string | undefined;
}

/** Adds an error to diagnostics with more warnings than a run allows. */
export function withLimit(
  diagnostics: readonly Diagnostic[],
  { maxWarnings = Number.POSITIVE_INFINITY }: MessageOptions,
): readonly Diagnostic[] {
  const warnings = diagnostics.filter(({ severity }) => severity === "warning").length;
  if (warnings <= maxWarnings) return diagnostics;
  const range = { source: { path: ".", text: "" }, start: 0, end: 0 };
  const found = `${warnings} ${warnings === 1 ? "warning" : "warnings"}`;
  const sentence = `Unexpected ${found}, expected at most ${maxWarnings} as \`--max-warnings\` says`;
  return [...diagnostics, { rule: "max-warnings", severity: "error", range, sentence }];
}
