import type { VFile } from "vfile";
import type { VFileMessage } from "vfile-message";
import type { Counts } from "../ir/api.js";
import type { Difference } from "../ir/files.js";
import { changeList, impactsOf, type ChangeReport } from "./changes.js";
import { pointOf, severityOf } from "../diagnostics/report.js";
import type { Severity } from "../diagnostics/rules.js";

/** A message as tools read it; lines and columns from 1, in UTF-16 units, ends exclusive. */
export interface JsonDiagnostic {
  /** The revision of git that the file is of; `diff` only. */
  readonly revision?: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  readonly hint?: string;
  readonly related?: readonly {
    readonly revision?: string;
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
  }[];
}

/** What a run has found and made. */
export interface JsonSummary extends Counts {
  /** How many files the output has; `generate` only. */
  readonly files?: number;
  /** The files that were changed, or would be; `generate` only. */
  readonly differences?: readonly Difference[];
}

/**
 * The report as one JSON object; `report.schema.json` describes it.
 *
 * @param changes the changes between two versions of the documents, if they are known
 */
export function jsonReport(
  documents: readonly VFile[],
  counts: JsonSummary,
  changes?: ChangeReport,
): string {
  const diagnostics = diagnosticsOf(documents);
  const count = (severity: Severity) =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
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

/** The messages of the documents in order of their places. */
export function diagnosticsOf(documents: readonly VFile[]): JsonDiagnostic[] {
  return documents.flatMap((file) =>
    file.messages.map((message) => diagnosticOf(message, file)).toSorted(byPlace),
  );
}

function diagnosticOf(message: VFileMessage, file: VFile): JsonDiagnostic {
  const place = message.place !== undefined && "start" in message.place ? message.place : undefined;
  const related = message.related?.map(({ range, message: text }) => {
    const { line, column } = pointOf(range.file, range.start);
    return { ...fileOf(range.file), line, column, message: text };
  });
  return {
    ...fileOf(file),
    line: place?.start.line ?? 1,
    column: place?.start.column ?? 1,
    endLine: place?.end.line ?? 1,
    endColumn: place?.end.column ?? 1,
    severity: severityOf(message),
    rule: message.ruleId ?? "",
    message: message.sentence ?? message.reason,
    ...(message.hint === undefined ? {} : { hint: message.hint }),
    ...(related === undefined ? {} : { related }),
  };
}

function fileOf({ path, data: { revision } }: VFile): Pick<JsonDiagnostic, "revision" | "file"> {
  return { ...(revision !== undefined && { revision }), file: path };
}

function byPlace(one: JsonDiagnostic, other: JsonDiagnostic): number {
  return one.line - other.line || one.column - other.column || byRule(one.rule, other.rule);
}

function byRule(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
