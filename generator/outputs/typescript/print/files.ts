import type { EmitContext, Files, Memo } from "../../output.js";
import type { EmittedFile, Section } from "../files.js";
import { STYLE } from "./style.js";

/** A section or a JSON value, which is printed as a whole. */
interface Part {
  /** The text of all that the printed text depends on. */
  readonly key: string;
  readonly source: Section | { readonly json: unknown };
}

/**
 * Prints and formats the files of a package. Each declaration is a text of its own, and one that the
 * memo knows is not printed again.
 */
export async function printFiles(
  files: readonly EmittedFile[],
  { memo, onProgress }: Pick<EmitContext, "memo" | "onProgress"> = { memo: new Map() },
): Promise<Files> {
  const parts = new Map(files.map((file) => [file, printedParts(file)]));
  const all = new Map([...parts.values()].flat().map((part) => [part.key, part]));
  const missing = [...all.values()].filter(({ key }) => memo.get(key) === undefined);
  if (missing.length > 0) await printParts(missing, memo, onProgress);
  const texts = files.map((file): [string, string] => {
    if (file.kind === "text") return [file.path, file.text];
    const separator = file.kind === "typescript" && file.isDense === true ? "" : "\n";
    const own = parts.get(file) ?? [];
    return [file.path, own.map(({ key }) => memo.get(key) ?? "").join(separator)];
  });
  return new Map(texts);
}

function printedParts(file: EmittedFile): Part[] {
  switch (file.kind) {
    case "text":
      return [];
    case "json":
      return [printedPart({ json: file.value })];
    case "typescript":
      return file.sections.map(printedPart);
  }
}

function printedPart(source: Part["source"]): Part {
  return { key: JSON.stringify([STYLE, source]), source };
}

async function printParts(
  parts: readonly Part[],
  memo: Memo,
  onProgress: EmitContext["onProgress"],
): Promise<void> {
  // The printer is large, and a run that finds everything printed does not need it.
  const { printJson, printSections } = await import("./printer.js");
  const sections: { readonly key: string; readonly section: Section }[] = [];
  for (const { key, source } of parts) {
    if ("json" in source) memo.set(key, await printJson(source.json));
    else sections.push({ key, section: source });
  }
  const texts = await printSections(
    sections.map(({ section }) => section),
    onProgress,
  );
  for (const [index, { key }] of sections.entries()) memo.set(key, texts[index] ?? "");
}
