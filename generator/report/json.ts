import type { Counts } from "../model/api.js";
import type { Difference } from "../write/difference.js";
import { changeList, impactsOf, type ChangeReport } from "./changes.js";
import { byUnits } from "../source/collections.js";
import type { Diagnostic, Edit } from "../source/diagnostic.js";
import type { Severity } from "../source/rules.js";
import { pointOf } from "../source/source.js";
import { byDocument } from "./documents.js";
import { jsonPlace, type JsonPlace } from "./place.js";
import type { FixCounts } from "./summary.js";

/** A message as tools read it; ends are exclusive. */
export interface JsonDiagnostic extends JsonPlace {
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  readonly hint?: string;
  readonly related?: readonly (JsonPlace & { readonly message: string })[];
  /** The changes of the file that remove the cause. */
  readonly fix?: readonly JsonEdit[];
  /** Changes of the file that remove the cause in one of several ways. */
  readonly suggestion?: readonly JsonEdit[];
}

/** A change of the file that a message is about. */
export interface JsonEdit extends Pick<JsonPlace, "line" | "column"> {
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string;
}

/** The figures of a run. */
export interface JsonSummary extends Counts {
  /** The messages whose edits were applied; `lint --fix` only. */
  readonly fixed?: FixCounts;
  /** How many files the output has; `generate` only. */
  readonly files?: number;
  /** The files that were changed, or would be; `generate` only. */
  readonly differences?: readonly Difference[];
}

/**
 * The report as one JSON object; `report.schema.json` describes it.
 *
 * @param changes the changes between two versions of the documents, if they are known
 * @param shown the diagnostics to list; the summary counts all
 */
export function jsonReport(
  found: readonly Diagnostic[],
  counts: JsonSummary,
  changes?: ChangeReport,
  shown = found,
): string {
  const diagnostics = diagnosticsOf(shown);
  const count = (severity: Severity) =>
    found.filter((diagnostic) => diagnostic.severity === severity).length;
  const summary = {
    ...counts,
    errors: count("error"),
    warnings: count("warning"),
    notices: count("notice"),
    ...(changes && { ...impactsOf(changes), release: changes.release }),
    ...(changes?.since && { since: changes.since }),
  };
  const report = { diagnostics, summary, ...(changes && { changes: changeList(changes) }) };
  return JSON.stringify(report, undefined, 2);
}

/** Returns the diagnostics as tools read them: those of one document together, in order of their places. */
export function diagnosticsOf(diagnostics: readonly Diagnostic[]): JsonDiagnostic[] {
  return byDocument(diagnostics).flatMap((group) => group.map(jsonDiagnostic).toSorted(byPlace));
}

function jsonDiagnostic({
  range,
  rule,
  severity,
  sentence,
  hint,
  related,
  edits,
  suggestion,
}: Diagnostic): JsonDiagnostic {
  const end = pointOf(range.source, range.end);
  const places = related?.map((place) => {
    return { ...jsonPlace(place.range), message: place.message };
  });
  return {
    ...jsonPlace(range),
    endLine: end.line,
    endColumn: end.column,
    severity,
    rule,
    message: sentence,
    ...(hint === undefined ? {} : { hint }),
    ...(places === undefined ? {} : { related: places }),
    ...(edits === undefined ? {} : { fix: edits.map(jsonEdit) }),
    ...(suggestion === undefined ? {} : { suggestion: suggestion.map(jsonEdit) }),
  };
}

function jsonEdit({ range: { source, start, end }, text }: Edit): JsonEdit {
  const { line, column } = pointOf(source, start);
  const { line: endLine, column: endColumn } = pointOf(source, end);
  return { line, column, endLine, endColumn, text };
}

function byPlace(one: JsonDiagnostic, other: JsonDiagnostic): number {
  return one.line - other.line || one.column - other.column || byUnits(one.rule, other.rule);
}
