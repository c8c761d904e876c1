import { format } from "prettier";
import { Project } from "ts-morph";
import type { Section } from "../../generator/outputs/typescript/files.js";
import { STYLE } from "../../generator/outputs/typescript/print/style.js";

const project = new Project({ useInMemoryFileSystem: true });

/** A line between the sections, at which no text of a specification begins. */
const SEPARATOR = "//# section";

/** The texts of sections as ts-morph prints them and prettier formats them. */
export async function referenceTexts(sections: readonly Section[]): Promise<string[]> {
  const statements = sections.flatMap((section) => [...section, SEPARATOR]);
  const source = project.createSourceFile("sections.ts", { statements }, { overwrite: true });
  const text = await format(source.getFullText(), { ...STYLE, parser: "babel-ts" });
  const texts = text.split(new RegExp(`^${SEPARATOR}$`, "m")).slice(0, -1);
  return texts.map((section) => `${section.trim()}\n`);
}
