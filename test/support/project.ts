/** A project with documents of this repository, in which tests run the built tool as its users do. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from "vitest";
import { addCode } from "./code.js";
import { runAlone, runShared } from "./tool.js";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * A folder with the documents of this repository that have models only, and the output made of them:
 * the files of one run share it.
 */
let original: string;

/** What all runs share, as in one project: that a run is the first is no matter. */
export let cache: string;

/** A copy of that folder, for one test. */
export let project: string;

/** The way in which tests of the file run the tool. */
let runTool = runShared;

/**
 * Runs the tool in a process for each run in the tests of a file: those about the process itself, and about
 * modules, which a process loads once.
 */
export function useProcesses(): void {
  beforeAll(() => {
    runTool = runAlone;
  });
  afterAll(() => {
    runTool = runShared;
  });
}

/** Gives every test of a file a project of its own. */
export function useProject(): void {
  beforeAll(async () => {
    const shared = inject("projectFolder");
    if (!existsSync(shared)) await makeProject(shared);
    original = join(shared, "project");
    cache = await mkdtemp(join(tmpdir(), "md2sdk-cache-"));
    await cp(join(shared, "cache"), cache, { recursive: true });
    project = original;
  });

  beforeEach(async () => {
    project = await mkdtemp(join(tmpdir(), "md2sdk-"));
    await cp(original, project, { recursive: true });
  });

  afterEach(() => rm(project, { recursive: true }));

  afterAll(() => rm(cache, { recursive: true }));
}

/** Makes the folder that tests copy, and the cache of the run that has made its output. */
async function makeProject(shared: string): Promise<void> {
  const draft = await mkdtemp(join(tmpdir(), "md2sdk-"));
  const folder = join(draft, "project");
  for (const name of ["external_contact.md", "unassigned.md", "user.md"]) {
    await cp(join(root, "spec", name), join(folder, "spec", name));
  }
  // The configuration reads the program for the README.
  for (const path of ["md2sdk.config.js", "test/examples/customer-messages"]) {
    await cp(join(root, path), join(folder, path), { recursive: true });
  }
  await md2sdk.in(folder, { CACHE_DIR: join(draft, "cache") })("generate");
  // Another process may have been faster.
  await rename(draft, shared).catch(() => rm(draft, { recursive: true }));
}

/** Runs something with a new cache, and takes that away again. */
export async function withNewCache(run: () => Promise<void>): Promise<void> {
  const shared = cache;
  cache = await newCache();
  await run();
  await rm(cache, { recursive: true });
  cache = shared;
}

/** Makes a cache that has nothing in it but the code of the tool. */
export async function newCache(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "md2sdk-cache-"));
  addCode(folder);
  return folder;
}

/** Runs the built tool in the project. */
export async function md2sdk(...argv: readonly string[]) {
  return run(project, argv);
}

/** Runs the built tool in a folder, with more in its environment. */
md2sdk.in =
  (folder: string, env: Readonly<Record<string, string>> = {}) =>
  async (...argv: readonly string[]) =>
    run(folder, argv, env);

async function run(
  cwd: string,
  argv: readonly string[],
  more: Readonly<Record<string, string>> = {},
) {
  const env = { ...process.env, GITHUB_WORKSPACE: "", CACHE_DIR: cache, ...more };
  return runTool({ argv, cwd, env });
}

/** Replaces a text that is in a file of the project. */
export async function edit(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(project, path), "utf8");
  expect(text).toContain(from);
  await writeFile(join(project, path), text.replace(from, to));
}

/** The texts of the files in a folder of the project, by their paths. */
export async function snapshotOf(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(join(project, folder), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      files.toSorted().map(async (path) => [path, await readFile(path, "utf8")] as const),
    ),
  );
}

/** Runs git in the project. */
export async function git(...argv: readonly string[]): Promise<string> {
  return gitIn(project, ...argv);
}

/** Runs git in a folder. */
export async function gitIn(cwd: string, ...argv: readonly string[]): Promise<string> {
  const user = ["-c", "user.name=x", "-c", "user.email=x@x"];
  return (await promisify(execFile)("git", [...user, ...argv], { cwd })).stdout;
}
