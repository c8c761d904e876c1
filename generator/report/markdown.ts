import { code } from "../source/code.js";
import type { Diagnostic } from "../source/diagnostic.js";
import { diagnosticsOf } from "./json.js";

/** Returns the diagnostics as a list in Markdown. */
export function markdownReport(diagnostics: readonly Diagnostic[]): string {
  const items = diagnosticsOf(diagnostics).map(
    ({ revision, file, line, column, message, hint }) => {
      const path = revision === undefined ? file : `${revision}:${file}`;
      const text = hint === undefined ? message : `${message}; ${hint}`;
      return `- ${code(`${path}:${line}:${column}`)} ${text}`;
    },
  );
  return ["### Errors", items.join("\n")].join("\n\n");
}
