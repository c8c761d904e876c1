import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { STRICTNESS } from "./compiler.js";
import { buildPackage } from "./package.js";

const BUNDLER = { module: "esnext", moduleResolution: "bundler" };
const NODE16 = { module: "node16" };
const NODENEXT = { module: "nodenext" };

/** Settings of projects that use the package: everything may be strict or nothing. */
export const CONSUMERS = [
  ["everything strict", { ...STRICTNESS, ...NODENEXT, lib: ["es2022", "dom"], types: [] }],
  ["nothing strict, no web", { ...BUNDLER, strict: false, lib: ["es2020"], types: [] }],
  ["a worker", { ...NODE16, strict: true, lib: ["es2020", "webworker"], types: [] }],
  ["Node's types", { ...NODENEXT, strict: true, lib: ["es2022"], types: ["node"] }],
] as const;

/**
 * Settings of projects that compile the sources of the package among their own: `strict` they need,
 * and `noPropertyAccessFromIndexSignature` they do not keep.
 */
export const COMPILERS_OF_SOURCES = [
  ["everything strict", { ...STRICTNESS, ...NODENEXT, lib: ["es2022", "dom"], types: [] }],
  ["strict, a worker", { ...BUNDLER, strict: true, lib: ["es2022", "webworker"], types: [] }],
  ["strict, Node's types", { ...NODE16, strict: true, lib: ["es2022"], types: ["node"] }],
] as const;

export const SHARED = { target: "es2022", declaration: true, skipLibCheck: false, noEmit: true };

/** All settings for the oldest version and the newest one that has an API, the extremes for others. */
export const MATRIX = [
  ["5.0", CONSUMERS, COMPILERS_OF_SOURCES],
  ["5.4", CONSUMERS.slice(0, 2), COMPILERS_OF_SOURCES.slice(0, 1)],
  ["5.9", CONSUMERS.slice(0, 2), COMPILERS_OF_SOURCES.slice(0, 1)],
  ["6.0", CONSUMERS, COMPILERS_OF_SOURCES],
] as const;

/**
 * Makes a project that has a package installed, with its sources beside it; returns its folder.
 *
 * @param users the sources of the project by their paths
 */
export function projectWith(
  files: ReadonlyMap<string, string>,
  users: Readonly<Record<string, string>>,
): string {
  const folder = mkdtempSync(join(tmpdir(), "md2sdk-compilers-"));
  install(files, { name: "workwx-sdk", folder, sources: "src" });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  for (const [path, text] of Object.entries(users)) writeFileSync(join(folder, path), text);
  return folder;
}

/** Builds a package, and installs it in a project, with its sources in a folder beside it. */
export function install(
  files: ReadonlyMap<string, string>,
  { name, folder, sources }: Readonly<Record<"name" | "folder" | "sources", string>>,
): void {
  const built = buildPackage(files);
  const installed = join(folder, "node_modules", name);
  cpSync(join(built, "dist"), join(installed, "dist"), { recursive: true });
  cpSync(join(built, "package.json"), join(installed, "package.json"));
  cpSync(join(built, "src"), join(folder, sources), { recursive: true });
  rmSync(built, { recursive: true });
}
