import { styleText } from "node:util";
import { jsonPlace, placeText, type JsonPlace } from "./place.js";
import type { Change, Impact, Release } from "../compare/change.js";

/** The result of a comparison. */
export interface ChangeReport {
  readonly changes: readonly Change[];
  readonly release: Release;
  /** The old version, for a run that chooses it itself. */
  readonly since?: "HEAD" | "the last run";
}

/** A change as tools read it. */
export interface JsonChange extends Pick<
  Change,
  "rule" | "message" | "impact" | "readers" | "writers" | "names"
> {
  readonly old?: JsonPlace;
  readonly new?: JsonPlace;
}

const HEADINGS: Readonly<Record<Impact, string>> = {
  breaking: "Breaking",
  additive: "Additive",
  documentation: "Documentation only",
};

const COLORS = { breaking: "red", additive: "green", documentation: "dim" } as const;

/** The changes as tools read them. */
export function changeList(report: ChangeReport): JsonChange[] {
  return report.changes.map(jsonChange);
}

/** The changes as people read them, by what they ask for; one line says what release they make. */
export function prettyChanges(report: ChangeReport, color: boolean): string {
  const paint = (impact: Impact, text: string) =>
    color ? styleText(COLORS[impact], text, { validateStream: false }) : text;
  const sections = sectionsOf(report.changes).map(([impact, changes]) => {
    const lines = changes.map((change) => `  ${leadOf(change)}${sentenceOf(change)}`);
    return [paint(impact, HEADINGS[impact]), ...lines].join("\n");
  });
  return [...sections, summaryOf(report)].join("\n\n");
}

/** The differences between documents and their drafts, for people; an empty text if both say the same. */
export function prettyDifferences(
  { changes }: Pick<ChangeReport, "changes">,
  color: boolean,
): string {
  if (changes.length === 0) return "";
  const lines = changes.map((change) => `  ${leadOf(change)}${sentenceOf(change)}`);
  const heading = "What the drafts cannot say, and their package lacks";
  return [color ? styleText("yellow", heading, { validateStream: false }) : heading, ...lines].join(
    "\n",
  );
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

/** Returns the sentence of a change, and for which code it is graver. */
export function sentenceOf({ message, readers, writers }: Change): string {
  if (readers === writers) return message;
  return `${message} (${readers === "breaking" ? "breaks readers" : "breaks writers"})`;
}

/** Returns the sum of the changes in one line. */
export function summaryOf(report: ChangeReport): string {
  const { release } = report;
  if (release === "none") return "Nothing has changed";
  const { breaking, additive, documentation } = impactsOf(report);
  const counts = [
    ...(breaking > 0 ? [`${breaking} breaking`] : []),
    ...(additive > 0 ? [`${additive} additive`] : []),
    ...(documentation > 0 ? [`${documentation} of documentation only`] : []),
  ];
  return `${counts.join(", ")}: a ${release} release`;
}

/** Returns how many changes have each impact. */
export function impactsOf({
  changes,
}: Pick<ChangeReport, "changes">): Readonly<Record<Impact, number>> {
  const count = (impact: Impact) => changes.filter((change) => change.impact === impact).length;
  return {
    breaking: count("breaking"),
    additive: count("additive"),
    documentation: count("documentation"),
  };
}

function jsonChange({
  rule,
  message,
  impact,
  readers,
  writers,
  names,
  ...places
}: Change): JsonChange {
  return {
    rule,
    message,
    impact,
    readers,
    writers,
    ...(names && { names }),
    ...(places.old && { old: jsonPlace(places.old) }),
    ...(places.new && { new: jsonPlace(places.new) }),
  };
}

/** Returns the place in the new version, or in the old one if only that has it, and a space. */
function leadOf({ old, new: now }: Change): string {
  const range = now ?? old;
  return range === undefined ? "" : `${placeText(range)} `;
}
