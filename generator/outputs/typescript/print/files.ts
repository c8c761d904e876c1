import { digestOf } from "../../../read/digest.js";
import type { EmittedFile, Section } from "../../../model/files.js";
import { STYLE } from "./style.js";

/** Texts by the digest of what they were printed from. */
export type PrintedTexts = ReadonlyMap<string, string>;

/** Is told how much is printed, and how much there is to print. */
export type OnPrint = (done: number, total: number) => void;

export interface PrintResult {
  /** The texts of the files by path. */
  readonly files: Map<string, string>;
  /** What each of them is made of, by its path: the next run need not print that again. */
  readonly printed: ReadonlyMap<string, PrintedTexts>;
}

/** What is printed as one, and need not be printed again while its digest is the same. */
interface Part {
  readonly digest: string;
  readonly source: Section | { readonly json: unknown };
}

/**
 * Prints and formats the files of the output. Each declaration is a text of its own, and one that an
 * earlier run has printed is not printed again.
 */
export async function printFiles(
  files: readonly EmittedFile[],
  known: PrintedTexts = new Map(),
  onPrint?: OnPrint,
): Promise<PrintResult> {
  const parts = new Map(files.map((file) => [file, partsOf(file)]));
  const all = new Map([...parts.values()].flat().map((part) => [part.digest, part]));
  const missing = [...all.values()].filter(({ digest }) => !known.has(digest));
  const added =
    missing.length === 0 ? new Map<string, string>() : await printParts(missing, onPrint);
  const textOf = (digest: string) => known.get(digest) ?? added.get(digest) ?? "";
  const printed = files.map((file) => {
    const own = parts.get(file) ?? [];
    return [file.path, new Map(own.map(({ digest }) => [digest, textOf(digest)]))] as const;
  });
  const texts = files.map((file) => {
    const own = parts.get(file) ?? [];
    const separator = file.kind === "typescript" && file.isDense === true ? "" : "\n";
    const text = own.map(({ digest }) => textOf(digest)).join(separator);
    return [file.path, file.kind === "text" ? file.text : text] as const;
  });
  return { files: new Map(texts), printed: new Map(printed) };
}

function partsOf(file: EmittedFile): Part[] {
  switch (file.kind) {
    case "text":
      return [];
    case "json":
      return [partOf({ json: file.value })];
    case "typescript":
      return file.sections.map(partOf);
  }
}

function partOf(source: Part["source"]): Part {
  const json = JSON.stringify([STYLE, source]);
  return { digest: digestOf(json), source };
}

async function printParts(parts: readonly Part[], onPrint?: OnPrint): Promise<Map<string, string>> {
  // The printer is large, and a run that finds everything printed does not need it.
  const { printJson, printSections } = await import("./printer.js");
  const printed = new Map<string, string>();
  const sections: { digest: string; section: Section }[] = [];
  for (const { digest, source } of parts) {
    if ("json" in source) printed.set(digest, await printJson(source.json));
    else sections.push({ digest, section: source });
  }
  const texts = await printSections(
    sections.map(({ section }) => section),
    onPrint,
  );
  for (const [index, { digest }] of sections.entries()) printed.set(digest, texts[index] ?? "");
  return printed;
}
