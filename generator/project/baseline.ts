import * as v from "valibot";
import { byUnits, groupBy } from "../source/collections.js";
import { collectDiagnostics, hasErrors, type Diagnostic } from "../source/diagnostic.js";
import type { Source, SourceRange } from "../source/source.js";

/** The number of messages by their file, their rule and their sentence: nothing that a moved line changes. */
type Messages = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>
>;

/** Messages that were there before, and are not to be told again. */
export interface Baseline {
  readonly source: Source;
  readonly messages: Messages;
}

/** Returns the path of a file as the baseline names it: relative to its own folder. */
export type BaselinePath = (path: string) => string;

const count = v.pipe(v.number(), v.integer(), v.minValue(1));

const schema = v.strictObject({
  version: v.literal(1),
  messages: v.record(v.string(), v.record(v.string(), v.record(v.string(), count))),
});

/** Reads a baseline, or returns undefined if the text is of another form. */
export function baselineIn(source: Source): Baseline | undefined {
  try {
    const { messages } = v.parse(schema, JSON.parse(source.text));
    return { source, messages };
  } catch {
    return undefined;
  }
}

/** Returns the text of a baseline with all warnings and notices; errors are never in one. */
export function baselineText(diagnostics: readonly Diagnostic[], pathOf: BaselinePath): string {
  const recorded = diagnostics.filter(({ severity }) => severity !== "error");
  const messages = grouped(
    recorded,
    ({ range }) => pathOf(range.source.path),
    (ofFile) =>
      grouped(
        ofFile,
        ({ rule }) => rule,
        (ofRule) =>
          grouped(
            ofRule,
            ({ sentence }) => sentence,
            ({ length }) => length,
          ),
      ),
  );
  return `${JSON.stringify({ version: 1, messages }, undefined, 2)}\n`;
}

/** Groups diagnostics by a key, in the order of the keys. */
function grouped<Value>(
  diagnostics: readonly Diagnostic[],
  keyOf: (diagnostic: Diagnostic) => string,
  valueOf: (group: readonly Diagnostic[]) => Value,
): Record<string, Value> {
  const groups = [...groupBy(diagnostics, keyOf)].toSorted(([one], [other]) => byUnits(one, other));
  return Object.fromEntries(groups.map(([key, group]) => [key, valueOf(group)]));
}

/**
 * Removes the diagnostics that a baseline has, as many of each as it has. Messages of the baseline that no
 * longer occur are reported, unless there are errors, on account of which others may be missing.
 */
export function withoutKnown(
  diagnostics: readonly Diagnostic[],
  baseline: Baseline,
  pathOf: BaselinePath,
): { readonly remaining: readonly Diagnostic[]; readonly stale: readonly Diagnostic[] } {
  const entries = entriesOf(baseline);
  const left = new Map(entries.map((entry) => [entry.key, entry.count]));
  const remaining = diagnostics.filter(({ rule, severity, sentence, range }) => {
    const key = keyOf(pathOf(range.source.path), rule, sentence);
    const more = left.get(key) ?? 0;
    if (severity === "error" || more === 0) return true;
    left.set(key, more - 1);
    return false;
  });
  const { report, diagnostics: stale } = collectDiagnostics();
  for (const { file, rule, key, range, count: recorded } of entries) {
    const missing = left.get(key) ?? 0;
    if (missing === 0 || hasErrors(diagnostics)) continue;
    report(
      "stale-baseline",
      range,
      { rule, file, recorded, occurring: recorded - missing },
      { hint: UPDATE },
    );
  }
  return { remaining, stale };
}

const UPDATE = "`md2sdk lint --update-baseline` brings it up to date";

/** A message of a baseline. */
interface Entry {
  readonly file: string;
  readonly rule: string;
  readonly key: string;
  readonly count: number;
  /** The sentence in the file. */
  readonly range: SourceRange;
}

function entriesOf({ source, messages }: Baseline): Entry[] {
  let end = 0;
  return Object.entries(messages).flatMap(([file, byRule]) =>
    Object.entries(byRule).flatMap(([rule, bySentence]) =>
      Object.entries(bySentence).map(([sentence, recorded]): Entry => {
        const text = JSON.stringify(sentence);
        const start = source.text.indexOf(text, end);
        const range = { source, start: Math.max(start, 0), end: start + text.length };
        if (start !== -1) end = range.end;
        return { file, rule, key: keyOf(file, rule, sentence), count: recorded, range };
      }),
    ),
  );
}

function keyOf(file: string, rule: string, sentence: string): string {
  return JSON.stringify([file, rule, sentence]);
}
