import { checkSpec, type CheckOptions } from "./check.js";
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
  /** Whether a version has errors: what they spoil may be missing here, or be told as a change. */
  readonly hasErrors: { readonly old: boolean; readonly new: boolean };
}

/**
 * Compares two versions of a spec: what is written, also where a type is not defined. It never throws
 * on account of a document.
 */
export function diffSpecs(
  old: readonly SpecFile[],
  now: readonly SpecFile[],
  settings: Omit<CheckOptions, "unresolved" | "configFile"> = {},
): DiffResult {
  const [before, after] = [old, now].map((specFiles) => {
    return checkSpec(specFiles, { ...settings, unresolved: "unknown" });
  }) as [ReturnType<typeof checkSpec>, ReturnType<typeof checkSpec>];
  const found = compareVersions(
    new Version(before.api, before.drafts),
    new Version(after.api, after.drafts),
  );
  const changes = found.toSorted((one, other) => gravityOf(one) - gravityOf(other));
  return {
    changes,
    release: releaseOf(changes[0]?.impact),
    hasErrors: { old: hasErrors(before.documents), new: hasErrors(after.documents) },
  };
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
