/**
 * The code that V8 has made of the built tool: the tests share it, and nothing else of their caches.
 */
import { copyFileSync, existsSync, mkdirSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { globSync } from "tinyglobby";
import { inject } from "vitest";

/** Copies the code of earlier tests to a cache. */
export function addCode(cache: string): void {
  copyCode(inject("codeFolder"), cache);
}

/** Keeps the code that a run has left in its cache for other tests. */
export function keepCode(cache: string): void {
  copyCode(cache, inject("codeFolder"));
}

function copyCode(from: string, to: string): void {
  for (const path of globSync("md2sdk/*/*.code", { cwd: from })) {
    const target = join(to, path);
    if (existsSync(target)) continue;
    mkdirSync(dirname(target), { recursive: true });
    // A test in another process finds the whole file or nothing.
    const draft = `${target}.${process.pid}`;
    copyFileSync(join(from, path), draft);
    renameSync(draft, target);
  }
}
