import { ts } from "ts-morph";
import {
  publicDeclarations,
  publicNames,
} from "../../templates/typescript/scripts/declarations.js";

/**
 * Builds the declarations of an emitted package as its own build does, but in this process and
 * without a check of types: `isolatedDeclarations` makes a file's declarations of that file alone.
 *
 * @param files the files of the package, with its `tsconfig.json`, by path
 * @returns the files below `dist/` that TypeScript reads, by path
 * @throws where a declaration cannot be made
 */
export function buildDeclarations(files: ReadonlyMap<string, string>): Map<string, string> {
  const { compilerOptions } = JSON.parse(files.get("tsconfig.json") ?? "{}") as {
    readonly compilerOptions?: object;
  };
  const { options } = ts.convertCompilerOptionsFromJson(compilerOptions, "");
  const declared = new Map<string, string>();
  for (const [path, text] of files) {
    const [, name] = /^src\/(.*)\.ts$/.exec(path) ?? [];
    if (name !== undefined) declared.set(`${name}.d.ts`, declarationsOf(path, text, options));
  }
  const names = publicNames(declared.get("index.d.ts") ?? "");
  return new Map(
    Array.from(declared, ([path, text]) => [
      `dist/${path}`,
      publicDeclarations(text, names.get(path)),
    ]),
  );
}

const known = new Map<string, string>();

/** Makes the declarations of a file: packages have most of their files in common, and each is read once. */
function declarationsOf(
  fileName: string,
  text: string,
  compilerOptions: ts.CompilerOptions,
): string {
  const key = JSON.stringify([fileName, text, compilerOptions]);
  const declarations = known.get(key) ?? makeDeclarations(fileName, text, compilerOptions);
  known.set(key, declarations);
  return declarations;
}

function makeDeclarations(fileName: string, text: string, compilerOptions: ts.CompilerOptions) {
  const { outputText, diagnostics = [] } = ts.transpileDeclaration(text, {
    fileName,
    compilerOptions,
    reportDiagnostics: true,
  });
  const [first] = diagnostics;
  if (first === undefined) return outputText;
  throw new Error(`${fileName}: ${ts.flattenDiagnosticMessageText(first.messageText, "\n")}`);
}
