import { format, type Options } from "prettier";
import { Project } from "ts-morph";
import type { EmittedFile } from "./ir/files.js";

/** The style of the output: prettier's defaults, a little wider. */
const STYLE: Options = { printWidth: 100 };

/** Prints and formats the files of the output: texts by path. */
export async function printFiles(files: readonly EmittedFile[]): Promise<Map<string, string>> {
  const project = new Project({ useInMemoryFileSystem: true });
  const texts = new Map<string, string>();
  for (const file of files) texts.set(file.path, await printFile(file, project));
  return texts;
}

async function printFile(file: EmittedFile, project: Project): Promise<string> {
  switch (file.kind) {
    case "text":
      return file.text;
    case "json":
      return format(JSON.stringify(file.value), { ...STYLE, parser: "json-stringify" });
    case "typescript": {
      const source = project.createSourceFile(file.path, file.structure, { overwrite: true });
      return format(source.getFullText(), { ...STYLE, parser: "babel-ts" });
    }
  }
}
