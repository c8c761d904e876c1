import { join } from "node:path";
import { printable } from "../source/code.js";
import type { Counts } from "../model/api.js";
import type { Difference } from "../write/difference.js";

/** Returns the summary of a specification without errors. */
export function lintSummary(counts: Counts): string {
  return `${countTexts(counts).join(", ")}; no errors`;
}

/** The messages whose edits were applied, and the documents with them. */
export interface FixCounts {
  readonly problems: number;
  readonly documents: number;
}

/** Returns the summary of the edits of a run, or of those that it would make; empty if there are no edits. */
export function fixSummary({ problems, documents }: FixCounts, isDry: boolean): string {
  if (problems === 0) return "";
  const found = `${plural(problems, "problem")} in ${plural(documents, "document")}`;
  return isDry ? `${found} would be fixed` : `Fixed ${found}`;
}

/** The files of a run, and its time. */
interface RunFigures {
  readonly files: number;
  readonly differences: readonly Difference[];
  readonly milliseconds: number;
}

/** Returns the summary of a run: one line, and one for each changed file. */
export function runSummary(
  counts: Counts,
  { files, differences, milliseconds }: RunFigures,
): string {
  const made = [...countTexts(counts), plural(files, "file")].join(", ");
  const head = `${made} ${outcomeOf({ differences, milliseconds })}`;
  return [head, ...differenceLines(differences)].join("\n");
}

/** Returns the summary of a run under `--watch` in one line, with the time of day. */
export function watchSummary(
  time: Date,
  { differences, milliseconds }: Pick<RunFigures, "differences" | "milliseconds">,
): string {
  const clock = time.toTimeString().slice(0, 8);
  const seconds = (milliseconds / 1000).toFixed(2);
  const paths = differences.map(({ path, kind }) =>
    printable(kind === "changed" ? path : `${path} (${kind})`),
  );
  const changes = paths.length === 0 ? "nothing changed" : paths.join(", ");
  return `${clock} in ${seconds} s: ${changes}`;
}

/** Returns the summary of a site, with the path of its first page. */
export function siteSummary(
  directory: string,
  { files, differences, milliseconds }: RunFigures,
): string {
  const outcome = outcomeOf({ differences, milliseconds });
  return `${plural(files, "file")} ${outcome}\nopen ${printable(join(directory, "index.html"))}`;
}

/** Says that the output is stale, why, and what to run. */
export function staleSummary(directory: string, differences: readonly Difference[]): string {
  const head = `${printable(directory)} is stale: ${plural(differences.length, "file")} would change`;
  const hint = "run `md2sdk generate` to bring it up to date";
  return [head, ...differenceLines(differences), hint].join("\n");
}

function outcomeOf({ differences, milliseconds }: Omit<RunFigures, "files">): string {
  const changes = differences.length === 0 ? "nothing changed" : `${differences.length} changed`;
  return `in ${(milliseconds / 1000).toFixed(2)} s; ${changes}`;
}

function differenceLines(differences: readonly Difference[]): string[] {
  return differences.map(({ path, kind }) => `  ${kind.padEnd(7)} ${printable(path)}`);
}

function countTexts(counts: Counts): string[] {
  const { documents, models, fields, enums, aliases, constants, calls, callbacks } = counts;
  return [
    plural(documents, "document"),
    plural(models, "model"),
    plural(fields, "field"),
    plural(enums, "enum"),
    ...(aliases > 0 ? [plural(aliases, "alias", "aliases")] : []),
    ...(constants > 0 ? [plural(constants, "constant")] : []),
    ...(calls > 0 ? [plural(calls, "call")] : []),
    ...(callbacks > 0 ? [plural(callbacks, "callback")] : []),
  ];
}

/** Returns a count with its noun. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
