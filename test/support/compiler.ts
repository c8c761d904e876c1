import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { globSync } from "tinyglobby";
import {
  publicDeclarations,
  publicNames,
} from "../../templates/typescript/scripts/declarations.js";

const tsc = join(createRequire(import.meta.url).resolve("typescript/package.json"), "../bin/tsc");

const packageConfig = fileURLToPath(
  new URL("../../templates/typescript/tsconfig.json", import.meta.url),
);

/** Settings by which TypeScript is stricter than by default. */
export const STRICTNESS = {
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
};

/** The settings of the emitted package, and all that TypeScript has to be stricter. */
const STRICTEST = {
  target: "es2022",
  lib: ["es2022", "dom", "dom.asynciterable"],
  types: [],
  module: "nodenext",
  noEmit: true,
  declaration: true,
  ...STRICTNESS,
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

/**
 * Builds the declarations of packages in `src/*`, which share one runtime, as the build of a package does,
 * and compiles those: what a consumer reads must be whole without the sources.
 */
export function compileDeclarations(folder: string): string {
  const { compilerOptions } = JSON.parse(readFileSync(packageConfig, "utf8")) as {
    readonly compilerOptions: object;
  };
  const build = { ...compilerOptions, emitDeclarationOnly: true };
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions: build, include: ["src"] }),
  );
  const built = compile(folder);
  if (built !== "") return built;
  const shared = ["dist/{runtime,client,callbacks}/**"];
  for (const index of globSync("dist/*/index.d.ts", {
    cwd: folder,
    absolute: true,
    ignore: shared,
  })) {
    const names = publicNames(readFileSync(index, "utf8"));
    for (const path of globSync("*.d.ts", { cwd: dirname(index), absolute: true })) {
      const declarations = readFileSync(path, "utf8");
      writeFileSync(path, publicDeclarations(declarations, names.get(basename(path))));
    }
  }
  const strict = { ...STRICTEST, skipLibCheck: false };
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions: strict, include: ["dist"] }),
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
