/** The results as Markdown: for the terminal, and for the README. */
import { contenderNames } from "./contenders/index.js";
import { factor, table } from "./markdown.js";
import type { Samples } from "./samples.js";

/** What was measured once for the package. */
export interface PackageCosts {
  readonly startupMilliseconds: number;
  readonly decodeBytes: number;
  readonly codecBytes: number;
}

/** What the generated codecs are to reach, and what they reach. */
export function targetTable(samples: Samples, costs: PackageCosts): string {
  const ratio = (task: string, base: string, baseTask = task) =>
    factor(samples.ratio(`generated: ${task}`, `${base}: ${baseTask}`));
  const failing = (subject: string) => factor(samples.ratio(subject, "generated: never failed"));
  const rows = [
    ["decode a contact", ratio("decode contact", "by hand"), "by hand", "≤ 1.10"],
    ["decode 1,000 tag groups", ratio("decode tagGroups", "by hand"), "by hand", "≤ 1.10"],
    ["encode a contact", ratio("encode contact", "by hand"), "by hand", "≤ 1.10"],
    ["encode 1,000 tag groups", ratio("encode tagGroups", "by hand"), "by hand", "≤ 1.10"],
    ["parse a contact", ratio("parse contact", "JSON"), "`JSON.parse`", "≤ 1.10"],
    ["parse 1,000 tag groups", ratio("parse tagGroups", "JSON"), "`JSON.parse`", "≤ 1.10"],
    ["stringify a contact", ratio("stringify contact", "JSON"), "`JSON.stringify`", "≤ 1.15"],
    [
      "stringify 1,000 tag groups",
      ratio("stringify tagGroups", "JSON"),
      "`JSON.stringify`",
      "≤ 1.15",
    ],
    ["fail deep inside a contact", failing("generated: failing"), "decode a contact", "≤ 15"],
    ["… in a process that began with failures", failing("failed first: failing"), "", "≤ 15"],
    ["… for the first time in a process", failing("generated: first failure"), "", ""],
    [
      "decode a contact after failures",
      failing("generated: after failures"),
      "decode a contact",
      "",
    ],
    ["… in a process that began with failures", failing("failed first: after failures"), "", ""],
    [
      "import `workwx-sdk` and decode once",
      `+${costs.startupMilliseconds.toFixed(1)} ms`,
      "an empty module",
      "≤ 5 ms",
    ],
    ["`decodeExternalContact`, bundled", bytes(costs.decodeBytes), "", "≤ 1,000 bytes"],
    ["`ExternalContactCodec`, bundled", bytes(costs.codecBytes), "", "≤ 1,640 bytes"],
  ];
  return table([["generated codecs", "ratio", "to", "target"], ...rows], "lrll");
}

/** Everyone against the code by hand, and what was not the same work. */
export function contenderTable(samples: Samples, notes: ReadonlyMap<string, string>): string {
  const tasks = ["decode contact", "decode tagGroups", "encode contact", "encode tagGroups"];
  const rows = contenderNames
    .filter((name) => name !== "JSON")
    .map((name) => {
      const ratios = tasks.map((task) =>
        factor(samples.ratio(`${name}: ${task}`, `by hand: ${task}`)),
      );
      const failing = factor(samples.ratio(`${name}: failing`, `${name}: never failed`));
      return [name, ...ratios, failing, notes.get(name) ?? ""];
    });
  const absolute = tasks.map((task) => duration(samples.median(`by hand: ${task}`)));
  const head = [
    "ratio to by hand",
    "decode contact",
    "decode tag groups",
    "encode contact",
    "encode tag groups",
    "fail / decode",
    "note",
  ];
  return table([head, ...rows, ["by hand takes", ...absolute, "", ""]], "lrrrrrl");
}

/** Text in, text out: against `JSON` and nothing else. */
export function textTable(samples: Samples): string {
  const tasks = ["parse contact", "parse tagGroups", "stringify contact", "stringify tagGroups"];
  const rows = contenderNames
    .filter((name) => tasks.some((task) => samples.median(`${name}: ${task}`) !== undefined))
    .map((name) => {
      return [
        name,
        ...tasks.map((task) => factor(samples.ratio(`${name}: ${task}`, `JSON: ${task}`))),
      ];
    });
  const absolute = tasks.map((task) => duration(samples.median(`JSON: ${task}`)));
  const head = [
    "ratio to `JSON`",
    "parse contact",
    "parse tag groups",
    "stringify contact",
    "stringify tag groups",
  ];
  return table([head, ...rows, ["`JSON` takes", ...absolute]], "lrrrr");
}

function duration(microseconds: number | undefined): string {
  if (microseconds === undefined) return "–";
  return microseconds < 1000
    ? `${microseconds.toFixed(1)} µs`
    : `${(microseconds / 1000).toFixed(1)} ms`;
}

function bytes(count: number): string {
  return `${count.toLocaleString("en")} bytes`;
}
