import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import {
  pathFrom,
  readInputWithContext,
  type InputOptions,
  type InputWithContext,
  type InvalidConfig,
} from "./input.js";
import { CONFIG_FILES } from "./config.js";
import { isThere } from "./documents.js";
import { globPattern, isGlob } from "./patterns.js";
import { isOfRevision, withRevision } from "./revision.js";
import { ReadError } from "./text.js";
import type { Source } from "../source/source.js";

/** The place that versions of a spec are read from. */
export interface VersionContext {
  /** The working directory. */
  readonly directory: string;
  /** The variables that git runs with. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Options of a version: those of an input, and the version that it is compared with. */
export interface VersionOptions extends Omit<InputOptions, "root" | "base"> {
  /** If it is a part of the spec, a revision is read in the same part. */
  readonly other?: string | undefined;
}

/**
 * Reads a version of a spec: a file, a folder or a glob, or else a revision of git. Each version has its own
 * configuration: a revision the one that it holds, and files the one that is searched from their folder.
 *
 * @param version default: the documents of the configuration, in the working tree
 * @returns the diagnostics of the configuration, if it is invalid
 * @throws {ReadError} if there is no such version, or a file cannot be read
 */
export async function readVersion(
  version: string | undefined,
  { other, ...options }: VersionOptions,
  { directory, environment }: VersionContext,
): Promise<InputWithContext | InvalidConfig> {
  if (version === undefined) return readInputWithContext(directory, options);
  const files = await versionFiles(version, directory);
  if (files !== undefined) return readFiles(files, options, directory);
  return withRevision({ revision: version, directory, environment }, async (tree) => {
    const part = other === undefined ? undefined : await versionFiles(other, directory);
    const spec = part?.isProject === false && other !== undefined ? [other] : options.spec;
    const config = options.config && relative(directory, resolve(directory, options.config));
    const input = await readInputWithContext(tree.directory, {
      ...options,
      config,
      spec,
      root: tree.root,
    });
    if ("diagnostics" in input) {
      return inSource(input, (source) => ({ ...source, revision: version }));
    }
    for (const { path } of input.specFiles) {
      if (await isOfRevision(path, tree)) continue;
      const found = `Unexpected document ${path}, expected one that ${version} holds`;
      throw new ReadError(found, { path });
    }
    const specFiles = input.specFiles.map((file) => ({ ...file, revision: version }));
    return { ...input, specFiles };
  });
}

/** Files that are a version. */
interface VersionFiles {
  /** The folder that the pattern and the search for a configuration begin in. */
  readonly folder: string;
  readonly pattern: string;
  /** Whether the folder itself is meant, and holds a configuration that says what its documents are. */
  readonly isProject: boolean;
}

/** Returns the files that a text asks for, if it does not name a revision. */
async function versionFiles(text: string, directory: string): Promise<VersionFiles | undefined> {
  const path = resolve(directory, text);
  if (await isThere(join(text, "."), directory)) {
    const configs = await Promise.all(CONFIG_FILES.map((name) => isThere(name, path)));
    return { folder: path, pattern: ".", isProject: configs.includes(true) };
  }
  const isFile = await isThere(text, directory);
  if (!isFile && !isGlob(text)) return undefined;
  const folder = isFile ? dirname(path) : resolve(directory, globPattern(text).folder);
  return { folder, pattern: pathFrom(folder, directory, text), isProject: false };
}

async function readFiles(
  { folder, pattern, isProject }: VersionFiles,
  options: InputOptions,
  directory: string,
): Promise<InputWithContext | InvalidConfig> {
  const config = options.config && resolve(directory, options.config);
  const spec = isProject && config === undefined ? [] : [pattern];
  const base = isInside(folder, directory) ? directory : folder;
  const input = await readInputWithContext(folder, { ...options, config, spec, base });
  const shown = (path: string) => pathFrom(directory, folder, path).replaceAll("\\", "/");
  if ("diagnostics" in input) {
    return inSource(input, (source) => ({ ...source, path: shown(source.path) }));
  }
  const specFiles = input.specFiles.map((file) => ({ ...file, path: shown(file.path) }));
  return { ...input, specFiles };
}

/** Names the source of diagnostics as the version names its files. */
function inSource(
  { diagnostics }: InvalidConfig,
  rename: (source: Source) => Source,
): InvalidConfig {
  const renamed = diagnostics.map((diagnostic) => {
    const { range } = diagnostic;
    return { ...diagnostic, range: { ...range, source: rename(range.source) } };
  });
  return { diagnostics: renamed };
}

function isInside(folder: string, directory: string): boolean {
  const [first] = relative(directory, folder).split(sep);
  return first !== ".." && !isAbsolute(relative(directory, folder));
}
