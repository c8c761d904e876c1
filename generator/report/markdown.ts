import type { VFile } from "vfile";
import { code } from "../diagnostics/code.js";
import { diagnosticsOf } from "./json.js";

/** The messages of the documents as a list in Markdown. */
export function markdownReport(documents: readonly VFile[]): string {
  const items = diagnosticsOf(documents).map(({ revision, file, line, column, message, hint }) => {
    const path = revision === undefined ? file : `${revision}:${file}`;
    const text = hint === undefined ? message : `${message}; ${hint}`;
    return `- ${code(`${path}:${line}:${column}`)} ${text}`;
  });
  return ["### Errors", items.join("\n")].join("\n\n");
}
