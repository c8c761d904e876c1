import { VFile } from "vfile";
import { reporter } from "vfile-reporter";
import { shownPath } from "../diagnostics/report.js";
import { excerptOf } from "./excerpt.js";

/**
 * The messages of the documents as people read them, in the format of the unified ecosystem, each
 * with its line and the range underlined; empty where there are none.
 */
export function prettyReport(documents: readonly VFile[], color: boolean): string {
  return reporter(documents.map(withExcerpts), { color, quiet: true, verbose: true });
}

/** A copy of a document whose messages carry their lines as a note. */
function withExcerpts(document: VFile): VFile {
  const text = String(document);
  const copy = new VFile({ path: shownPath(document) });
  for (const { reason, place, ruleId, source, fatal, note } of document.messages) {
    const message = copy.message(reason, { place, ruleId, source });
    const hasExcerpt = text !== "" && place !== undefined && "start" in place;
    const excerpt = hasExcerpt ? excerptOf(text, place) : undefined;
    message.fatal = fatal;
    message.note = [excerpt, note].filter((part) => part !== undefined).join("\n");
  }
  return copy;
}
