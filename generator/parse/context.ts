import type { Dialect } from "../dialect/dialect.js";
import type { DiagnosticCollector } from "../source/diagnostic.js";
import type { Source } from "../source/source.js";

/** The document that is parsed, the dialect that it is written in, and the diagnostics of it. */
export interface ParseContext extends DiagnosticCollector {
  readonly source: Source;
  readonly dialect: Dialect;
}
