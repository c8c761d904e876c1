import type { Diagnostic } from "./diagnostic.js";
import { rules, type RuleId, type Severity } from "./rules.js";
import { suggest } from "./suggest.js";

/** The severities of rules, where they differ from the table of rules; `off` drops the messages of a rule. */
export type RuleLevels = { readonly [Id in RuleId]?: Severity | "off" | undefined };

/**
 * Whether a rule stays an error: without it the output would be wrong, ambiguous or incomplete, and the run
 * would succeed.
 */
export function isFixed(rule: Diagnostic["rule"]): boolean {
  return !isRule(rule) || rules[rule].severity === "error";
}

/** Whether the messages of a rule tell of content that is not read. */
export function isLoss(rule: Diagnostic["rule"]): boolean {
  return isRule(rule) && rules[rule].isLoss;
}

/** Tells the ids of rules from other names. */
export function isRule(name: string): name is RuleId {
  return Object.hasOwn(rules, name);
}

/** Returns a hint that names the rule closest to a misspelt id. */
export function suggestRule(id: string): string | undefined {
  return suggest(id, Object.keys(rules));
}

/** Gives diagnostics the severities of a project, without those of rules that are off. */
export function gradeDiagnostics(
  diagnostics: readonly Diagnostic[],
  levels: RuleLevels = {},
): readonly Diagnostic[] {
  return diagnostics.flatMap((diagnostic): Diagnostic | readonly [] => {
    const { rule } = diagnostic;
    const level = isFixed(rule) || !isRule(rule) ? undefined : levels[rule];
    if (level === "off") return [];
    return level === undefined ? diagnostic : { ...diagnostic, severity: level };
  });
}
