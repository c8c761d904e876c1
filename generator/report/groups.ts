import { groupBy } from "../source/collections.js";
import type { Diagnostic } from "../source/diagnostic.js";
import { isLoss } from "../source/grade.js";

/** A diagnostic, and the others in its document that say the same. */
export interface DiagnosticGroup {
  readonly first: Diagnostic;
  readonly others: readonly Diagnostic[];
}

/** The groups that people read, and the number of diagnostics of each rule that are left out. */
export interface ShortenedGroups {
  readonly groups: readonly DiagnosticGroup[];
  readonly folded: ReadonlyMap<string, number>;
}

/** How many groups of one rule are shown, if they are not errors and tell of no lost content. */
const MOST_OF_RULE = 10;

/**
 * Joins diagnostics that say the same in one document, and shortens long lists of one rule: those with
 * advice are kept first. Errors and what tells of lost content are always kept.
 */
export function shortenedGroups(diagnostics: readonly Diagnostic[]): ShortenedGroups {
  const groups = [...groupBy(diagnostics, keyOf).values()].flatMap(groupOf);
  const kept = new Set<DiagnosticGroup>();
  const folded = new Map<string, number>();
  for (const [rule, ofRule] of groupBy(groups, ({ first }) => first.rule)) {
    const sorted = ofRule.toSorted(
      (one, other) => Number(hasAdvice(other)) - Number(hasAdvice(one)),
    );
    const shown = ofRule.filter(({ first }) => first.severity === "error" || isLoss(first.rule));
    const most = new Set([...shown, ...sorted.slice(0, MOST_OF_RULE)]);
    const left = ofRule.filter((group) => !most.has(group));
    for (const group of most) kept.add(group);
    if (left.length > 0) folded.set(rule, left.flatMap(({ others }) => [1, ...others]).length);
  }
  return { groups: groups.filter((group) => kept.has(group)), folded };
}

/** Returns what equal messages of one document share. */
function keyOf({ rule, severity, sentence, hint, range: { source } }: Diagnostic): string {
  return JSON.stringify([rule, severity, sentence, hint, source.path, source.revision]);
}

function groupOf([first, ...others]: readonly Diagnostic[]): readonly DiagnosticGroup[] {
  return first === undefined ? [] : [{ first, others }];
}

function hasAdvice({ first }: DiagnosticGroup): boolean {
  return first.hint !== undefined;
}
