import { Project, type CodeBlockWriter, type StatementStructures } from "ts-morph";
import type { Section } from "../files.js";
import { codeLines, type Unformatted } from "./lines.js";

/** Stands between the sections that are printed at once: at the start of a line, where no text of a spec is. */
const SEPARATOR = "//# section";

const project = new Project({ useInMemoryFileSystem: true });

/**
 * Prints sections of TypeScript. Most lines have a form whose format is known; prettier formats the others.
 *
 * @returns the text of each section
 */
export async function printSections(sections: readonly Section[]): Promise<string[]> {
  const printed = structuresText(sections.flatMap((section) => [...section, SEPARATOR]));
  const texts = printed.split(new RegExp(`^${SEPARATOR}$`, "m")).slice(0, -1);
  const lines = texts.map(codeLines);
  const codes = lines.flat().filter((line) => typeof line !== "string");
  const formatted = await formattedTexts(codes);
  return lines.map((own) => {
    const all = own.map((line) => (typeof line === "string" ? line : formatted.get(line)));
    return `${all.join("\n")}\n`;
  });
}

/** Formats code with prettier, which is large, and not loaded if the format of all code is known. */
async function formattedTexts(
  codes: readonly Unformatted[],
): Promise<ReadonlyMap<Unformatted, string>> {
  if (codes.length === 0) return new Map();
  const { formatCodes } = await import("./formatter.js");
  const texts = await formatCodes(codes);
  return new Map(codes.map((code, index) => [code, texts[index] ?? ""]));
}

/**
 * Prints statements, by the library's own way to print them: it would parse what it has written, which
 * takes longer than to write it, and nobody asks for the tree. So the last statement takes the text,
 * and ends the work.
 */
function structuresText(statements: readonly (StatementStructures | string)[]): string {
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
