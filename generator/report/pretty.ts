import { VFile } from "vfile";
import type { VFileMessage } from "vfile-message";
import { reporter } from "vfile-reporter";
import { shownPath } from "../diagnostics/report.js";
import { excerptOf } from "./excerpt.js";

/**
 * How many messages stand below one path. The reporter passes the lines of a file as arguments of one
 * call, and more than a hundred thousand overflow the stack.
 */
const MOST_MESSAGES = 10_000;

/**
 * The messages of the documents as people read them, in the format of the unified ecosystem, each
 * with its line and the range underlined; empty where there are none.
 */
export function prettyReport(documents: readonly VFile[], color: boolean): string {
  return reporter(documents.flatMap(withExcerpts), { color, quiet: true, verbose: true });
}

/** Returns copies of a document whose messages carry their lines as a note; most need only one. */
function withExcerpts(document: VFile): VFile[] {
  const text = String(document);
  const messages = document.messages.toSorted((one, other) => offsetOf(one) - offsetOf(other));
  const copies: VFile[] = [];
  for (const [index, { reason, place, ruleId, source, fatal, note }] of messages.entries()) {
    if (index % MOST_MESSAGES === 0) copies.push(new VFile({ path: shownPath(document) }));
    const message = copies.at(-1)?.message(reason, { place, ruleId, source });
    if (message === undefined) continue;
    const hasExcerpt = text !== "" && place !== undefined && "start" in place;
    const excerpt = hasExcerpt ? excerptOf(text, place) : undefined;
    message.fatal = fatal;
    message.note = [excerpt, note].filter((part) => part !== undefined).join("\n");
  }
  return copies;
}

function offsetOf({ place }: VFileMessage): number {
  return place !== undefined && "start" in place ? (place.start.offset ?? 0) : 0;
}
