import { checkSpec, type CheckOptions } from "./check.js";
import { compareVersions } from "../compare/compare.js";
import { compareWire, type Conventions } from "../compare/wire.js";
import { dialectChooser } from "./dialects.js";
import { documentOf } from "./documents.js";
import { Version, type LinkedSpec } from "../compare/version.js";
import type { Counts } from "../model/api.js";
import type { Change, Impact, Release } from "../compare/change.js";
import type { SpecFile } from "../source/spec-file.js";
import { hasErrors, withoutRepeated, type Diagnostic } from "../source/diagnostic.js";
import { sumOf } from "./counts.js";

export type { LinkedSpec } from "../compare/version.js";

export interface DiffResult {
  /** The changes, the gravest first, and then in the order of the documents. */
  readonly changes: readonly Change[];
  /** The step that semantic versioning asks for. */
  readonly release: Release;
}

/** A version of a spec: its documents, and the configuration that they were written for. */
export interface SpecVersion {
  readonly specFiles: readonly SpecFile[];
  readonly settings?: CheckOptions | undefined;
  /** The names of the documents to compare; default all. */
  readonly asked?: ReadonlySet<string> | undefined;
}

/** The comparison of two versions; nothing is known of the changes if one of them has errors. */
export type SpecDiff = ComparedSpecs | InvalidSpecs;

export interface ComparedSpecs extends DiffResult {
  readonly kind: "compared";
  /** The contents of the new version. */
  readonly counts: Counts;
}

export interface InvalidSpecs {
  readonly kind: "invalid";
  /** The diagnostics of both versions. */
  readonly old: readonly Diagnostic[];
  readonly new: readonly Diagnostic[];
  readonly counts: Counts;
}

/**
 * Compares two versions of a spec. It never throws on account of a document.
 *
 * @param by `names` compares packages; `wire` compares what calls carry, whatever the names are
 */
export function diffSpecs(
  old: SpecVersion,
  now: SpecVersion,
  by: "names" | "wire" = "names",
): SpecDiff {
  const before = checkSpec(old.specFiles, old.settings);
  const after = checkSpec(now.specFiles, now.settings);
  const { counts } = after;
  if (hasErrors(before.diagnostics) || hasErrors(after.diagnostics)) {
    return { kind: "invalid", old: before.diagnostics, new: after.diagnostics, counts };
  }
  const versions = [
    { ...before, asked: old.asked },
    { ...after, asked: now.asked },
  ] as const;
  const result =
    by === "names"
      ? diffVersions(...versions)
      : diffWire(...versions, { envelope: new Set([old, now].flatMap(envelopeOf)) });
  return { kind: "compared", ...result, counts };
}

/** Compares two versions of a spec that are linked already and have no errors. */
export function diffVersions(old: LinkedSpec, now: LinkedSpec): DiffResult {
  return resultOf(compareVersions(new Version(old), new Version(now)));
}

function diffWire(old: LinkedSpec, now: LinkedSpec, conventions: Conventions): DiffResult {
  return resultOf(compareWire(new Version(old), new Version(now), conventions));
}

function resultOf(found: readonly Change[]): DiffResult {
  const changes = found.toSorted((one, other) => gravityOf(one) - gravityOf(other));
  return { changes, release: releaseOf(changes[0]?.impact) };
}

/** Returns the names of members that the dialects of a version leave to the client. */
function envelopeOf({ specFiles, settings = {} }: SpecVersion): readonly string[] {
  const choose = dialectChooser(settings);
  return specFiles.flatMap((file) => {
    const { envelope, token } = choose(documentOf(file), () => {}).calls;
    return token === undefined ? envelope : [...envelope, token];
  });
}

/** Joins the comparisons of several packages; if one of them is invalid, so is the whole. */
export function joinSpecDiffs(diffs: readonly SpecDiff[]): SpecDiff {
  const counts = sumOf(diffs.map((diff) => diff.counts));
  const invalid = diffs.filter((diff) => diff.kind === "invalid");
  if (invalid.length > 0) {
    const diagnosticsOf = (side: "old" | "new") =>
      withoutRepeated(invalid.flatMap((diff) => diff[side]));
    return { kind: "invalid", old: diagnosticsOf("old"), new: diagnosticsOf("new"), counts };
  }
  const joined = joinDiffs(diffs.filter((diff) => diff.kind === "compared"));
  return { ...(joined ?? { kind: "compared", changes: [], release: "none" }), counts };
}

/** Joins the changes of several packages; a change that two of them share is listed once. */
export function joinDiffs<Diff extends DiffResult>(diffs: readonly Diff[]): Diff | undefined {
  const [first, ...others] = diffs;
  if (first === undefined || others.length === 0) return first;
  const all = diffs.flatMap(({ changes }) => changes);
  const unique = new Map(all.map((change) => [`${change.rule} ${change.message}`, change]));
  const changes = [...unique.values()].toSorted((one, other) => gravityOf(one) - gravityOf(other));
  return { ...first, changes, release: releaseOf(changes[0]?.impact) };
}

/** The releases that changes ask for, the gravest first. */
const RELEASES = { breaking: "major", additive: "minor", documentation: "patch" } as const;

function gravityOf({ impact }: Change): number {
  return Object.keys(RELEASES).indexOf(impact);
}

function releaseOf(gravest: Impact | undefined): Release {
  return gravest === undefined ? "none" : RELEASES[gravest];
}
