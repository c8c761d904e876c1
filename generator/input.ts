import { join, resolve } from "node:path";
import { VFile } from "vfile";
import type { CheckOptions } from "./check.js";
import type { SpecFile } from "./ir/files.js";
import type { Config, PackageSettings } from "./ir/settings.js";
import { readConfig, type ConfigFile } from "./read/config.js";
import { isThere, readDocuments } from "./read/documents.js";
import { readRevision } from "./read/revision.js";
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

/** What a run is to do, before a document is read. */
export interface Settings {
  /** The files, folders or globs that the documents are. */
  readonly patterns: readonly string[];
  /** The folder of the package. */
  readonly out: string;
  readonly settings: CheckOptions & { readonly package?: PackageSettings | undefined };
}

/** What there is to work on. */
export interface Input extends Settings {
  readonly specFiles: readonly SpecFile[];
}

/**
 * Reads the configuration.
 *
 * @param directory the working directory
 * @returns the configuration file, with its messages, where it cannot stand
 * @throws {ReadError} where the file cannot be read
 */
export async function readSettings(
  directory: string,
  { config: path, spec = [], ...options }: InputOptions,
): Promise<Settings | VFile> {
  const configFile = await readConfig(directory, path);
  const config = configFile === undefined ? {} : await checkedConfig(configFile);
  if (config instanceof VFile) return config;
  const { unresolved = config.unresolved, out = config.out ?? "generated/" } = options;
  const patterns = spec.length > 0 ? spec : [config.spec ?? "spec/"].flat();
  // Where only some documents are asked for, the settings may well be for others.
  const settings = { ...config, unresolved, ...(spec.length > 0 ? {} : { configFile }) };
  return { patterns, out, settings };
}

/**
 * Reads the configuration, and the documents that it or the options name.
 *
 * @param directory the working directory
 * @returns the configuration file, with its messages, where it cannot stand
 * @throws {ReadError} where a file cannot be read
 */
export async function readInput(directory: string, options: InputOptions): Promise<Input | VFile> {
  const settings = await readSettings(directory, options);
  if (settings instanceof VFile) return settings;
  return { ...settings, specFiles: await readSpec(directory, settings) };
}

/** Reads the documents; files of an output that stands among them are none. */
async function readSpec(directory: string, { patterns, out }: Settings): Promise<SpecFile[]> {
  const made = (await listedFiles(resolve(directory, out))).map((file) => join(out, file));
  return readDocuments(patterns, directory, made);
}

/** A version of a spec: its documents, and the revision of git that they are of. */
export interface VersionInput {
  readonly specFiles: readonly SpecFile[];
  readonly revision?: string;
}

/**
 * Reads a version of a spec: a file, a folder or a glob, or else a revision of git.
 *
 * @param version the documents of the settings, where none is asked for
 * @throws {ReadError} where it is neither
 */
export async function readVersion(
  directory: string,
  version: string | undefined,
  settings: Settings,
): Promise<VersionInput> {
  if (version === undefined) return { specFiles: await readSpec(directory, settings) };
  const isPattern = /[*?{[]/.test(version) || (await isThere(version, directory));
  if (isPattern) return { specFiles: await readDocuments([version], directory) };
  const specFiles = await readRevision(version, settings.patterns, directory);
  return { specFiles, revision: version };
}

/** The configuration, or the file with its messages where it cannot stand. */
async function checkedConfig({ config, path, value }: ConfigFile): Promise<Config | VFile> {
  // Many runs have no configuration to check.
  const { checkConfig } = await import("./config/config.js");
  const file = new VFile({ path, value });
  return checkConfig(config, file) ?? file;
}
