import { styleText } from "node:util";
import { VFile } from "vfile";
import { reporter } from "vfile-reporter";
import { groupBy } from "../source/collections.js";
import type { Diagnostic } from "../source/diagnostic.js";
import { pointOf, shownPath } from "../source/source.js";
import type { Severity } from "../source/rules.js";
import { excerptOf } from "./excerpt.js";
import { shortenedGroups, type DiagnosticGroup } from "./groups.js";
import { messageOf } from "./message.js";
import { plural } from "./summary.js";

/**
 * How many messages stand below one path. The reporter passes the lines of a file as arguments of one
 * call, and more than a hundred thousand overflow the stack.
 */
const MOST_MESSAGES = 10_000;

/** How many other places of a message are listed. */
const MOST_PLACES = 100;

/** The severities in the order of a report, with their marks and colors. */
const SEVERITIES = [
  ["error", "✖ ", "red"],
  ["warning", "⚠ ", "yellow"],
  ["notice", "", "reset"],
] as const;

/**
 * Returns the diagnostics as people read them, in the format of the unified ecosystem, each with its line
 * and the range underlined: errors first, then warnings, then notices; empty if there are no diagnostics.
 *
 * @param isVerbose whether to show each in full; otherwise equal ones are joined, and long lists of
 *   one rule shortened
 */
export function prettyReport(
  diagnostics: readonly Diagnostic[],
  color: boolean,
  isVerbose = false,
): string {
  if (diagnostics.length === 0) return "";
  const { groups, folded } = isVerbose
    ? { groups: diagnostics.map((first) => ({ first, others: [] })), folded: new Map() }
    : shortenedGroups(diagnostics);
  const blocks = SEVERITIES.map(([severity]) => {
    return blockOf(
      groups.filter(({ first }) => first.severity === severity),
      color,
    );
  });
  const more = Array.from(folded, ([rule, count]) => `${count} more of ${rule}`).join(", ");
  const last = [
    ...(more === "" ? [] : [`${more}: --verbose shows them`]),
    tallyOf(diagnostics, color),
  ];
  return [...blocks.filter((block) => block !== ""), last.join("\n")].join("\n\n");
}

/** Returns the messages of one severity, by their documents. */
function blockOf(groups: readonly DiagnosticGroup[], color: boolean): string {
  const byDocument = groupBy(groups, ({ first }) => shownPath(first.range.source));
  const files = [...byDocument.values()].flatMap(reportedFiles);
  const text = reporter(files, { color, quiet: true, verbose: true });
  // The last line of the reporter counts the errors and warnings that it shows, and not all.
  const hasCounts = groups[0] !== undefined && groups[0].first.severity !== "notice";
  return hasCounts ? text.slice(0, text.lastIndexOf("\n\n")) : text;
}

/** Returns the number of diagnostics of each severity. */
function tallyOf(diagnostics: readonly Diagnostic[], color: boolean): string {
  return SEVERITIES.flatMap(([severity, mark, style]) => {
    const count = countOf(diagnostics, severity);
    const shown = color ? styleText(style, mark, { validateStream: false }) : mark;
    return count === 0 ? [] : [`${shown}${plural(count, severity)}`];
  }).join(", ");
}

function countOf(diagnostics: readonly Diagnostic[], severity: Severity): number {
  return diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
}

/** Counts the messages that a report of errors alone leaves out; an empty text stands for no message. */
export function hiddenSummary(diagnostics: readonly Diagnostic[]): string {
  const counts = (["warning", "notice"] as const).flatMap((severity) => {
    const count = countOf(diagnostics, severity);
    return count === 0 ? [] : [plural(count, severity)];
  });
  return counts.length === 0 ? "" : `${counts.join(" and ")} not shown (--quiet)`;
}

/** Returns files with the messages of one document, each with its line as a note; most need only one file. */
function reportedFiles(groups: readonly DiagnosticGroup[]): VFile[] {
  const sorted = groups.toSorted((one, other) => one.first.range.start - other.first.range.start);
  const files: VFile[] = [];
  for (const [index, { first, others }] of sorted.entries()) {
    const { source } = first.range;
    if (index % MOST_MESSAGES === 0) files.push(new VFile({ path: shownPath(source) }));
    const message = messageOf(first);
    const excerpt = source.text === "" ? undefined : excerptOf(first.range);
    const parts = [excerpt, message.note, otherPlaces(others)];
    message.note = parts.filter((part) => part !== undefined).join("\n");
    files.at(-1)?.messages.push(message);
  }
  return files;
}

/** Returns a line with the places of diagnostics that say the same. */
function otherPlaces(others: readonly Diagnostic[]): string | undefined {
  if (others.length === 0) return undefined;
  const places = others.slice(0, MOST_PLACES).map(({ range: { source, start } }) => {
    const { line, column } = pointOf(source, start);
    return `${line}:${column}`;
  });
  const more = others.length - places.length;
  return `the same at ${places.join(", ")}${more > 0 ? ` and ${more} more places` : ""}`;
}
