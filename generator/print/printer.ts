import { digestOf } from "../digest.js";
import type { Section } from "../ir/files.js";
import { filledForm, formOf } from "./form.js";
import { printTogether } from "./format.js";
import { shapeOf, type Shape } from "./shape.js";

export { printJson } from "./format.js";

/** How much is printed at once, in characters of JSON: less takes more time, more takes more memory. */
const BATCH_LENGTH = 100_000;

/** A section to print, and the length of its JSON. */
export interface SectionPart {
  readonly section: Section;
  readonly length: number;
}

/** Sections of one shape. */
interface Group {
  readonly shape: Shape;
  readonly members: { readonly part: SectionPart; readonly words: readonly string[] }[];
}

/**
 * Prints and formats sections. To print a section takes a hundred times as long as to fill in its
 * words: where many are of one shape, that is printed once.
 *
 * @param onPrint is told how many are printed, of how many
 * @returns the text of each section
 */
export async function printSections(
  parts: readonly SectionPart[],
  onPrint?: (done: number, total: number) => void,
): Promise<string[]> {
  const texts = new Map<SectionPart, string>();
  const print = async (wanted: readonly SectionPart[]): Promise<string[]> => {
    const printed: string[] = [];
    for (const batch of batchesOf(wanted)) {
      onPrint?.(texts.size + printed.length, parts.length);
      printed.push(...(await printTogether(batch.map(({ section }) => section))));
    }
    return printed;
  };
  const shared = sharedShapes(parts);
  const shapes = shared.map(({ shape }) => ({ section: shape.section, length: shape.key.length }));
  for (const [index, text] of (await print(shapes)).entries()) {
    const { shape, members } = shared[index] ?? {};
    const form = shape && formOf(text, shape.blanks);
    if (form === undefined) continue;
    for (const { part, words } of members ?? []) texts.set(part, filledForm(form, words));
  }
  const others = parts.filter((part) => !texts.has(part));
  for (const [index, text] of (await print(others)).entries()) {
    const part = others[index];
    if (part !== undefined) texts.set(part, text);
  }
  return parts.map((part) => texts.get(part) ?? "");
}

/** The shapes that more than one section has. */
function sharedShapes(parts: readonly SectionPart[]): Group[] {
  const groups = new Map<string, Group>();
  for (const part of parts) {
    const shape = shapeOf(part.section);
    if (shape === undefined) continue;
    const words = [...shape.blanks.values()].map(({ word }) => word);
    const key = digestOf(shape.key);
    const group = groups.get(key) ?? { shape, members: [] };
    group.members.push({ part, words });
    groups.set(key, group);
  }
  return [...groups.values()].filter(({ members }) => members.length > 1);
}

function batchesOf(parts: readonly SectionPart[]): SectionPart[][] {
  const batches: SectionPart[][] = [];
  let length = BATCH_LENGTH;
  for (const part of parts) {
    if (length + part.length > BATCH_LENGTH) {
      batches.push([]);
      length = 0;
    }
    batches.at(-1)?.push(part);
    length += part.length;
  }
  return batches;
}
