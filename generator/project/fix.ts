import { alignedEdits } from "../parse/alignment.js";
import { groupBy } from "../source/collections.js";
import type { Diagnostic } from "../source/diagnostic.js";
import { applyToFile } from "../source/edits.js";

/** The texts of documents by their paths, as the files have them. */
export type Texts = ReadonlyMap<string, string>;

/** Returns the diagnostics of documents with other texts. */
export type CheckTexts = (texts: Texts) => readonly Diagnostic[];

/** Limits the rounds: an edit may make another one possible. */
const MOST_ROUNDS = 10;

/** Limits the checks of a document that look for the edits that cannot stay. */
const MOST_CHECKS = 200;

/** Corrected documents. */
export interface FixedTexts {
  /** Texts without an edit are the same. */
  readonly texts: Texts;
  /** The diagnostics whose edits were applied. */
  readonly fixed: readonly Diagnostic[];
}

/** Limits the steps to an edit's end: mended tables have rows, and mended rows have cells. */
const MOST_STEPS = 3;

/** The texts so far, and their diagnostics. */
interface State extends FixedTexts {
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Applies the edits of diagnostics until no more can be applied. Edits stay only if their messages are gone
 * and no error has been added.
 */
export function fixTexts(texts: Texts, check: CheckTexts): FixedTexts {
  const checks = new Map<string, number>();
  let state: State = { texts, diagnostics: check(texts), fixed: [] };
  /** Applies the edits of diagnostics, of half of them if these cannot stay, and so on. */
  const apply = (chosen: readonly Diagnostic[], from: State): State => {
    const path = pathOf(chosen);
    const count = checks.get(path) ?? 0;
    if (count === MOST_CHECKS) return from;
    checks.set(path, count + 1);
    const result = settled(chosen, from, check);
    if (result !== undefined) return result;
    if (chosen.length === 1) return from;
    const half = Math.ceil(chosen.length / 2);
    const first = apply(chosen.slice(0, half), from);
    const rest = first === from ? chosen.slice(half) : sameIn(first, chosen.slice(half));
    return rest.length === 0 ? first : apply(rest, first);
  };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    // The edits of other documents have no influence on places.
    const next = fixable(state).reduce((before, chosen) => apply(chosen, before), state);
    if (next === state) break;
    state = next;
  }
  return state;
}

/**
 * Applies the edits of diagnostics, and those of the messages that appear on account of them: a table that is read
 * again may have rows to mend.
 *
 * @returns nothing if a message cannot go, or an error remains that was not there
 */
function settled(chosen: readonly Diagnostic[], from: State, check: CheckTexts): State | undefined {
  let state = from;
  let next = chosen;
  for (let depth = 0; depth < MOST_STEPS; depth++) {
    const texts = edited(state.texts, next);
    state = { texts, diagnostics: check(texts), fixed: [...state.fixed, ...next] };
    next = addedOf(chosen, from.diagnostics, state.diagnostics);
    if (next.length === 0) return state;
    const isOwn = next.every(({ edits, range }) => edits && range.source.path === pathOf(chosen));
    if (!isOwn) return undefined;
  }
  return undefined;
}

/** Returns diagnostics with their suggestions as edits, where they have no others. */
export function withSuggestions(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.map((diagnostic) => {
    const { edits = diagnostic.suggestion } = diagnostic;
    return edits === undefined ? diagnostic : { ...diagnostic, edits };
  });
}

/** Returns the diagnostics with edits, those of each document together; documents with conflicts have no reliable places. */
function fixable({ texts, diagnostics }: State): readonly (readonly Diagnostic[])[] {
  const conflicting = new Set(
    diagnostics
      .filter(({ rule }) => rule === "merge-conflict")
      .map(({ range }) => range.source.path),
  );
  const found = diagnostics.filter(
    ({ edits, range: { source } }) =>
      edits !== undefined && texts.has(source.path) && !conflicting.has(source.path),
  );
  return [...groupBy(found, ({ range }) => range.source.path).values()];
}

/** Returns the same diagnostics at their places in other texts, of those that remain the last ones. */
function sameIn({ diagnostics }: State, chosen: readonly Diagnostic[]): readonly Diagnostic[] {
  const keys = new Set(chosen.map(keyOf));
  const found = diagnostics.filter((one) => one.edits !== undefined && keys.has(keyOf(one)));
  return found.slice(-chosen.length);
}

function edited(texts: Texts, diagnostics: readonly Diagnostic[]): Texts {
  const path = pathOf(diagnostics);
  const edits = diagnostics.flatMap((diagnostic) => diagnostic.edits ?? []);
  return new Map(texts).set(path, applyToFile(texts.get(path) ?? "", alignedEdits(edits)));
}

/** Returns the path of the document that all of the diagnostics are about. */
function pathOf([first]: readonly Diagnostic[]): string {
  return first?.range.source.path ?? "";
}

/** Returns the messages that should be gone, and the errors that were not there before. */
function addedOf(
  fixed: readonly Diagnostic[],
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
): Diagnostic[] {
  const counts = new Map<string, number>();
  for (const one of before) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  for (const one of fixed) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) - 1);
  const fixedKeys = new Set(fixed.map(keyOf));
  return after.filter((one) => {
    const key = keyOf(one);
    const count = (counts.get(key) ?? 0) - 1;
    counts.set(key, count);
    return count < 0 && (one.severity === "error" || fixedKeys.has(key));
  });
}

function keyOf({ rule, range, sentence }: Diagnostic): string {
  return JSON.stringify([rule, range.source.path, sentence]);
}
