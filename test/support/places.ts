import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import type { JsonDiagnostic } from "../../generator/report/json.js";
import { newCache, md2sdk as tool } from "./project.js";

/** The folder of the test that runs. */
export let project: string;

let cache: string;

/** Makes an empty project before every test of a file. */
export function emptyProjectForEachTest(): void {
  beforeEach(async () => {
    project = await mkdtemp(join(tmpdir(), "md2sdk-places-"));
    cache = await newCache();
  });
  afterEach(async () => {
    await rm(project, { recursive: true });
    await rm(cache, { recursive: true });
  });
}

/** Writes files of the project, with their folders. */
export async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(project, path)), { recursive: true });
    await writeFile(join(project, path), text);
  }
}

/** A document with one model, whose field may have the type of another one. */
export function model(name: string, type = "string"): string {
  return `# ${name}\n\n## Models\n\n### \`${name}\`\n\nName|JSON|Type\n-|-|-\n\`Id\`|\`id\`|\`${type}\`\n`;
}

/** Runs the tool in a folder of the project. */
export async function inFolder(folder: string, ...argv: readonly string[]) {
  return tool.in(join(project, folder), { CACHE_DIR: cache })(...argv);
}

/** Runs the tool in the project. */
export async function md2sdk(...argv: readonly string[]) {
  return inFolder("", ...argv);
}

/** The files of a folder of the project and their texts. */
export async function filesIn(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(join(project, folder), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const texts = paths.map(async (path) => {
    return [path.slice(join(project, folder).length + 1), await readFile(path, "utf8")] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
}

/** The modules of the documents in an output. */
export async function modulesIn(folder: string): Promise<string[]> {
  const own = Object.keys(await filesIn(`${folder}/src`));
  return own.filter((path) => !/^(index|runtime|client)\b/.test(path)).toSorted();
}

export interface Report {
  readonly diagnostics: readonly JsonDiagnostic[];
  readonly summary: { readonly documents: number; readonly models: number };
}

/** Lints; the messages as `file rule`. */
export async function lint(...argv: readonly string[]) {
  const { status, stdout, stderr } = await md2sdk("lint", "--reporter", "json", ...argv);
  if (stdout === "") return { status, stderr };
  const { diagnostics, summary } = JSON.parse(stdout) as Report;
  const messages = diagnostics.map(({ file, rule }) => `${file} ${rule}`);
  return { status, documents: summary.documents, messages };
}
