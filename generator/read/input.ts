import { dirname, isAbsolute, relative, resolve } from "node:path";
import type { DialectName, DialectSetting } from "../dialect/config.js";
import type { CheckOptions, ReadingOptions } from "../project/check.js";
import { impliedTarget, packagesOf, targetsOf, type Target } from "../project/config/targets.js";
import type { SpecFile } from "../source/spec-file.js";
import type { Config, PackageConfig } from "../project/config/type.js";
import { readConfig, type ConfigFile } from "./config.js";
import { readFound } from "./documents.js";
import { findDocuments, type FoundDocument, type Spec } from "./find.js";
import type { Diagnostic, Result } from "../source/diagnostic.js";
import { ReadError } from "./text.js";

/** Options beside the configuration, which take precedence. */
export interface InputOptions {
  /** The configuration file; default one of the usual names, in the working directory or above it. */
  readonly config?: string | undefined;
  /** The outermost folder that a configuration is searched in. */
  readonly root?: string | undefined;
  /** The folder of the specification if there is no configuration; default the working directory. */
  readonly base?: string | undefined;
  /** Files, folders or globs. */
  readonly spec?: readonly string[] | undefined;
  readonly unresolved?: PackageConfig["unresolved"];
  /** The dialect of all documents, whatever the configuration says. */
  readonly dialect?: DialectName | undefined;
  /** The position of the package in the configuration; default the first one. */
  readonly position?: number | undefined;
}

/** The settings of a run, before a document is read. */
interface Settings {
  /** The folder of the configuration, or else the working directory. */
  readonly base: string;
  /** The number of packages in the configuration. */
  readonly packages: number;
  /** The whole specification: the configuration's. */
  readonly spec: Spec;
  /** The documents that the options name. */
  readonly part: Spec | undefined;
  /** The outputs, with folders relative to the working directory. */
  readonly targets: readonly Target[];
  /** Returns an output in the usual place, if the configuration has none of its kind. */
  readonly implied: (target: Target["options"]["target"]) => Target;
  readonly reading: ReadingOptions;
  /** The settings of the first TypeScript package. */
  readonly settings: CheckOptions;
}

/** The diagnostics of a configuration with errors: nothing else was looked at. */
export interface InvalidConfig {
  readonly diagnostics: readonly Diagnostic[];
}

/** The input of a run. */
export interface Input extends Settings {
  readonly specFiles: readonly SpecFile[];
  /** The documents of the whole specification that the options do not name. */
  readonly others: readonly FoundDocument[];
}

/**
 * Reads the configuration.
 *
 * @param directory the working directory
 * @returns the diagnostics of the configuration, if it is invalid
 * @throws {ReadError} if the file cannot be read, or has no such package
 */
async function readSettings(
  directory: string,
  options: InputOptions,
): Promise<Settings | InvalidConfig> {
  const { config: path, root, spec: named = [], position = 0 } = options;
  const configFile = await readConfig(directory, path, root);
  const checked = configFile && (await checkedConfig(configFile));
  if (checked !== undefined && checked.value === undefined) return checked;
  const packages = packagesOf(checked?.value ?? {});
  const own = packages[position];
  if (own === undefined) throw new ReadError("Unexpected configuration without a package");
  const { unresolved = own.unresolved } = options;
  const dialect = dialectNamed(options.dialect, own.dialect);
  const dialects = options.dialect === undefined ? own.dialects : undefined;
  const base = configFile
    ? dirname(resolve(directory, configFile.path))
    : (options.base ?? directory);
  const part = named.length > 0 ? { patterns: named, directory } : undefined;
  const placed = ({ options: target, out }: Target): Target => {
    return { options: target, out: pathFrom(directory, base, out) };
  };
  const targets = targetsOf(own).map(placed);
  const sdk = targets.find(({ options: { target } }) => target === "typescript");
  const { target: _target, ...settings } = sdk?.options ?? {};
  // If only some documents are asked for, the settings may well be for others.
  const { rules } = checked?.value ?? {};
  const reading = {
    unresolved,
    dialect,
    dialects,
    rules,
    ...(part === undefined && { configFile }),
  };
  return {
    base,
    packages: packages.length,
    spec: { patterns: [own.spec ?? "spec/"].flat(), directory: base },
    part,
    targets,
    implied: (target) => placed(impliedTarget(own, target)),
    reading,
    settings: { ...settings, ...reading },
  };
}

/** Returns the dialect that an option names, which the configuration may extend, or else the configuration's. */
function dialectNamed(
  name: DialectName | undefined,
  configured: DialectSetting | undefined,
): DialectSetting | undefined {
  const isExtended = typeof configured === "object" && configured.extends === name;
  return name === undefined || isExtended ? configured : name;
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

/**
 * Reads something for each package of the configuration.
 *
 * @returns the diagnostics of the configuration, if it is invalid
 */
export async function forEachPackage<Value extends { readonly packages: number }>(
  read: (position: number) => Promise<Value | InvalidConfig>,
): Promise<Value[] | InvalidConfig> {
  const values: Value[] = [];
  for (let count = 1; values.length < count;) {
    const value = await read(values.length);
    if ("diagnostics" in value) return value;
    values.push(value);
    count = value.packages;
  }
  return values;
}
