import { VFile } from "vfile";
import { reporter } from "vfile-reporter";
import type { Diagnostic } from "../source/diagnostic.js";
import { shownPath } from "../source/source.js";
import { byDocument } from "./documents.js";
import { excerptOf } from "./excerpt.js";
import { messageOf } from "./message.js";
import { plural } from "./summary.js";

/**
 * How many messages stand below one path. The reporter passes the lines of a file as arguments of one
 * call, and more than a hundred thousand overflow the stack.
 */
const MOST_MESSAGES = 10_000;

/**
 * Returns the diagnostics as people read them, in the format of the unified ecosystem, each with its line
 * and the range underlined; empty if there are no diagnostics.
 */
export function prettyReport(diagnostics: readonly Diagnostic[], color: boolean): string {
  const files = byDocument(diagnostics).flatMap(reportedFiles);
  return reporter(files, { color, quiet: true, verbose: true });
}

/** Counts the messages that a report of errors alone leaves out; an empty text stands for no message. */
export function hiddenSummary(diagnostics: readonly Diagnostic[]): string {
  const counts = (["warning", "notice"] as const).flatMap((name) => {
    const count = diagnostics.filter(({ severity }) => severity === name).length;
    return count === 0 ? [] : [plural(count, name)];
  });
  return counts.length === 0 ? "" : `${counts.join(" and ")} not shown (--quiet)`;
}

/** Returns files with the messages of one document, each with its line as a note; most need only one file. */
function reportedFiles(diagnostics: readonly Diagnostic[]): VFile[] {
  const sorted = diagnostics.toSorted((one, other) => one.range.start - other.range.start);
  const files: VFile[] = [];
  for (const [index, diagnostic] of sorted.entries()) {
    const { source } = diagnostic.range;
    if (index % MOST_MESSAGES === 0) files.push(new VFile({ path: shownPath(source) }));
    const message = messageOf(diagnostic);
    const excerpt = source.text === "" ? undefined : excerptOf(diagnostic.range);
    message.note = [excerpt, message.note].filter((part) => part !== undefined).join("\n");
    files.at(-1)?.messages.push(message);
  }
  return files;
}
