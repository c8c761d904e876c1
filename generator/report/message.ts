import { VFileMessage } from "vfile-message";
import { reasonOf, type Diagnostic, type RelatedPlace } from "../source/diagnostic.js";
import { applyEdits } from "../source/edits.js";
import type { Severity } from "../source/rules.js";
import { pointOf, type SourceRange } from "../source/source.js";
import { sourceOf } from "../source/text.js";
import { placeText } from "./place.js";

/** Returns a diagnostic as the message that reporters of the unified ecosystem print; its note holds related places. */
export function messageOf(diagnostic: Diagnostic): VFileMessage {
  const { rule: ruleId, severity, range, related } = diagnostic;
  const place = positionOf(range);
  const message = new VFileMessage(reasonOf(diagnostic), { place, ruleId, source: "md2sdk" });
  message.fatal = FATAL[severity];
  message.file = range.source.path;
  message.name = `${message.file}:${message.name}`;
  if (related !== undefined) message.note = related.map(noteOf).join("\n");
  return message;
}

/** Returns a range as a position of unist. */
function positionOf({ source, start, end }: SourceRange) {
  return { start: pointOf(source, start), end: pointOf(source, end) };
}

/**
 * Returns the first related place of a diagnostic as the cause of its message. One in another document has
 * its path in the text, as reporters and editors take every place for one of the message's own document.
 */
export function causeOf({ range, related }: Diagnostic): VFileMessage | undefined {
  const [first] = related ?? [];
  if (first === undefined) return undefined;
  const origin = { ruleId: "related", source: "md2sdk" };
  if (first.range.source.path !== range.source.path) return new VFileMessage(noteOf(first), origin);
  return new VFileMessage(first.message, { ...origin, place: positionOf(first.range) });
}

/** Returns the text of a diagnostic's range with its edits applied, if these change nothing else. */
export function replacementOf({ range, edits }: Diagnostic): string | undefined {
  const { source, start, end } = range;
  const isWithin = edits?.every((edit) => edit.range.start >= start && edit.range.end <= end);
  if (edits === undefined || isWithin !== true) return undefined;
  const inRange = edits.map((edit) => {
    const place = { source, start: edit.range.start - start, end: edit.range.end - start };
    return { ...edit, range: place };
  });
  return applyEdits(sourceOf(range), inRange);
}

/** The severities as VFile spells them. */
const FATAL: Readonly<Record<Severity, boolean | undefined>> = {
  error: true,
  warning: false,
  notice: undefined,
};

/** Returns a related place as reporters print it, below the message. */
function noteOf({ range, message }: RelatedPlace): string {
  return `${placeText(range)} ${message}`;
}
