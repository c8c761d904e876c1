import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";

const tsc = join(createRequire(import.meta.url).resolve("typescript/package.json"), "../bin/tsc");

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
