import { dirname, relative, resolve } from "node:path";
import { baselineIn, baselineText, withoutKnown } from "../project/baseline.js";
import { normalized } from "../project/documents.js";
import { readText, ReadError } from "../read/text.js";
import type { Diagnostic } from "../source/diagnostic.js";
import { gradeDiagnostics, type RuleLevels } from "../source/grade.js";
import { writeText } from "../write/text.js";

export interface BaselineOptions {
  /** The path of the file, relative to the working directory. */
  readonly path: string;
  /** Whether everything was checked that can have messages: else none of the baseline is stale. */
  readonly isWhole: boolean;
  readonly rules?: RuleLevels | undefined;
}

/**
 * Returns the diagnostics that a baseline does not have, and those about the baseline itself.
 *
 * @param directory the working directory
 * @throws {ReadError} if the file cannot be read, or is no baseline
 */
export async function applyBaseline(
  diagnostics: readonly Diagnostic[],
  { path, isWhole, rules }: BaselineOptions,
  directory: string,
): Promise<readonly Diagnostic[]> {
  const text = normalized(await readText(resolve(directory, path)));
  const baseline = baselineIn({ path, text });
  if (baseline === undefined) {
    const hint = `write one with \`md2sdk lint --baseline ${path} --update-baseline\``;
    throw new ReadError(`Unexpected content of ${path}, expected a baseline; ${hint}`, { path });
  }
  const { remaining, stale } = withoutKnown(diagnostics, baseline, pathFrom(path, directory));
  return isWhole ? [...remaining, ...gradeDiagnostics(stale, rules)] : remaining;
}

/** Writes a baseline with all warnings and notices among diagnostics. */
export async function updateBaseline(
  diagnostics: readonly Diagnostic[],
  path: string,
  directory: string,
): Promise<void> {
  const text = baselineText(diagnostics, pathFrom(path, directory));
  await writeText(resolve(directory, path), text);
}

/** Names files relative to the folder of a baseline, from wherever the tool runs. */
function pathFrom(baseline: string, directory: string): (path: string) => string {
  const folder = dirname(resolve(directory, baseline));
  return (path) => relative(folder, resolve(directory, path)).replaceAll("\\", "/");
}
