import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import type { CheckOptions } from "../../generator/project/check.js";
import { generate } from "../../generator/project/generate.js";
import type { SpecFile } from "../../generator/source/spec-file.js";
import { printed } from "./printed.js";
import { root } from "./project.js";
import { templates } from "./templates.js";

/** Generates a package of documents without errors; returns its files by path. */
export async function packageOf(
  documents: readonly SpecFile[],
  settings: CheckOptions = {},
): Promise<ReadonlyMap<string, string>> {
  const { diagnostics, files } = await generate(documents, {
    ...settings,
    templates,
    memo: printed,
  });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return files;
}

/** Writes a package to a new folder, and builds it as its users do; returns the folder. */
export function buildPackage(files: ReadonlyMap<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "md2sdk-package-"));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  execFileSync(process.execPath, ["scripts/build.js"], { cwd: folder, stdio: "pipe" });
  return folder;
}
