import { stat } from "node:fs/promises";
import { dirname, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parse, printParseErrorCode, type ParseError } from "jsonc-parser";
import { digestOf } from "./digest.js";
import type { SpecFile } from "../source/spec-file.js";
import { importModule } from "./import.js";
import { ReadError, readText } from "./text.js";

/** A configuration file, and the value that it has. */
export interface ConfigFile extends SpecFile {
  readonly config: unknown;
}

/** Names of the configuration file; the first one found is used. */
export const CONFIG_FILES = ["ts", "mts", "js", "mjs", "cjs", "json", "jsonc"].map(
  (extension) => `md2sdk.config.${extension}`,
);

/**
 * Reads the configuration: the default export of a TypeScript or JavaScript module, or JSON with or without comments.
 *
 * @param path the file, relative to the directory; without it, one of the usual names in the directory
 *   or the nearest folder above it
 * @param root the outermost folder that it is searched in
 * @returns nothing where no file is asked for, and none is there
 * @throws {ReadError} where the file is not there, or is no configuration
 */
export async function readConfig(
  directory: string,
  path?: string,
  root?: string,
): Promise<ConfigFile | undefined> {
  const file = path === undefined ? await findConfig(directory, root) : resolve(directory, path);
  if (file === undefined) return undefined;
  const value = await readText(file);
  const shown = path ?? relative(directory, file).replaceAll("\\", "/");
  return { path: shown, value, config: await evaluate(file, value) };
}

/** The folders that a configuration is searched in: the directory and those above it. */
export function configFolders(directory: string, root?: string): string[] {
  const parent = dirname(resolve(directory));
  const isLast = directory === root || parent === resolve(directory);
  return [directory, ...(isLast ? [] : configFolders(parent, root))];
}

async function findConfig(
  directory: string,
  root: string | undefined,
): Promise<string | undefined> {
  for (const folder of configFolders(directory, root)) {
    for (const name of CONFIG_FILES) {
      const path = resolve(folder, name);
      const entry = await stat(path).catch(() => undefined);
      if (entry?.isFile()) return path;
    }
  }
  return undefined;
}

/**
 * Reads JSON in which comments and a comma behind the last item are allowed.
 *
 * @throws {ReadError} if it is something else
 */
function jsonOf(path: string, text: string): unknown {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error === undefined) return value;
  const lines = text.slice(0, error.offset).split("\n");
  const place = `${lines.length}:${(lines.at(-1) ?? "").length + 1}`;
  throw new ReadError(`cannot read ${path}: ${printParseErrorCode(error.error)} at ${place}`, {
    path,
    place: { text, offset: error.offset },
  });
}

interface Imported {
  readonly default?: unknown;
}

async function evaluate(path: string, text: string): Promise<unknown> {
  if (/\.jsonc?$/.test(path)) return jsonOf(path, text);
  try {
    return /\.[cm]?js$/.test(path) ? await importScript(path, text) : await importWithJiti(path);
  } catch (error) {
    const reason = String(error).replaceAll(/\s*\n\s*/g, " ");
    throw new ReadError(`cannot read ${path}: ${reason}`, { path, cause: error });
  }
}

/** Node loads a module once per URL, and `--watch` needs the current one: the digest tells them apart. */
async function importScript(path: string, text: string): Promise<unknown> {
  const url = `${pathToFileURL(path).href}?${digestOf(text)}`;
  try {
    return ((await importModule(url)) as Imported).default;
  } catch (error) {
    // Node refuses `export` in a `.js` file of a package of the type "commonjs"; jiti takes both forms.
    if (!(error instanceof Error)) throw error;
    if (error.name !== "SyntaxError" && !isWithoutTool(error)) throw error;
    return importWithJiti(path);
  }
}

async function importWithJiti(path: string): Promise<unknown> {
  const { createJiti } = await import("jiti");
  const importWith = (virtualModules: Record<string, unknown>) =>
    createJiti(import.meta.url, { moduleCache: false, virtualModules }).import(path, {
      default: true,
    });
  try {
    return await importWith({});
  } catch (error) {
    if (!isWithoutTool(error)) throw error;
    // The tool runs without being installed beside the configuration, as `npx` runs it. Node loads it:
    // jiti would transform all of its dependencies, which takes ten seconds.
    return importWith({ md2sdk: await importModule(new URL("./index.js", import.meta.url).href) });
  }
}

/** Tells whether a configuration imports `defineConfig` and the tool is not installed beside it. */
function isWithoutTool(error: unknown): boolean {
  return /Cannot find (?:module|package) '(?:md2sdk|.*[\\/]node_modules[\\/]md2sdk)'/.test(
    String(error),
  );
}
