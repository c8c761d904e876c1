import { checkSpec, type CheckOptions, type CheckResult } from "./check.js";
import { compareVersions } from "./diff/compare.js";
import { Version } from "./diff/version.js";
import { hasErrors } from "./diagnostics/report.js";
import type { Change, Impact, Release } from "./ir/changes.js";
import type { SpecFile } from "./ir/files.js";

export interface DiffResult {
  /** What has changed, the gravest first, and then in the order of the documents. */
  readonly changes: readonly Change[];
  /** The step that semantic versioning asks for. */
  readonly release: Release;
}

export interface SpecDiff extends DiffResult {
  /** Whether a version has errors: what they spoil may be missing here, or be told as a change. */
  readonly hasErrors: { readonly old: boolean; readonly new: boolean };
}

/** What the documents of a spec say: linked, and as they were read. */
export type LinkedSpec = Pick<CheckResult, "api" | "drafts">;

/**
 * Compares two versions of a spec: what is written, also where a type is not defined. It never throws
 * on account of a document.
 */
export function diffSpecs(
  old: readonly SpecFile[],
  now: readonly SpecFile[],
  settings: Omit<CheckOptions, "unresolved" | "configFile"> = {},
): SpecDiff {
  const options = { ...settings, unresolved: "unknown" } as const;
  const before = checkSpec(old, options);
  const after = checkSpec(now, options);
  return {
    ...diffVersions(before, after),
    hasErrors: { old: hasErrors(before.documents), new: hasErrors(after.documents) },
  };
}

/** Compares two versions of a spec that are linked already. */
export function diffVersions(old: LinkedSpec, now: LinkedSpec): DiffResult {
  const found = compareVersions(new Version(old.api, old.drafts), new Version(now.api, now.drafts));
  const changes = found.toSorted((one, other) => gravityOf(one) - gravityOf(other));
  return { changes, release: releaseOf(changes[0]?.impact) };
}

const GRAVITY: readonly Impact[] = ["breaking", "additive", "documentation"];

function gravityOf({ impact }: Change): number {
  return GRAVITY.indexOf(impact);
}

function releaseOf(gravest: Impact | undefined): Release {
  switch (gravest) {
    case "breaking":
      return "major";
    case "additive":
      return "minor";
    case "documentation":
      return "patch";
    case undefined:
      return "none";
  }
}
