/** The results as Markdown: for the terminal, and for the README. */
import { factor, table } from "../markdown.js";

import { peerNames, peerNote } from "./peers.js";
import type { Measurements } from "./rounds.js";
import { STAGES } from "./stage-names.js";
import type { StageSamples } from "./stages.js";

/** What is to be reached, and what is: the fewer of it the better. */
interface Target {
  readonly of: string;
  readonly to: string;
  readonly reached: number | undefined;
  readonly most: number;
  readonly format: (value: number) => string;
}

/** The large inputs, by the names of their measurements. */
const LARGE = ["1,430 models, one document", "1,430 models, 100 documents"] as const;

/** The targets of the tool, and the figures that it reaches. */
export function targetTable({ times, peaks }: Measurements): string {
  const ratio = (of: string, subject: string, to: string, base: string, most: number): Target => {
    return { of, to, reached: times.ratio(subject, base), most, format: factor };
  };
  const peak = (of: string, subject: string): Target => {
    return { of, to: "", reached: peaks.median(subject), most: 700, format: megabytes };
  };
  const targets: readonly Target[] = [
    ratio("the user's documents, cold", "cold", "openapi-typescript", "openapi-typescript", 0.8),
    ratio("… nothing changed", "unchanged", "an empty process", "empty node", 2),
    {
      of: "watch: from saved to written",
      to: "",
      reached: times.median("watch"),
      most: 100,
      format: duration,
    },
    ratio("1,430 models in one document", LARGE[0], "143 models", "143 models", 10.5),
    ratio("1,430 models in 100 documents", LARGE[1], "143 models", "143 models", 10.5),
    ratio(
      "one document of 100 changed",
      "one of 100 changed",
      "one alone",
      "one document alone",
      1.5,
    ),
    peak("1,430 models in one document, most memory", LARGE[0]),
    peak("1,430 models in 100 documents, most memory", LARGE[1]),
    ratio("1,430 models in 100 documents", LARGE[1], "quicktype", "1,430 models: quicktype", 1),
  ];
  const rows = targets
    .filter(({ reached }) => reached !== undefined)
    .map(({ of, to, reached = Number.NaN, most, format }) => {
      return [of, format(reached), to, `≤ ${format(most)}`, reached <= most ? "yes" : "**no**"];
    });
  return table([["`md2sdk generate`", "reached", "to", "target", "met"], ...rows], "lrlrl");
}

/** Whole processes on the models of the user's documents. */
export function processTable(measurements: Measurements): string {
  const own = [
    ["an empty process", "empty node", ""],
    ["`md2sdk generate`, cold", "cold", "types, codecs and the package around them, formatted"],
    ["… nothing changed", "unchanged", ""],
  ] as const;
  const peers = peerNames.map((name) => [name, name, peerNote(name)] as const);
  return contenderTable([...own, ...peers], "openapi-typescript", measurements);
}

/** Whole processes on varied models. */
export function variedTable(measurements: Measurements): string {
  const own = ["one document alone", "143 models", ...LARGE, "one of 100 changed"].map(
    (name) => [name, name, ""] as const,
  );
  const peers = peerNames.map(
    (name) => [`1,430 models: ${name}`, `1,430 models: ${name}`, peerNote(name)] as const,
  );
  return contenderTable([...own, ...peers], "1,430 models: quicktype", measurements);
}

function contenderTable(
  contenders: readonly (readonly [title: string, name: string, note: string])[],
  base: string,
  { times, peaks }: Measurements,
): string {
  const rows = contenders.map(([title, name, note]) => [
    title,
    optional(times.median(name), duration),
    optional(times.minimum(name), duration),
    factor(times.ratio(name, base)),
    optional(peaks.median(name), megabytes),
    note,
  ]);
  const head = ["process", "median", "least", `to ${base}`, "most memory", "note"];
  return table([head, ...rows], "lrrrrl");
}

/** The stages of the tool in process. */
export function stageTable({ userDocuments, varied }: StageSamples): string {
  const rows = STAGES.map((stage) => [
    stage,
    ...[userDocuments, varied].flatMap((samples) => [
      optional(samples.median(stage), duration),
      optional(samples.minimum(stage), duration),
    ]),
  ]);
  return table(
    [["stage", "median", "least", "143 varied models: median", "least"], ...rows],
    "lrrrr",
  );
}

function optional(value: number | undefined, format: (value: number) => string): string {
  return value === undefined ? "–" : format(value);
}

function duration(milliseconds: number): string {
  if (milliseconds < 10) return `${milliseconds.toFixed(1)} ms`;
  return milliseconds < 1000
    ? `${milliseconds.toFixed(0)} ms`
    : `${(milliseconds / 1000).toFixed(2)} s`;
}

function megabytes(value: number): string {
  return `${value.toFixed(0)} MB`;
}
