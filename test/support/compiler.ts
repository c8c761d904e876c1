import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const tsc = join(createRequire(import.meta.url).resolve("typescript/package.json"), "../bin/tsc");

/** The settings of the emitted package, and all that TypeScript has to be stricter. */
const STRICTEST = {
  target: "es2022",
  lib: ["es2022", "dom", "dom.asynciterable"],
  types: [],
  module: "nodenext",
  noEmit: true,
  declaration: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  isolatedDeclarations: true,
};

/** Compiles the sources in a folder, without output, as strictly as TypeScript can, and more so. */
export function compileStrictly(folder: string, more: object = {}): string {
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions: { ...STRICTEST, ...more } }),
  );
  return compile(folder);
}

/** Compiles the project in a folder; returns what the compiler has to say. */
export function compile(project: string): string {
  return run(process.execPath, [tsc], project);
}

/** Runs a program; returns what it prints, whether it succeeds or not. */
export function run(command: string, argv: readonly string[], cwd: string): string {
  try {
    return execFileSync(command, argv, { cwd, encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    return `${stdout}${stderr}`;
  }
}
