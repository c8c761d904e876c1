import { createHash } from "node:crypto";
import type { Options } from "prettier";
import type { Project } from "ts-morph";
import type { EmittedFile, Section } from "./ir/files.js";

/** The style of the output: prettier's defaults, a little wider. */
const STYLE: Options = { printWidth: 100 };

/** Texts by the digest of what they were printed from. */
export type PrintedTexts = ReadonlyMap<string, string>;

export interface PrintResult {
  /** The texts of the files by path. */
  readonly files: Map<string, string>;
  /** What the files are made of, for the next run. */
  readonly printed: PrintedTexts;
}

/**
 * Prints and formats the files of the output. Each declaration is a text of its own, and one that an
 * earlier run has printed is not printed again.
 */
export async function printFiles(
  files: readonly EmittedFile[],
  known: PrintedTexts = new Map(),
): Promise<PrintResult> {
  const printed = new Map<string, string>();
  const once = async (source: object, print: () => Promise<string>): Promise<string> => {
    const key = digestOf(source);
    const text = known.get(key) ?? printed.get(key) ?? (await print());
    printed.set(key, text);
    return text;
  };
  const texts = new Map<string, string>();
  for (const file of files) texts.set(file.path, await printFile(file, once));
  return { files: texts, printed };
}

type Once = (source: object, print: () => Promise<string>) => Promise<string>;

async function printFile(file: EmittedFile, once: Once): Promise<string> {
  switch (file.kind) {
    case "text":
      return file.text;
    case "json":
      return once({ json: file.value }, () =>
        formatted(JSON.stringify(file.value), "json-stringify"),
      );
    case "typescript": {
      const sections: string[] = [];
      for (const section of file.sections) {
        sections.push(await once(section, () => printSection(section)));
      }
      return sections.join("\n");
    }
  }
}

async function printSection(section: Section): Promise<string> {
  // The printer is large, and a run that finds everything printed does not need it.
  const { Project } = await import("ts-morph");
  project ??= new Project({ useInMemoryFileSystem: true });
  const structure = { statements: [...section] };
  const source = project.createSourceFile("section.ts", structure, { overwrite: true });
  return formatted(source.getFullText().trimStart(), "babel-ts");
}

/** One for all sections: it takes longer to make than a section to print. */
let project: Project | undefined;

async function formatted(text: string, parser: "babel-ts" | "json-stringify"): Promise<string> {
  const { format } = await import("prettier");
  return format(text, { ...STYLE, parser });
}

/** What a text is printed from, and by what. */
function digestOf(source: object): string {
  return createHash("sha256")
    .update(JSON.stringify([STYLE, source]))
    .digest("base64url");
}
