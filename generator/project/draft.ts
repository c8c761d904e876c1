import { go } from "../dialect/go.js";
import { draftDocuments } from "../draft/draft.js";
import { readApi } from "../draft/schema/draft.js";
import type { Value } from "../draft/schema/value.js";
import type { Counts } from "../model/api.js";
import { hasErrors, type Diagnostic } from "../source/diagnostic.js";
import type { SpecFile } from "../source/spec-file.js";
import { checkSpec, type CheckOptions } from "./check.js";
import { diffVersions, type DiffResult } from "./compare.js";

/** Documents of the dialect `go` that say the same as others. */
export interface SpecDraft {
  /** The documents by their paths; empty if those that they are made of have errors. */
  readonly files: ReadonlyMap<string, string>;
  /** Everything to report about the documents that they are made of. */
  readonly diagnostics: readonly Diagnostic[];
  /** The errors of the documents themselves. */
  readonly faults: readonly Diagnostic[];
  /** The differences between the packages of both; unknown if one of them has errors. */
  readonly differences: DiffResult | undefined;
  readonly counts: Counts;
  /** Sentences about parts that the documents leave out. */
  readonly notes?: readonly string[];
}

/** Writes the documents of a specification again, in the dialect `go`, and compares what both of them say. */
export function draftSpec(specFiles: readonly SpecFile[], options: CheckOptions = {}): SpecDraft {
  const before = checkSpec(specFiles, options);
  const { diagnostics, counts } = before;
  if (hasErrors(diagnostics))
    return { files: new Map(), diagnostics, faults: [], differences: undefined, counts };
  const { rename, overrides = {} } = options;
  const named = new Set([...Object.keys(rename?.names ?? {}), ...Object.keys(overrides)]);
  const files = draftDocuments(before.api, go, named);
  const drafts = [...files].map(([path, value]): SpecFile => ({ path, value }));
  const settings = { ...options, dialect: undefined, dialects: undefined, configFile: undefined };
  const after = checkSpec(drafts, settings);
  const faults = after.diagnostics.filter(isFault);
  const differences = faults.length === 0 ? diffVersions(before, after) : undefined;
  return { files, diagnostics, faults, differences, counts };
}

/**
 * Writes the types and the calls of a description in OpenAPI 3, of a JSON Schema, or of an example in JSON as documents
 * of the dialect `go`.
 *
 * @param stem the name of the file without its suffix
 */
export function draftValue(value: unknown, stem: string): SpecDraft {
  const { api, notes } = readApi(value as Value, stem);
  const files = draftDocuments(api, go);
  const drafts = [...files].map(([path, text]): SpecFile => ({ path, value: text }));
  const { diagnostics: all, counts } = checkSpec(drafts);
  const faults = all.filter(isFault);
  const diagnostics = all.filter((diagnostic) => !isFault(diagnostic));
  return { files, diagnostics, faults, differences: undefined, counts, notes };
}

function isFault({ severity }: Diagnostic): boolean {
  return severity === "error";
}
