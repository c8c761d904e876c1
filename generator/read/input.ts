import { dirname, isAbsolute, relative, resolve } from "node:path";
import type { CheckOptions } from "../project/check.js";
import type { SpecFile } from "../source/spec-file.js";
import type { Config } from "../project/config/type.js";
import { readConfig, type ConfigFile } from "./config.js";
import { readFound } from "./documents.js";
import { findDocuments, type FoundDocument, type Spec } from "./find.js";
import type { Diagnostic, Result } from "../source/diagnostic.js";

/** What may be said outside of the configuration; it counts more. */
export interface InputOptions {
  /** The configuration file; default one of the usual names, in the working directory or above it. */
  readonly config?: string | undefined;
  /** The outermost folder that a configuration is searched in. */
  readonly root?: string | undefined;
  /** The folder of the spec if there is no configuration; default the working directory. */
  readonly base?: string | undefined;
  /** Files, folders or globs. */
  readonly spec?: readonly string[] | undefined;
  readonly unresolved?: Config["unresolved"];
  readonly out?: string | undefined;
}

/** What a run is to do, before a document is read. */
export interface Settings {
  /** The folder of the configuration, or else the working directory. */
  readonly base: string;
  /** The whole spec: the configuration's. */
  readonly spec: Spec;
  /** The documents that the options name. */
  readonly part: Spec | undefined;
  /** The folder of the package, relative to the working directory. */
  readonly out: string;
  readonly settings: CheckOptions;
}

/** The diagnostics of a configuration with errors: nothing else was looked at. */
export interface InvalidConfig {
  readonly diagnostics: readonly Diagnostic[];
}

/** What there is to work on. */
export interface Input extends Settings {
  readonly specFiles: readonly SpecFile[];
  /** The documents of the whole spec that the options do not name. */
  readonly others: readonly FoundDocument[];
}

/**
 * Reads the configuration.
 *
 * @param directory the working directory
 * @returns the diagnostics of the configuration, if it is invalid
 * @throws {ReadError} where the file cannot be read
 */
export async function readSettings(
  directory: string,
  { config: path, root, base: fallback = directory, spec: named = [], ...options }: InputOptions,
): Promise<Settings | InvalidConfig> {
  const configFile = await readConfig(directory, path, root);
  const checked = configFile && (await checkedConfig(configFile));
  if (checked !== undefined && checked.value === undefined) return checked;
  const config = checked?.value ?? {};
  const { unresolved = config.unresolved, out } = options;
  const base = configFile ? dirname(resolve(directory, configFile.path)) : fallback;
  const part = named.length > 0 ? { patterns: named, directory } : undefined;
  return {
    base,
    spec: { patterns: [config.spec ?? "spec/"].flat(), directory: base },
    part,
    out: out ?? pathFrom(directory, base, config.out ?? "generated/"),
    // If only some documents are asked for, the settings may well be for others.
    settings: { ...config, unresolved, ...(part === undefined && { configFile }) },
  };
}

/** A path that is relative to a folder, relative to another one. */
export function pathFrom(directory: string, folder: string, path: string): string {
  return isAbsolute(path) ? path : relative(directory, resolve(folder, path)) || ".";
}

/**
 * Reads the configuration, and the documents that it or the options name.
 *
 * @param directory the working directory
 * @returns the diagnostics of the configuration, if it is invalid
 * @throws {ReadError} where a file cannot be read
 */
export async function readInput(
  directory: string,
  options: InputOptions,
): Promise<Input | InvalidConfig> {
  const settings = await readSettings(directory, options);
  if ("diagnostics" in settings) return settings;
  const { documents, others } = await findSpec(settings);
  return { ...settings, others, specFiles: await readFound(documents, directory) };
}

/** Documents that were asked for, among those that their types may be in. */
export interface InputWithContext extends Settings {
  readonly specFiles: readonly SpecFile[];
  /** The names of the documents that were asked for, if that are not all. */
  readonly asked: ReadonlySet<string> | undefined;
}

/**
 * Reads the configuration and the whole spec, if the options name a part of it; otherwise the
 * documents that they name.
 *
 * @returns the diagnostics of the configuration, if it is invalid
 * @throws {ReadError} where a file cannot be read
 */
export async function readInputWithContext(
  directory: string,
  options: InputOptions,
): Promise<InputWithContext | InvalidConfig> {
  const settings = await readSettings(directory, options);
  if ("diagnostics" in settings) return settings;
  const { documents, others, isPart } = await findSpec(settings);
  const asked = new Set(documents.map(({ name }) => name.normalize("NFC")));
  const specFiles = await readFound(isPart ? [...documents, ...others] : documents, directory);
  return { ...settings, specFiles, asked: isPart ? asked : undefined };
}

interface FoundSpec {
  /** Whether some documents of the whole spec are asked for, and no others. */
  readonly isPart: boolean;
  readonly documents: readonly FoundDocument[];
  /** The other documents of the whole spec. */
  readonly others: readonly FoundDocument[];
}

/** Finds the documents that are asked for; one of the whole spec has the name that it has there. */
async function findSpec({ spec, part }: Settings): Promise<FoundSpec> {
  if (part === undefined) {
    return { documents: await findDocuments(spec), others: [], isPart: false };
  }
  // The named documents may be a spec of their own, without a whole one beside them.
  const whole = await findDocuments(spec).catch(() => []);
  const named = await findDocuments(part);
  const known = new Map(whole.map((document) => [document.realPath, document]));
  const documents = named.map((document) => {
    return { ...document, name: known.get(document.realPath)?.name ?? document.name };
  });
  const asked = new Set(documents.map(({ realPath }) => realPath));
  const others = whole.filter(({ realPath }) => !asked.has(realPath));
  return { documents, others, isPart: others.length + asked.size === whole.length };
}

async function checkedConfig({
  config,
  path,
  value,
}: ConfigFile): Promise<Result<Config | undefined>> {
  // Many runs have no configuration to check.
  const { checkConfig } = await import("../project/config/config.js");
  return checkConfig(config, { path, text: value });
}
