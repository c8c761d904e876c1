import { isUtf8 } from "node:buffer";
import { readFile, stat } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { glob } from "tinyglobby";
import type { SpecFile, Templates } from "./ir/files.js";

/** Something that was asked for is not there, or is not what it should be. */
export class ReadError extends Error {
  override readonly name = "ReadError";
}

/**
 * Reads the documents of a spec.
 *
 * @param patterns files, folders (all `.md` below them) or globs
 * @param directory what relative patterns and the paths of the documents are relative to
 * @param made files of an output, which are no documents even where they stand among them
 * @throws {ReadError} where a pattern matches nothing, or a file cannot be read
 */
export async function readDocuments(
  patterns: readonly string[],
  directory: string,
  made: readonly string[] = [],
): Promise<SpecFile[]> {
  const found = await Promise.all(patterns.map((pattern) => pathsOf(pattern, directory)));
  const own = new Set(made.map((path) => resolve(directory, path)));
  const paths = [...new Set(found.flat())].filter((path) => !own.has(resolve(path)));
  return Promise.all(
    paths.map(async (path) => ({
      path: relative(directory, path).replaceAll("\\", "/"),
      value: await readText(path),
    })),
  );
}

/** A configuration file, and the value that it has. */
export interface ConfigFile extends SpecFile {
  readonly config: unknown;
}

/** The names of a configuration file, the first that is there counts. */
const CONFIG_FILES = ["md2sdk.config.ts", "md2sdk.config.js", "md2sdk.config.json"];

/**
 * Reads the configuration: TypeScript and JavaScript are run, and their default export counts.
 *
 * @param path the file, relative to the directory; without it one of the usual names
 * @returns nothing where no file is asked for, and none is there
 * @throws {ReadError} where the file is not there, or is no configuration
 */
export async function readConfig(
  directory: string,
  path?: string,
): Promise<ConfigFile | undefined> {
  const found = path ?? (await firstFile(CONFIG_FILES, directory));
  if (found === undefined) return undefined;
  const value = await readText(resolve(directory, found));
  return { path: found, value, config: await evaluate(resolve(directory, found), value) };
}

async function firstFile(names: readonly string[], directory: string): Promise<string | undefined> {
  for (const name of names) {
    const entry = await stat(resolve(directory, name)).catch(() => undefined);
    if (entry?.isFile()) return name;
  }
  return undefined;
}

interface Imported {
  readonly default?: unknown;
}

async function evaluate(path: string, text: string): Promise<unknown> {
  try {
    if (path.endsWith(".json")) return JSON.parse(text);
    if (path.endsWith(".js")) return ((await import(pathToFileURL(path).href)) as Imported).default;
    const { createJiti } = await import("jiti");
    return await createJiti(import.meta.url).import(path, { default: true });
  } catch (error) {
    throw new ReadError(`cannot read ${path}: ${String(error)}`, { cause: error });
  }
}

/**
 * Reads the templates of a package: a folder with a `package.json` and the files to take over.
 *
 * @throws {ReadError} where there is no such folder, or its `package.json` has no name
 */
export async function readTemplates(directory: string): Promise<Templates> {
  const paths = await glob("**", { cwd: directory, dot: true, ignore: ["package.json"] });
  const files = await Promise.all(
    paths.toSorted().map(async (path) => [path, await readText(resolve(directory, path))] as const),
  );
  return { package: await readPackage(directory), files: new Map(files) };
}

async function readPackage(directory: string): Promise<Templates["package"]> {
  const path = resolve(directory, "package.json");
  const value: unknown = JSON.parse(await readText(path));
  if (typeof value === "object" && value !== null && "name" in value) {
    const { name } = value;
    if (typeof name === "string") return { ...value, name };
  }
  throw new ReadError(`Unexpected ${path} without a name, expected the name of the package`);
}

async function pathsOf(pattern: string, directory: string): Promise<string[]> {
  const path = resolve(directory, pattern);
  const entry = await stat(path).catch(() => undefined);
  if (entry?.isFile()) return [path];
  const cwd = entry?.isDirectory() ? path : directory;
  const options = { cwd, absolute: true, caseSensitiveMatch: false };
  const paths = await glob(entry?.isDirectory() ? "**/*.md" : pattern, options);
  if (paths.length > 0) return paths;
  const found = entry?.isDirectory()
    ? `folder ${pattern} without documents`
    : `spec ${pattern}, which is not there`;
  throw new ReadError(`Unexpected ${found}, expected a file, a folder or a glob of .md files`);
}

/** UTF-8 only: bytes that are none would be replaced in silence, and text be lost. */
async function readText(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new ReadError(`cannot read ${path}: ${String(error)}`, { cause: error });
  });
  if (isUtf8(bytes)) return bytes.toString("utf8");
  throw new ReadError(`cannot read ${path}: line ${firstBadLine(bytes)} is not UTF-8 text`);
}

/** The number of the first line that is not UTF-8; no character of it contains a line break's byte. */
function firstBadLine(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const index = bytes.indexOf("\n", start);
    const end = index === -1 ? bytes.length : index;
    if (!isUtf8(bytes.subarray(start, end))) break;
    start = end + 1;
  }
  return line;
}
