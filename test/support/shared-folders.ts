import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of the code that V8 has made of the built tool. */
    readonly codeFolder: string;
    /** The folder of the project that tests copy; the first test that needs it makes it. */
    readonly projectFolder: string;
  }
}

/** Makes a folder that the tests of one run share; returns a function that removes it. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "md2sdk-shared-"));
  project.provide("codeFolder", join(folder, "code"));
  project.provide("projectFolder", join(folder, "project"));
  return () => rmSync(folder, { recursive: true });
}
