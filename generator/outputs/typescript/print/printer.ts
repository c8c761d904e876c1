import type { Section } from "../files.js";
import { printTogether } from "./format.js";

export { printJson } from "./format.js";

/** Most characters of JSON printed in one call: smaller batches take more time, larger ones more memory. */
const BATCH_LENGTH = 100_000;

/**
 * Prints and formats sections of TypeScript.
 *
 * @param onPrint receives the number of sections printed so far, and the number of all
 * @returns the text of each section
 */
export async function printSections(
  sections: readonly Section[],
  onPrint?: (done: number, total: number) => void,
): Promise<string[]> {
  const texts: string[] = [];
  for (const batch of batchesOf(sections)) {
    onPrint?.(texts.length, sections.length);
    texts.push(...(await printTogether(batch)));
  }
  return texts;
}

function batchesOf(sections: readonly Section[]): Section[][] {
  const batches: Section[][] = [];
  let length = BATCH_LENGTH;
  for (const section of sections) {
    const own = JSON.stringify(section).length;
    if (length + own > BATCH_LENGTH) {
      batches.push([]);
      length = 0;
    }
    batches.at(-1)?.push(section);
    length += own;
  }
  return batches;
}
