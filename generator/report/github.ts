import { isAbsolute, join } from "node:path";
import type { VFile } from "vfile";
import { diagnosticsOf, type JsonDiagnostic } from "./json.js";
import { workflowCommand } from "./workflow.js";

/**
 * The messages of the documents as workflow commands, which GitHub shows beside the lines.
 *
 * @param folder the working directory, relative to the workspace
 */
export function githubReport(documents: readonly VFile[], folder: string): string {
  return diagnosticsOf(documents)
    .map((diagnostic) => commandOf(diagnostic, folder))
    .join("\n");
}

function commandOf(diagnostic: JsonDiagnostic, folder: string): string {
  const { severity, line, column, endLine, endColumn, rule, message, hint } = diagnostic;
  const file = pathInWorkspace(diagnostic.file, folder);
  const place = { file, line, col: column, endLine, endColumn };
  const text = hint === undefined ? message : `${message}; ${hint}`;
  return workflowCommand(severity, { ...(file !== undefined && place), title: rule }, text);
}

/** The path of a file as annotations name it; nothing for the working directory itself. */
export function pathInWorkspace(file: string, folder: string): string | undefined {
  if (file === ".") return undefined;
  return isAbsolute(file) ? file : join(folder, file).replaceAll("\\", "/");
}
