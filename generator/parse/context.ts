import type { DiagnosticCollector } from "../source/diagnostic.js";
import type { Source } from "../source/source.js";

/** The document that is parsed, and the diagnostics of it. */
export interface ParseContext extends DiagnosticCollector {
  readonly source: Source;
}
