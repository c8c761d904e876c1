import type { Table } from "mdast";
import type { Dialect } from "../dialect/dialect.js";
import type { DiagnosticCollector } from "../source/diagnostic.js";
import type { Source } from "../source/source.js";
import type { ExampleDraft } from "./draft.js";

/** The document that is parsed, the dialect that it is written in, and the diagnostics of it. */
export interface ParseContext extends DiagnosticCollector {
  readonly source: Source;
  readonly dialect: Dialect;
  /** The tables that were read: each that is not among them is documentation, or was left out. */
  readonly readTables: Set<Table>;
  /** The examples that were read. */
  readonly examples: ExampleDraft[];
}
