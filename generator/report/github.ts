import type { VFile } from "vfile";
import { diagnosticsOf, type JsonDiagnostic } from "./json.js";

/** The messages of the documents as workflow commands, which GitHub shows beside the lines. */
export function githubReport(documents: readonly VFile[]): string {
  return diagnosticsOf(documents).map(commandOf).join("\n");
}

function commandOf(diagnostic: JsonDiagnostic): string {
  const { severity, file, line, column, endLine, endColumn, rule, message, hint } = diagnostic;
  const properties = Object.entries({ file, line, col: column, endLine, endColumn, title: rule })
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(",");
  const text = hint === undefined ? message : `${message}; ${hint}`;
  return `::${severity} ${properties}::${escapeData(text)}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
