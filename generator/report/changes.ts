import { styleText } from "node:util";
import { printable } from "../diagnostics/code.js";
import { pointOf } from "../diagnostics/report.js";
import type { Change, Impact, Release } from "../ir/changes.js";

/** What a comparison has found, and between what. */
export interface ChangeReport {
  readonly changes: readonly Change[];
  readonly release: Release;
  /** How the old version is called, where its paths alone do not tell: `HEAD~1`. */
  readonly revisions: { readonly old?: string | undefined; readonly new?: string | undefined };
}

/** A change as tools read it; lines and columns from 1, in UTF-16 units. */
export interface JsonChange extends Pick<
  Change,
  "rule" | "message" | "impact" | "readers" | "writers"
> {
  readonly old?: JsonPlace;
  readonly new?: JsonPlace;
}

interface JsonPlace {
  readonly revision?: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

const HEADINGS: Readonly<Record<Impact, string>> = {
  breaking: "Breaking",
  additive: "Additive",
  documentation: "Documentation only",
};

const COLORS = { breaking: "red", additive: "green", documentation: "dim" } as const;

/** The changes as one JSON object. */
export function jsonChanges(report: ChangeReport): string {
  const { changes, release } = report;
  const summary = { ...countsOf(changes), release };
  return JSON.stringify({ changes: changeList(report), summary }, undefined, 2);
}

/** The changes as tools read them. */
export function changeList(report: ChangeReport): JsonChange[] {
  return report.changes.map((change) => jsonOf(change, report));
}

/** The changes as people read them, by what they ask for; one line says what release they make. */
export function prettyChanges(report: ChangeReport, color: boolean): string {
  const paint = (impact: Impact, text: string) =>
    color ? styleText(COLORS[impact], text, { validateStream: false }) : text;
  const sections = sectionsOf(report.changes).map(([impact, changes]) => {
    const lines = changes.map((change) => `  ${placeText(change, report)} ${sentenceOf(change)}`);
    return [paint(impact, HEADINGS[impact]), ...lines].join("\n");
  });
  return [...sections, summaryOf(report)].join("\n\n");
}

/** The changes as Markdown, for a changelog or a pull request. */
export function markdownChanges(report: ChangeReport): string {
  const sections = sectionsOf(report.changes).map(([impact, changes]) => {
    const items = changes.map((change) => `- ${sentenceOf(change)}`);
    return `### ${HEADINGS[impact]}\n\n${items.join("\n")}`;
  });
  return [...sections, `${summaryOf(report)}.`].join("\n\n");
}

function sectionsOf(changes: readonly Change[]): (readonly [Impact, readonly Change[]])[] {
  const impacts: readonly Impact[] = ["breaking", "additive", "documentation"];
  return impacts
    .map((impact) => [impact, changes.filter((change) => change.impact === impact)] as const)
    .filter(([, found]) => found.length > 0);
}

/** What is graver for the ones than for the others says for whom. */
function sentenceOf({ message, readers, writers }: Change): string {
  if (readers === writers) return message;
  return `${message} (${readers === "breaking" ? "breaks readers" : "breaks writers"})`;
}

function summaryOf({ changes, release }: ChangeReport): string {
  if (release === "none") return "Nothing has changed";
  const { breaking, additive, documentation } = countsOf(changes);
  const counts = [
    ...(breaking > 0 ? [`${breaking} breaking`] : []),
    ...(additive > 0 ? [`${additive} additive`] : []),
    ...(documentation > 0 ? [`${documentation} of documentation only`] : []),
  ];
  return `${counts.join(", ")}: a ${release} release`;
}

function countsOf(changes: readonly Change[]): Readonly<Record<Impact, number>> {
  const count = (impact: Impact) => changes.filter((change) => change.impact === impact).length;
  return {
    breaking: count("breaking"),
    additive: count("additive"),
    documentation: count("documentation"),
  };
}

function jsonOf(change: Change, { revisions }: ChangeReport): JsonChange {
  const { rule, message, impact, readers, writers } = change;
  const old = placeOf(change.old, revisions.old);
  const now = placeOf(change.new, revisions.new);
  return {
    rule,
    message,
    impact,
    readers,
    writers,
    ...(old === undefined ? {} : { old }),
    ...(now === undefined ? {} : { new: now }),
  };
}

function placeOf(range: Change["old"], revision: string | undefined): JsonPlace | undefined {
  if (range === undefined) return undefined;
  const { line, column } = pointOf(range.file, range.start);
  return { ...(revision === undefined ? {} : { revision }), file: range.file.path, line, column };
}

/** The place in the new version, or in the old one where only that has it, as git writes it. */
function placeText({ old, new: now }: Change, { revisions }: ChangeReport): string {
  const place = placeOf(now, revisions.new) ?? placeOf(old, revisions.old);
  if (place === undefined) return "";
  const revision = place.revision === undefined ? "" : `${place.revision}:`;
  return printable(`${revision}${place.file}:${place.line}:${place.column}`);
}
