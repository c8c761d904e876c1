import { rules, type RuleId, type RuleParameters, type Severity } from "./rules.js";
import type { SourceRange } from "./source.js";

/** A message about a place in a source: plain data, which reports print and caches store. */
export interface Diagnostic extends DiagnosticExtras {
  readonly rule: RuleId | FailureKind;
  readonly severity: Severity;
  readonly range: SourceRange;
  /** The sentence of the rule, without the hint. */
  readonly sentence: string;
}

export interface DiagnosticExtras {
  /** Advice, for instance ``did you mean `X`?``. */
  readonly hint?: string | undefined;
  readonly related?: readonly RelatedPlace[] | undefined;
  /** The changes that remove the cause, where only one answer is right. */
  readonly edits?: readonly Edit[] | undefined;
  /** Changes that remove the cause in one of several ways: people may want other names. */
  readonly suggestion?: readonly Edit[] | undefined;
}

/** A change of a document: a text in the place of a range, which is empty for an insertion. */
export interface Edit {
  readonly range: SourceRange;
  readonly text: string;
}

/** A second place that a diagnostic is about. */
export interface RelatedPlace {
  readonly range: SourceRange;
  /** A short sentence without a full stop, for instance `first declared here`. */
  readonly message: string;
}

/** A reason for a run to fail other than the specification: it stands in the place of a rule. */
export type FailureKind = "usage" | "io" | "internal" | "max-warnings";

/** Receives a diagnostic: its rule, its range, the parameters of the rule's sentence, and extras. */
export type Report = <Id extends RuleId>(
  id: Id,
  range: SourceRange,
  parameters: RuleParameters<Id>,
  extras?: DiagnosticExtras,
) => void;

/** A function that reports, and the list that it fills. */
export interface DiagnosticCollector {
  readonly report: Report;
  readonly diagnostics: readonly Diagnostic[];
}

/** The result of a stage, with the diagnostics of that stage alone. */
export interface Result<Value> {
  readonly value: Value;
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes an empty list of diagnostics, which belongs to one run of one stage. */
export function collectDiagnostics(): DiagnosticCollector {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (id, range, parameters, { hint, related, edits, suggestion } = {}) => {
    const { severity, sentence } = ruleOf(id);
    diagnostics.push({
      rule: id,
      severity,
      range,
      sentence: sentence(parameters),
      ...(hint !== undefined && { hint }),
      ...(related !== undefined && { related }),
      ...(edits !== undefined && edits.length > 0 && { edits }),
      ...(suggestion !== undefined && suggestion.length > 0 && { suggestion }),
    });
  };
  return { report, diagnostics };
}

/** Whether any of the diagnostics is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}

/** Returns diagnostics without those that say the same about the same place as an earlier one. */
export function withoutRepeated(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const known = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const { rule, range, sentence } = diagnostic;
    const key = JSON.stringify([rule, range.source.path, range.start, range.end, sentence]);
    if (!known.has(key)) known.set(key, diagnostic);
  }
  return [...known.values()];
}

/** Returns the sentence of a diagnostic with its hint. */
export function reasonOf({ sentence, hint }: Diagnostic): string {
  return hint === undefined ? sentence : `${sentence}; ${hint}`;
}

function ruleOf<Id extends RuleId>(
  id: Id,
): { severity: Severity; sentence: (parameters: RuleParameters<Id>) => string } {
  return rules[id] as never;
}
