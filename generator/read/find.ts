import { realpath, stat } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import type { SpecFile } from "../source/spec-file.js";
import { Outputs } from "./outputs.js";
import { folderPattern, globPattern, type Pattern } from "./patterns.js";
import { ReadError } from "./text.js";
import { walk } from "./walk.js";

/** A document on the disk, or a file in its place that cannot be read as one. */
export interface FoundDocument extends Pick<SpecFile, "unread"> {
  /** The absolute path. */
  readonly path: string;
  /** The path below the folder of the spec, with slashes. */
  readonly name: string;
  /** The path without links, which identifies the file. */
  readonly realPath: string;
}

/** The documents of a spec as they are asked for. */
export interface Spec {
  /** Files, folders (all `.md` and `.markdown` files below them) or globs. */
  readonly patterns: readonly string[];
  /** The folder that relative patterns are relative to. */
  readonly directory: string;
}

/**
 * Finds the documents of a spec, each once. Files that md2sdk made are not documents.
 *
 * @throws {ReadError} if a pattern matches nothing, or a folder cannot be read
 */
export async function findDocuments({ patterns, directory }: Spec): Promise<FoundDocument[]> {
  const outputs = new Outputs();
  return nameDocuments(
    await Promise.all(patterns.map((text) => findPattern(text, directory, outputs))),
  );
}

/** Names the documents of several patterns by the innermost folder that all of them are in. */
function nameDocuments(found: readonly FoundPattern[]): FoundDocument[] {
  const root = commonFolder(found.map(({ folder }) => folder));
  const documents = new Map<string, FoundDocument>();
  for (const file of found.flatMap(({ files }) => files)) {
    const known = documents.get(file.realPath);
    // A file that one pattern asks for by its suffix is read, although another one does not.
    if (known !== undefined && (known.unread === undefined || file.unread !== undefined)) continue;
    documents.set(file.realPath, {
      ...file,
      name: relative(root, file.path).replaceAll("\\", "/"),
    });
  }
  return [...documents.values()];
}

/** The innermost folder that all folders are in, or are; the paths are absolute. */
function commonFolder(folders: readonly string[]): string {
  return folders.reduce((common, folder) => {
    const parents = new Set<string>();
    for (let parent = folder; !parents.has(parent); parent = dirname(parent)) parents.add(parent);
    let outer = common;
    while (!parents.has(outer) && outer !== dirname(outer)) outer = dirname(outer);
    return outer;
  });
}

type FoundFile = Omit<FoundDocument, "name">;

/** The files that one pattern asks for. */
interface FoundPattern {
  /** The folder that all files of the pattern are in. */
  readonly folder: string;
  readonly files: readonly FoundFile[];
}

async function findPattern(
  text: string,
  directory: string,
  outputs: Outputs,
): Promise<FoundPattern> {
  const path = resolve(directory, text);
  const entry = await stat(path).catch(() => undefined);
  if (entry?.isFile()) {
    const realPath = await realpath(path);
    if (!(await outputs.has(realPath)))
      return { folder: dirname(path), files: [{ path, realPath }] };
    throw new ReadError(`Unexpected spec ${text}, which md2sdk made; expected a document`);
  }
  const pattern = entry?.isDirectory() ? folderPattern(text) : globPattern(text);
  const folder = resolve(directory, pattern.folder);
  const isThere = (await stat(folder).catch(() => undefined))?.isDirectory() === true;
  const files = isThere ? await findIn(folder, pattern, outputs) : [];
  if (files.some(({ unread }) => unread === undefined)) return { folder, files };
  const kind = entry?.isDirectory()
    ? `folder ${text} without documents`
    : `spec ${text}, which is not there`;
  throw new ReadError(`Unexpected ${kind}, expected a file, a folder or a glob of .md files`);
}

async function findIn(
  folder: string,
  { roleOf }: Pattern,
  outputs: Outputs,
): Promise<readonly FoundFile[]> {
  const files: FoundFile[] = [];
  for (const { name, realPath } of await walk(folder)) {
    const role = roleOf(name);
    const path = join(folder, name);
    if (role === undefined || (realPath !== undefined && (await outputs.has(realPath)))) continue;
    if (realPath === undefined) files.push({ path, realPath: path, unread: "link" });
    else files.push({ path, realPath, ...(role === "lookalike" && { unread: "format" }) });
  }
  return files;
}
