import { diffSpecs, joinSpecDiffs, type SpecDiff, type SpecVersion } from "../project/compare.js";
import { forEachPackage, type InputOptions, type InputWithContext } from "../read/input.js";
import { ReadError } from "../read/text.js";
import type { Spec } from "../read/find.js";
import type { Counts } from "../model/api.js";
import type { Change } from "../compare/change.js";
import { markdownChanges, prettyChanges, type ChangeReport } from "../report/changes.js";
import { githubChanges } from "../report/github.js";
import { jsonReport } from "../report/json.js";
import { markdownReport } from "../report/markdown.js";
import type { Diagnostic } from "../source/diagnostic.js";
import { readVersion } from "../read/versions.js";
import { EXIT, type Context, type ExitStatus } from "./context.js";
import { folderInWorkspace, reportConfig, reportOf, writeReport, type Reporter } from "./report.js";

export interface DiffOptions extends Pick<InputOptions, "config" | "dialect" | "unresolved"> {
  readonly reporter: Extract<Reporter, "pretty" | "json" | "github"> | "markdown";
  readonly failOn?: "breaking" | "additive" | undefined;
  /** Whether calls and fields are joined by what is on the wire, and names don't matter. */
  readonly wire?: boolean | undefined;
  /** Whether to print only the next version. */
  readonly release?: boolean | undefined;
  /** The dialect of the new version, if it is another one. */
  readonly newDialect?: InputOptions["dialect"];
}

/** Reports the changes between two versions of a spec; the default of the new one is the working tree. */
export async function diff(
  oldVersion: string,
  newVersion: string | undefined,
  { reporter, failOn, release, wire: isWire = false, newDialect, ...options }: DiffOptions,
  context: Context,
): Promise<ExitStatus> {
  const { directory, environment } = context;
  const read = async (
    version: string | undefined,
    other: string | undefined,
    dialect = options.dialect,
  ) =>
    forEachPackage((position) =>
      readVersion(version, { ...options, dialect, other, position }, { directory, environment }),
    );
  const old = await read(oldVersion, newVersion);
  const now = await read(newVersion, oldVersion, newDialect);
  if ("diagnostics" in old || "diagnostics" in now) {
    const invalid = [old, now].flatMap((one) => ("diagnostics" in one ? one.diagnostics : []));
    return reportConfig(invalid, reporter === "markdown" ? "pretty" : reporter, context);
  }
  const result = diffAll(old, now, isWire || newDialect !== undefined ? "wire" : "names");
  if (result.kind === "invalid") {
    await writeErrors([...result.old, ...result.new], result.counts, reporter, context);
    return EXIT.invalidSpec;
  }
  const text =
    release === true
      ? await releaseText(result, [oldVersion, ...old.flatMap(versionsOf)])
      : await changesText(result, result.counts, reporter, context);
  context.output.write(text);
  const isFailure = ({ impact }: Change) => impact === "breaking" || impact === failOn;
  return failOn !== undefined && result.changes.some(isFailure) ? EXIT.changed : EXIT.done;
}

/** Returns the versions that the configuration gives the packages of a specification. */
function versionsOf({ targets }: InputWithContext): string[] {
  return targets.flatMap(({ options }) =>
    options.target === "typescript" && options.package?.version !== undefined
      ? [options.package.version]
      : [],
  );
}

/**
 * Returns the version after the first of these texts that is one.
 *
 * @throws {ReadError} if there is no version
 */
async function releaseText(
  { release }: ChangeReport,
  versions: readonly string[],
): Promise<string> {
  const { nextVersion } = await import("../report/release.js");
  for (const version of versions) {
    const next = nextVersion(version, release);
    if (next !== undefined) return next;
  }
  const expected = "expected a tag such as v1.2.3 as the old version, or `package.version`";
  throw new ReadError(`Unexpected --release without a version, ${expected} in the configuration`);
}

/** A version of a package, and the patterns of its documents, which tell it from the others. */
type PackageVersion = SpecVersion & { readonly spec: Spec };

/** Compares the packages of two versions; one that only one version has is compared with an empty one. */
function diffAll(
  old: readonly PackageVersion[],
  now: readonly PackageVersion[],
  by: "names" | "wire",
): SpecDiff {
  // A single package is the same one wherever its documents are.
  const isSingle = old.length === 1 && now.length === 1;
  const nameOf = ({ spec: { patterns } }: PackageVersion) => (isSingle ? "" : patterns.join("\0"));
  const names = new Set([...old, ...now].map(nameOf));
  const pairs = [...names].map((name) => {
    const [before, after] = [old, now].map((side) => side.find((one) => nameOf(one) === name));
    return diffSpecs(before ?? emptied(after), after ?? emptied(before), by);
  });
  return joinSpecDiffs(pairs);
}

/** Returns a version without documents, with the settings of another one. */
function emptied(version: PackageVersion | undefined): SpecVersion {
  return {
    specFiles: [],
    ...(version && { settings: { ...version.settings, configFile: undefined } }),
  };
}

async function changesText(
  report: ChangeReport,
  counts: Counts,
  reporter: DiffOptions["reporter"],
  context: Context,
): Promise<string> {
  switch (reporter) {
    case "pretty":
      return prettyChanges(report, context.output.hasColors);
    case "json":
      return jsonReport([], counts, report);
    case "markdown":
      return markdownChanges(report);
    case "github":
      return githubChanges(report, await folderInWorkspace(context));
  }
}

/** Writes the errors of both versions; nothing is known of the changes between them. */
async function writeErrors(
  diagnostics: readonly Diagnostic[],
  counts: Counts,
  reporter: DiffOptions["reporter"],
  context: Context,
): Promise<void> {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (reporter === "markdown") context.output.write(markdownReport(errors));
  else {
    const report = await reportOf(errors, counts, { reporter }, context);
    writeReport(report, { reporter, text: "" }, context);
  }
}
