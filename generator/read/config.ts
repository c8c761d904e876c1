import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { digestOf } from "../digest.js";
import type { SpecFile } from "../ir/files.js";
import { importModule } from "./import.js";
import { ReadError, readText } from "./text.js";

/** A configuration file, and the value that it has. */
export interface ConfigFile extends SpecFile {
  readonly config: unknown;
}

/** The names of a configuration file, the first that is there counts. */
export const CONFIG_FILES = ["md2sdk.config.ts", "md2sdk.config.js", "md2sdk.config.json"];

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
    // A module is loaded once for each of its URLs, and a watch wants it as it is now.
    const url = `${pathToFileURL(path).href}?${digestOf(text)}`;
    if (path.endsWith(".js")) return ((await importModule(url)) as Imported).default;
    const { createJiti } = await import("jiti");
    const jiti = createJiti(import.meta.url, { moduleCache: false });
    return await jiti.import(path, { default: true });
  } catch (error) {
    throw new ReadError(`cannot read ${path}: ${String(error)}`, { cause: error });
  }
}
