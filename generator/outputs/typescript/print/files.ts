import type { EmitContext, Files, Memo } from "../../output.js";
import type { EmittedFile, Section } from "../files.js";
import { STYLE } from "./style.js";

/** A declaration, by the text of all that its printed text depends on. */
interface Part {
  readonly key: string;
  readonly section: Section;
}

/**
 * Prints the files of a package. Each declaration is a text of its own, and one that the memo knows is not
 * printed again.
 */
export async function printFiles(
  files: readonly EmittedFile[],
  { memo }: Pick<EmitContext, "memo"> = { memo: new Map() },
): Promise<Files> {
  const parts = new Map(files.map((file) => [file, partsOf(file)]));
  const all = new Map([...parts.values()].flat().map((part) => [part.key, part]));
  const missing = [...all.values()].filter(({ key }) => memo.get(key) === undefined);
  if (missing.length > 0) await printParts(missing, memo);
  return new Map(
    files.map((file) => {
      const texts = (parts.get(file) ?? []).map(({ key }) => memo.get(key) ?? "");
      return [file.path, fileText(file, texts)];
    }),
  );
}

function partsOf(file: EmittedFile): Part[] {
  if (file.kind !== "typescript") return [];
  return file.sections.map((section) => ({ key: JSON.stringify([STYLE, section]), section }));
}

function fileText(file: EmittedFile, texts: readonly string[]): string {
  switch (file.kind) {
    case "text":
      return file.text;
    case "json":
      return `${JSON.stringify(file.value, undefined, 2)}\n`;
    case "typescript":
      return texts.join(file.isDense === true ? "" : "\n");
  }
}

async function printParts(parts: readonly Part[], memo: Memo): Promise<void> {
  // The printer is large, and a run that finds everything printed does not need it.
  const { printSections } = await import("./printer.js");
  const texts = await printSections(parts.map(({ section }) => section));
  for (const [index, { key }] of parts.entries()) memo.set(key, texts[index] ?? "");
}
