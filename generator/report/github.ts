import { isAbsolute, join } from "node:path";
import type { Diagnostic } from "../source/diagnostic.js";
import { pointOf } from "../source/source.js";
import { sentenceOf, summaryOf, type ChangeReport } from "./changes.js";
import { diagnosticsOf, type JsonDiagnostic } from "./json.js";
import { workflowCommand } from "./workflow.js";

/**
 * Returns the diagnostics as workflow commands, which GitHub shows beside the lines.
 *
 * @param folder the working directory, relative to the workspace
 */
export function githubReport(diagnostics: readonly Diagnostic[], folder: string): string {
  return diagnosticsOf(diagnostics)
    .map((diagnostic) => commandOf(diagnostic, folder))
    .join("\n");
}

function commandOf(diagnostic: JsonDiagnostic, folder: string): string {
  const { revision, severity, line, column, endLine, endColumn, rule, message, hint } = diagnostic;
  const file = pathInWorkspace(diagnostic.file, folder);
  const place = { file, line, col: column, endLine, endColumn };
  const text = hint === undefined ? message : `${message}; ${hint}`;
  if (revision !== undefined) {
    // The lines of another revision are not those that GitHub shows.
    const shown = `${revision}:${diagnostic.file}:${line}:${column}`;
    return workflowCommand(severity, { title: rule }, `${shown} ${text}`);
  }
  return workflowCommand(severity, { ...(file !== undefined && place), title: rule }, text);
}

/** The path of a file as annotations name it; nothing for the working directory itself. */
function pathInWorkspace(file: string, folder: string): string | undefined {
  if (file === ".") return undefined;
  return isAbsolute(file) ? file : join(folder, file).replaceAll("\\", "/");
}

const LEVELS = { breaking: "warning", additive: "notice", documentation: "notice" } as const;

/**
 * The changes as workflow commands, and one line below them.
 *
 * @param folder the working directory, relative to the workspace
 */
export function githubChanges(report: ChangeReport, folder: string): string {
  const commands = report.changes.map((change) => {
    const { rule: title, impact, new: range } = change;
    const isShown = range !== undefined && range.source.revision === undefined;
    const file = isShown ? pathInWorkspace(range.source.path, folder) : undefined;
    const point = file === undefined ? undefined : range && pointOf(range.source, range.start);
    const place = point && { file, line: point.line, col: point.column };
    return workflowCommand(LEVELS[impact], { ...place, title }, sentenceOf(change));
  });
  return [...commands, summaryOf(report)].join("\n");
}
