import { digestOf } from "../digest.js";
import type { Section } from "../ir/files.js";
import { filledForm, formOf } from "./form.js";
import { printTogether } from "./format.js";
import { shapeOf, type Shape } from "./shape.js";

export { printJson } from "./format.js";

/** How much is printed at once, in characters of JSON: less takes more time, more takes more memory. */
const BATCH_LENGTH = 100_000;

/** Prints sections, and returns their texts in the same order. */
type Print = (sections: readonly Section[]) => Promise<string[]>;

/** Sections of one shape, and the words of each. */
interface Group {
  readonly shape: Shape;
  readonly members: { readonly section: Section; readonly words: readonly string[] }[];
}

/**
 * Prints and formats sections. To print a section takes a hundred times as long as to fill in its
 * words: where several are of one shape, that is printed once.
 *
 * @param onPrint is told how many are printed, of how many
 * @returns the text of each section
 */
export async function printSections(
  sections: readonly Section[],
  onPrint?: (done: number, total: number) => void,
): Promise<string[]> {
  let done = 0;
  const print: Print = async (wanted) => {
    const texts: string[] = [];
    for (const batch of batchesOf(wanted)) {
      onPrint?.(done + texts.length, sections.length);
      texts.push(...(await printTogether(batch)));
    }
    return texts;
  };
  const texts = await printShapes(sharedShapes(sections), print);
  done = texts.size;
  const others = sections.filter((section) => !texts.has(section));
  for (const [index, text] of (await print(others)).entries()) {
    const section = others[index];
    if (section !== undefined) texts.set(section, text);
  }
  return sections.map((section) => texts.get(section) ?? "");
}

/** The shapes that more than one section has. */
function sharedShapes(sections: readonly Section[]): Group[] {
  const groups = new Map<string, Group>();
  for (const section of sections) {
    const shape = shapeOf(section);
    if (shape === undefined) continue;
    const words = shape.blanks.map(({ word }) => word);
    const key = digestOf(JSON.stringify(shape.section));
    const group = groups.get(key) ?? { shape, members: [] };
    group.members.push({ section, words });
    groups.set(key, group);
  }
  return [...groups.values()].filter(({ members }) => members.length > 1);
}

/** The texts of sections that share their shapes, unless a blank got lost. */
async function printShapes(groups: readonly Group[], print: Print): Promise<Map<Section, string>> {
  const texts = await print(groups.map(({ shape }) => shape.section));
  const filled = groups.flatMap(({ shape, members }, index) => {
    const form = formOf(texts[index] ?? "", shape.blanks);
    if (form === undefined) return [];
    return members.map(({ section, words }) => [section, filledForm(form, words)] as const);
  });
  return new Map(filled);
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
