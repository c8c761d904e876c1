import { dirname } from "node:path";
import { checkSpec } from "../project/check.js";
import { diffVersions, type LinkedSpec } from "../project/compare.js";
import type { InputOptions } from "../read/input.js";
import { ReadError } from "../read/text.js";
import type { ChangeReport } from "../report/changes.js";
import { hasErrors } from "../source/diagnostic.js";
import { readVersion } from "../read/versions.js";
import type { Context } from "./context.js";

/**
 * Returns the changes since the last commit: in a fresh clone, and after a checkout, that is what the output
 * was made of, and no earlier run is known.
 *
 * @param configPath the configuration of today, relative to the directory
 * @returns nothing if there is no such commit, or it has no configuration in the same folder
 */
export async function changesSinceCommit(
  now: LinkedSpec,
  { configPath, ...options }: InputOptions & { readonly configPath: string | undefined },
  { directory, environment }: Context,
): Promise<ChangeReport | "unknown" | undefined> {
  const old = await readVersion("HEAD", options, { directory, environment }).catch(noneOf);
  if (old === undefined) return undefined;
  if ("diagnostics" in old) return "unknown";
  // The configuration of a folder above is that of another project, which this one is no new version of.
  if (folderOf(old.reading.configFile?.path) !== folderOf(configPath)) return undefined;
  const checked = checkSpec(old.specFiles, old.settings);
  if (hasErrors(checked.diagnostics)) return "unknown";
  return { ...diffVersions({ ...checked, asked: old.asked }, now), since: "HEAD" };
}

function folderOf(path = ""): string {
  return dirname(path);
}

/** No repository, no commit, or no specification in it. */
function noneOf(error: unknown): undefined {
  if (error instanceof ReadError || error instanceof AggregateError) return undefined;
  throw error;
}
