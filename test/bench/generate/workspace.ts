import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { SpecFile } from "../../../generator/source/spec-file.js";
import { runNode, type ProcessRun } from "./process.js";

/** The tool as it is built. Paths start at the root of the repository. */
export const TOOL = resolve("dist/md2sdk.cjs");

/** The code of the tool as earlier runs have left it, which is no matter of documents. */
const CODE_CACHE = mkdtempSync(join(tmpdir(), "md2sdk-bench-code-"));

/** A new folder of a user: documents, and the configuration of this repository. */
export class Workspace {
  readonly path: string = mkdtempSync(join(tmpdir(), "md2sdk-bench-"));

  constructor(documents: readonly SpecFile[]) {
    // Caches are kept in the folder of the packages, so that there has to be one.
    for (const folder of ["spec", "node_modules"]) mkdirSync(join(this.path, folder));
    copyFileSync("md2sdk.config.js", join(this.path, "md2sdk.config.js"));
    this.write({ path: "package.json", value: '{ "private": true, "type": "module" }\n' });
    for (const document of documents) this.write(document);
  }

  write({ path, value }: SpecFile): void {
    writeFileSync(join(this.path, path), value);
  }

  read(path: string): string {
    return readFileSync(join(this.path, path), "utf8");
  }

  /** Runs the tool in a process of its own, with what is kept of the run before. */
  generate(): Promise<ProcessRun | undefined> {
    return runNode([TOOL, "generate"], this.path);
  }

  /** Runs the tool in a process of its own, as if it had never seen the documents. */
  generateCold(): Promise<ProcessRun | undefined> {
    return runNode([TOOL, "generate", "--no-cache"], this.path, { CACHE_DIR: CODE_CACHE });
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}

/** The first run on some documents: there is no output, and nothing kept of an earlier run. */
export async function generateCold(
  documents: readonly SpecFile[],
): Promise<ProcessRun | undefined> {
  const workspace = new Workspace(documents);
  try {
    return await workspace.generateCold();
  } finally {
    workspace.remove();
  }
}

/** The document with a longer text in the last cell of its first field, where the mark stands. */
export function edited({ path, value }: SpecFile, mark: string): SpecFile {
  return { path, value: value.replace(/^(?:`\w*`\|).+$/m, `$& ${mark}`) };
}
