import { diffSpecs, joinSpecDiffs, type SpecDiff, type SpecVersion } from "../project/compare.js";
import { forEachPackage, type InputOptions } from "../read/input.js";
import { ReadError } from "../read/text.js";
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

export interface DiffOptions extends Pick<InputOptions, "config" | "unresolved"> {
  readonly reporter: Reporter | "markdown";
  readonly failOn?: "breaking" | "additive" | undefined;
}

/** Reports the changes between two versions of a spec; the default of the new one is the working tree. */
export async function diff(
  oldVersion: string,
  newVersion: string | undefined,
  { reporter, failOn, ...options }: DiffOptions,
  context: Context,
): Promise<ExitStatus> {
  const { directory, environment } = context;
  const read = async (version: string | undefined, other: string | undefined) =>
    forEachPackage((position) =>
      readVersion(version, { ...options, other, position }, { directory, environment }),
    );
  const old = await read(oldVersion, newVersion);
  const now = await read(newVersion, oldVersion);
  if ("diagnostics" in old || "diagnostics" in now) {
    const invalid = [old, now].flatMap((one) => ("diagnostics" in one ? one.diagnostics : []));
    return reportConfig(invalid, reporter === "markdown" ? "pretty" : reporter, context);
  }
  const result = diffAll(old, now);
  if (result.kind === "invalid") {
    await writeErrors([...result.old, ...result.new], result.counts, reporter, context);
    return EXIT.invalidSpec;
  }
  context.output.write(await changesText(result, result.counts, reporter, context));
  const isFailure = ({ impact }: Change) => impact === "breaking" || impact === failOn;
  return failOn !== undefined && result.changes.some(isFailure) ? EXIT.changed : EXIT.done;
}

/** Compares the packages of two versions, in the order of their configurations. */
function diffAll(old: readonly SpecVersion[], now: readonly SpecVersion[]): SpecDiff {
  if (old.length !== now.length) {
    const found = `Unexpected configuration of ${now.length} packages`;
    throw new ReadError(`${found}, expected ${old.length} as in the old version`);
  }
  return joinSpecDiffs(
    old.flatMap((version, position) => {
      const other = now[position];
      return other === undefined ? [] : diffSpecs(version, other);
    }),
  );
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
