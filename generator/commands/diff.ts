import { VFile } from "vfile";
import { diffSpecs } from "../diff.js";
import { readSettings, readVersion } from "../input.js";
import type { Change } from "../ir/changes.js";
import { jsonChanges, markdownChanges, prettyChanges } from "../report/changes.js";
import { EXIT, type Context, type ExitStatus } from "./context.js";
import { reportConfig } from "./report.js";

export interface DiffOptions {
  readonly config?: string;
  readonly reporter: "pretty" | "json" | "markdown";
  readonly failOn?: "breaking" | "additive";
}

/** Says what has changed between two versions of a spec; without a new one, up to now. */
export async function diff(
  oldVersion: string,
  newVersion: string | undefined,
  { reporter, failOn, ...options }: DiffOptions,
  context: Context,
): Promise<ExitStatus> {
  const { directory, output, messages } = context;
  const settings = await readSettings(directory, options);
  if (settings instanceof VFile) return reportConfig(settings, "pretty", context);
  const old = await readVersion(directory, oldVersion, newVersion, settings);
  const now = await readVersion(directory, newVersion, oldVersion, settings);
  const result = diffSpecs(old.specFiles, now.specFiles, settings.settings);
  // What an error spoils may be told as a change, or not be told.
  for (const version of ["old", "new"] as const) {
    if (!result.hasErrors[version]) continue;
    messages.write(`md2sdk: the ${version} version has errors; run \`md2sdk lint\` on it`);
  }
  const report = { ...result, revisions: { old: old.revision, new: now.revision } };
  switch (reporter) {
    case "pretty":
      output.write(prettyChanges(report, output.hasColors));
      break;
    case "json":
      output.write(jsonChanges(report));
      break;
    case "markdown":
      output.write(markdownChanges(report));
  }
  const isFailure = ({ impact }: Change) => impact === "breaking" || impact === failOn;
  return failOn !== undefined && result.changes.some(isFailure) ? EXIT.changed : EXIT.done;
}
