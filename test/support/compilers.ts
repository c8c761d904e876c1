import { createRequire } from "node:module";
import { join } from "node:path";
import type { ts } from "ts-morph";
import { root } from "./project.js";

/** A version of TypeScript that has an API, and the files of its library that it has parsed. */
export interface Compiler {
  readonly version: string;
  readonly ts: typeof ts;
  readonly library: Map<string, ts.SourceFile | undefined>;
}

/** A project to check. */
export interface Project {
  readonly folder: string;
  readonly roots: readonly string[];
  /** Compiler options as in `tsconfig.json`. */
  readonly options: Readonly<Record<string, unknown>>;
}

const require = createRequire(import.meta.url);

export function loadCompiler(version: string): Compiler {
  return { version, ts: require(`typescript-${version}`) as typeof ts, library: new Map() };
}

/**
 * Checks a project as `tsc` does, the declarations that it would write included; returns what is
 * wrong with files of the project and of packages in it.
 */
export function check({ ts, library }: Compiler, { folder, roots, options }: Project): string[] {
  const converted = ts.convertCompilerOptionsFromJson(
    { typeRoots: [join(root, "node_modules/@types")], ...options },
    folder,
  );
  const host = ts.createCompilerHost(converted.options);
  const parse = host.getSourceFile.bind(host);
  host.getCurrentDirectory = () => folder;
  host.getSourceFile = (path, ...rest) => {
    if (path.startsWith(folder)) return parse(path, ...rest);
    if (!library.has(path)) library.set(path, parse(path, ...rest));
    return library.get(path);
  };
  const rootNames = roots.map((path) => join(folder, path));
  const program = ts.createProgram({ rootNames, options: converted.options, host });
  const files = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(folder));
  const diagnostics = [
    ...converted.errors,
    ...program.getOptionsDiagnostics(),
    ...files.flatMap((file) => [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
      ...(file.isDeclarationFile ? [] : program.getDeclarationDiagnostics(file)),
    ]),
  ];
  const messages = diagnostics.map(({ file, code, messageText }) => {
    const path = file?.fileName.slice(folder.length + 1) ?? "options";
    return `${path}: TS${code} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
  return [...new Set(messages)];
}
