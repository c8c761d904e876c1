import type { DocumentDraft } from "../parse/draft.js";
import { groupBy } from "../source/collections.js";
import {
  collectDiagnostics,
  hasErrors,
  withoutRepeated,
  type Diagnostic,
} from "../source/diagnostic.js";

/**
 * Removes the diagnostics that comments in their documents suppress, and reports suppressions without a
 * diagnostic: only if there are no errors, on account of which others may be missing.
 */
export function suppressDiagnostics(
  diagnostics: readonly Diagnostic[],
  drafts: readonly DocumentDraft[],
): readonly Diagnostic[] {
  const suppressions = drafts.flatMap((draft) => draft.suppressions);
  if (suppressions.length === 0) return diagnostics;
  const byRule = groupBy(suppressions, ({ rule, range }) => `${rule} ${range.source.path}`);
  const used = new Set<object>();
  const remaining = diagnostics.filter(({ rule, range: { source, start } }) => {
    const found = byRule
      .get(`${rule} ${source.path}`)
      ?.find((suppression) => suppression.start <= start && start <= suppression.end);
    if (found !== undefined) used.add(found);
    return found === undefined;
  });
  if (hasErrors(diagnostics)) return remaining;
  const { report, diagnostics: unused } = collectDiagnostics();
  for (const suppression of suppressions) {
    const { rule, range } = suppression;
    if (!used.has(suppression)) report("unused-suppression", range, { rule });
  }
  return [...remaining, ...unused];
}

/** A specification that was checked. */
interface Checked {
  readonly diagnostics: readonly Diagnostic[];
  readonly drafts: readonly DocumentDraft[];
}

/**
 * Joins the diagnostics of several specifications and outputs. A suppression is unused only if none of
 * those with its document has a use for it.
 */
export function joinDiagnostics(results: readonly Checked[]): Diagnostic[] {
  const isEverywhere = ({ range }: Diagnostic) =>
    results.every(({ drafts, diagnostics }) => {
      const isElsewhere = drafts.every(({ source }) => source.path !== range.source.path);
      return isElsewhere || diagnostics.some((one) => isUnused(one) && isSame(one.range, range));
    });
  const joined = withoutRepeated(results.flatMap(({ diagnostics }) => diagnostics));
  return joined.filter((diagnostic) => !isUnused(diagnostic) || isEverywhere(diagnostic));
}

/** Tells the diagnostics of unused suppressions from others. */
export function isUnused({ rule }: Diagnostic): boolean {
  return rule === "unused-suppression";
}

function isSame(one: Diagnostic["range"], other: Diagnostic["range"]): boolean {
  return one.source.path === other.source.path && one.start === other.start;
}
