import { location } from "vfile-location";
import type { VFile } from "vfile";
import type { VFileMessage } from "vfile-message";
import type { SourceRange } from "../ir/source.js";
import { printable } from "./code.js";
import { rules, type RuleId, type RuleParameters, type Severity } from "./rules.js";

/** A second place that a message is about. */
export interface RelatedPlace {
  readonly range: SourceRange;
  /** A short sentence without a full stop, for instance `first declared here`. */
  readonly message: string;
}

export interface ReportExtras {
  /** What to do about it, for instance ``did you mean `X`?``. */
  readonly hint?: string | undefined;
  readonly related?: readonly RelatedPlace[] | undefined;
}

declare module "vfile-message" {
  interface VFileMessage {
    /** The sentence of the rule without the hint, which `reason` carries as well. */
    sentence?: string;
    hint?: string;
    related?: readonly RelatedPlace[];
  }
}

/**
 * Adds a message to the file of the range. Of a document with merge conflicts, which are reported
 * first, only they are reported: the rest would be on account of them.
 */
export function report<Id extends RuleId>(
  id: Id,
  range: SourceRange,
  parameters: RuleParameters<Id>,
  { hint, related }: ReportExtras = {},
): void {
  if (id !== "merge-conflict" && range.file.messages[0]?.ruleId === "merge-conflict") return;
  const { severity, sentence } = ruleOf(id);
  const text = sentence(parameters);
  const message = range.file.message(hint === undefined ? text : `${text}; ${hint}`, {
    place: { start: pointOf(range.file, range.start), end: pointOf(range.file, range.end) },
    ruleId: id,
    source: "md2sdk",
  });
  message.fatal = fatalOf[severity];
  message.sentence = text;
  if (hint !== undefined) message.hint = hint;
  if (related === undefined) return;
  message.related = related;
  message.note = related.map(noteOf).join("\n");
}

/** The severity of a message: VFile spells it as `true`, `false` or nothing. */
export function severityOf(message: VFileMessage): Severity {
  if (message.fatal === true) return "error";
  return message.fatal === false ? "warning" : "notice";
}

/** Whether any of the files has an error. */
export function hasErrors(files: readonly VFile[]): boolean {
  return files.some((file) => file.messages.some((message) => message.fatal === true));
}

/** The place of an offset: line and column from 1, in UTF-16 units. */
export function pointOf(
  file: VFile,
  offset: number,
): { line: number; column: number; offset: number } {
  const point = locationOf(file).toPoint(offset);
  if (point === undefined) throw new RangeError(`no offset ${offset} in ${file.path}`);
  return { line: point.line, column: point.column, offset };
}

/** A related place as reporters of the unified ecosystem print it, below the message. */
function noteOf({ range, message }: RelatedPlace): string {
  const { line, column } = pointOf(range.file, range.start);
  return `${shownPath(range.file)}:${line}:${column} ${message}`;
}

/** Returns the path of a document as git writes it, `HEAD:spec/user.md`; without a revision, the path. */
export function shownPath({ path, data: { revision } }: VFile): string {
  return printable(revision === undefined ? path : `${revision}:${path}`);
}

const fatalOf: Readonly<Record<Severity, boolean | undefined>> = {
  error: true,
  warning: false,
  notice: undefined,
};

function ruleOf<Id extends RuleId>(
  id: Id,
): { severity: Severity; sentence: (parameters: RuleParameters<Id>) => string } {
  return rules[id] as never;
}

const locations = new WeakMap<VFile, ReturnType<typeof location>>();

/** The line index of a file, built once: a file with many messages is not scanned for each. */
function locationOf(file: VFile): ReturnType<typeof location> {
  const known = locations.get(file);
  if (known !== undefined) return known;
  const made = location(file);
  locations.set(file, made);
  return made;
}
