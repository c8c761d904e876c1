import { join, resolve } from "node:path";
import { VFile } from "vfile";
import type { CheckOptions } from "./check.js";
import type { SpecFile } from "./ir/files.js";
import type { Config, PackageSettings } from "./ir/settings.js";
import { readConfig, readDocuments } from "./read.js";
import { listedFiles } from "./write/compare.js";

/** What may be said outside of the configuration; it counts more. */
export interface InputOptions {
  /** The configuration file; default one of the usual names. */
  readonly config?: string | undefined;
  /** Files, folders or globs. */
  readonly spec?: readonly string[] | undefined;
  readonly unresolved?: Config["unresolved"];
  readonly out?: string | undefined;
}

/** What there is to work on. */
export interface Input {
  readonly specFiles: readonly SpecFile[];
  /** The folder of the package. */
  readonly out: string;
  readonly settings: CheckOptions & { readonly package?: PackageSettings | undefined };
}

/**
 * Reads the configuration, and the documents that it or the options name; files of an output that
 * stands among the documents are none of them.
 *
 * @param directory the working directory
 * @returns the configuration file, with its messages, where it cannot stand
 * @throws {ReadError} where a file cannot be read
 */
export async function readInput(
  directory: string,
  { config: path, spec = [], ...options }: InputOptions,
): Promise<Input | VFile> {
  const configFile = await readConfig(directory, path);
  const checked = new VFile({ path: configFile?.path ?? "", value: configFile?.value ?? "" });
  const config = configFile === undefined ? {} : await checkedConfig(configFile.config, checked);
  if (config === undefined) return checked;
  const { unresolved = config.unresolved, out = config.out ?? "generated/" } = options;
  const patterns = spec.length > 0 ? spec : [config.spec ?? "spec/"].flat();
  const made = (await listedFiles(resolve(directory, out))).map((file) => join(out, file));
  const specFiles = await readDocuments(patterns, directory, made);
  // Where only some documents are asked for, the settings may well be for others.
  const settings = { ...config, unresolved, ...(spec.length > 0 ? {} : { configFile }) };
  return { specFiles, out, settings };
}

async function checkedConfig(value: unknown, file: VFile): Promise<Config | undefined> {
  // Most runs have no configuration to check.
  const { checkConfig } = await import("./config/config.js");
  return checkConfig(value, file);
}
