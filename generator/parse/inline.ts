/** A code span in a text: from its first back-tick to its last. */
interface CodeSpan {
  readonly start: number;
  readonly end: number;
  /** How many back-ticks stand on each side. */
  readonly marker: number;
}

/**
 * The code spans of a text (CommonMark, Code spans): a run of back-ticks up to the next one of the
 * same length. A back-tick behind a back-slash opens none. The time is linear in the text, whatever
 * runs stand in it; micromark's is not.
 */
export function codeSpansOf(text: string): CodeSpan[] {
  const runs = runsOf(text);
  const spans: CodeSpan[] = [];
  const byLength = new Map<number, number[]>();
  for (const { start, end } of runs.toReversed()) {
    const starts = byLength.get(end - start) ?? [];
    starts.push(start);
    byLength.set(end - start, starts);
  }
  let position = 0;
  for (const { start, end } of runs) {
    if (start < position) continue;
    const opening = isEscaped(text, start) ? start + 1 : start;
    const marker = end - opening;
    const closing = nextFrom(byLength.get(marker) ?? [], end);
    if (marker === 0 || closing === undefined) continue;
    position = closing + marker;
    spans.push({ start: opening, end: position, marker });
  }
  return spans;
}

/** Replaces matches in a text outside of its code spans, and not behind a back-slash. */
export function replaceOutsideCode(text: string, pattern: RegExp, replacement: string): string {
  const parts: string[] = [];
  let position = 0;
  for (const { start, end } of [...codeSpansOf(text), { start: text.length, end: text.length }]) {
    const outside = text.slice(position, start);
    parts.push(
      outside.replaceAll(pattern, (match: string, index: number) => {
        return isEscaped(outside, index) ? match : replacement;
      }),
      text.slice(start, end),
    );
    position = end;
  }
  return parts.join("");
}

interface Run {
  readonly start: number;
  readonly end: number;
}

function runsOf(text: string): Run[] {
  return [...text.matchAll(/`+/g)].map(({ 0: run, index }) => ({
    start: index,
    end: index + run.length,
  }));
}

/** The first of the positions (last one first) at or behind another; what is before it goes. */
function nextFrom(positions: number[], position: number): number | undefined {
  while ((positions.at(-1) ?? position) < position) positions.pop();
  return positions.at(-1);
}

function isEscaped(text: string, index: number): boolean {
  let slashes = 0;
  while (text[index - 1 - slashes] === "\\") slashes++;
  return slashes % 2 === 1;
}
