import type { Plugin } from "prettier";
import * as babelPlugin from "prettier/plugins/babel";
import * as estreePlugin from "prettier/plugins/estree";
import { format } from "prettier/standalone";
import { Project, type CodeBlockWriter, type StatementStructures } from "ts-morph";
import type { Section } from "../files.js";
import { SLICE, SLICES } from "../slices.js";
import { STYLE } from "./style.js";

/** Stands between the sections that are printed at once: at the start of a line, where no text of a spec is. */
const SEPARATOR = "//# section";

const project = new Project({ useInMemoryFileSystem: true });

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

/**
 * Prints and formats sections of TypeScript. All at once take less time than each by itself, and
 * come out the same.
 *
 * @returns the text of each section
 */
async function printTogether(sections: readonly Section[]): Promise<string[]> {
  const statements = sections.flatMap((section): (StatementStructures | string)[] => {
    return [...section, SEPARATOR];
  });
  const text = await formattedInSlices(printed(statements));
  const texts = text.split(new RegExp(`^${SEPARATOR}$`, "m")).slice(0, -1);
  return texts.map((section) => section.trim().concat("\n"));
}

/**
 * Prints statements, by the library's own way to print them: it would parse what it has written, which
 * takes longer than to write it, and nobody asks for the tree. So the last statement takes the text,
 * and ends the work.
 */
function printed(statements: readonly (StatementStructures | string)[]): string {
  let text: string | undefined;
  const take = (writer: CodeBlockWriter): never => {
    text = writer.toString();
    throw new Printed();
  };
  try {
    project.createSourceFile("sections.ts", { statements: [...statements, take] });
  } catch (error) {
    if (!(error instanceof Printed)) throw error;
  }
  return text ?? "";
}

/** All is printed. */
class Printed extends Error {}

/**
 * Formats TypeScript. A long list is formatted one slice at a time, each slice within the text around the
 * list: prettier's memory is then bounded by a slice, and the result is the same.
 */
async function formattedInSlices(text: string): Promise<string> {
  // The text around the lists and the lists themselves alternate.
  const parts = partsAt(SLICES, text).map((part) => partsAt(SLICE, part));
  const results = parts.map((): string[] => []);
  const count = Math.max(...parts.map(({ length }) => length));
  for (let index = 0; index < count; index++) {
    const own = parts.map((slices, part) => slices[part % 2 === 0 ? 0 : index] ?? "");
    const pieces = partsAt(SLICES, await formatted(own.join(`${SLICES}\n`), "babel-ts"));
    for (const [part, piece] of pieces.entries()) {
      if (index === 0 || part % 2 === 1) results[part]?.push(piece);
    }
  }
  return results.flat().join("");
}

function partsAt(mark: string, text: string): string[] {
  return text.split(new RegExp(`^ *${mark}\n`, "m"));
}

/** Prints and formats a value as JSON. */
export async function printJson(value: unknown): Promise<string> {
  return formatted(JSON.stringify(value), "json-stringify");
}

async function formatted(text: string, parser: "babel-ts" | "json-stringify"): Promise<string> {
  return format(text, { ...STYLE, parser, plugins });
}

const plugins: Plugin[] = [babelPlugin, estreePlugin as Plugin];
