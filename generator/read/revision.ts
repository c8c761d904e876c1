import { execFile } from "node:child_process";
import { dirname, relative, resolve } from "node:path";
import { promisify } from "node:util";
import type { SpecFile } from "../ir/files.js";
import { decodeText } from "./encoding.js";
import { filesOf, MANIFEST_PATH } from "../manifest.js";
import { nameDocuments, type FoundDocument, type FoundPattern, type Spec } from "./find.js";
import { folderPattern, globPattern } from "./patterns.js";
import { ReadError } from "./text.js";

/** A spec, and the part of it that is asked for. */
export interface RevisionSpec {
  readonly spec: Spec;
  readonly part: Spec | undefined;
}

/**
 * Reads the documents of a spec as they were at a revision of git.
 *
 * @param revision what git takes for one: `HEAD~1`, a tag, a branch
 * @param directory the working directory, which the paths of the documents are relative to
 * @throws {ReadError} where git does not know the revision, or nothing matches
 */
export async function readRevision(
  revision: string,
  { spec, part }: RevisionSpec,
  directory: string,
): Promise<SpecFile[]> {
  const tree = await treeOf(revision, spec.directory);
  const whole = findIn(tree, spec);
  const names = new Map(whole.map(({ path, name }) => [path, name]));
  const asked = part === undefined ? whole : findIn(tree, part);
  if (asked.every(({ unread }) => unread !== undefined)) {
    const { patterns } = part ?? spec;
    throw new ReadError(
      `Unexpected revision ${revision} without documents in ${patterns.join(", ")}`,
    );
  }
  return Promise.all(
    asked.map(async ({ path, unread, name }): Promise<SpecFile> => {
      const shown = relative(directory, path).replaceAll("\\", "/");
      const own = { path: shown, name: names.get(path) ?? name };
      if (unread !== undefined) return { ...own, value: "", unread };
      return { ...own, ...decodeText(await tree.read(path)) };
    }),
  );
}

/** The files of a revision by their absolute paths, without those that md2sdk made. */
interface Tree {
  readonly paths: readonly string[];
  readonly read: (path: string) => Promise<Buffer>;
}

async function treeOf(revision: string, directory: string): Promise<Tree> {
  const run = (...arguments_: string[]) => git(arguments_, directory, revision);
  const root = resolve(directory, String(await run("rev-parse", "--show-cdup")).trim());
  // Behind `--end-of-options` nothing is an option: a revision may come from anywhere.
  const list = ["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", revision];
  const entries = String(await run(...list)).split("\0");
  // The content of a link is the path that it leads to.
  const files = entries.filter((entry) => entry.startsWith("100"));
  const names = files.map((entry) => entry.slice(entry.indexOf("\t") + 1));
  const read = (name: string) => run("cat-file", "blob", `${revision}:${name}`);
  const made = new Set<string>();
  for (const name of names.filter((one) => `/${one}`.endsWith(`/${MANIFEST_PATH}`))) {
    const folder = name.slice(0, -MANIFEST_PATH.length);
    for (const file of filesOf(String(await read(name))) ?? []) made.add(folder + file);
  }
  return {
    paths: names.filter((name) => !made.has(name)).map((name) => resolve(root, name)),
    read: (path) => read(relative(root, path).replaceAll("\\", "/")),
  };
}

function findIn({ paths }: Tree, { patterns, directory }: Spec): FoundDocument[] {
  return nameDocuments(patterns.map((text) => findPattern(text, directory, paths)));
}

/** A pattern is a file, a folder or a glob; of a tree only the names are known. */
function findPattern(text: string, directory: string, paths: readonly string[]): FoundPattern {
  const path = resolve(directory, text);
  if (paths.includes(path)) return { folder: dirname(path), files: [{ path, realPath: path }] };
  const isFolder = paths.some((file) => nameIn(path, file) !== undefined);
  const pattern = isFolder ? folderPattern(text) : globPattern(text);
  const folder = resolve(directory, pattern.folder);
  const files = paths.flatMap((file) => {
    const name = nameIn(folder, file);
    const role = name === undefined || isHidden(name) ? undefined : pattern.roleOf(name);
    if (role === undefined) return [];
    return [
      { path: file, realPath: file, ...(role === "lookalike" && { unread: "format" as const }) },
    ];
  });
  return { folder, files };
}

function isHidden(name: string): boolean {
  return name.split("/").some((part) => part.startsWith(".") || part === "node_modules");
}

/** The path of a file below a folder. */
function nameIn(folder: string, path: string): string | undefined {
  const name = relative(folder, path).replaceAll("\\", "/");
  return name === "" || name.startsWith("../") ? undefined : name;
}

async function git(arguments_: readonly string[], cwd: string, revision: string): Promise<Buffer> {
  try {
    const { stdout } = await promisify(execFile)("git", [...arguments_], {
      cwd,
      encoding: "buffer",
      maxBuffer: Infinity,
    });
    return stdout;
  } catch (cause) {
    const isMissing = (cause as { readonly code?: unknown }).code === "ENOENT";
    const reason = isMissing ? "git is not there" : firstLineOf(cause);
    const expected = "expected a file, a folder, a glob or a revision of git";
    throw new ReadError(`Unexpected version ${revision}, ${expected} (${reason})`, { cause });
  }
}

/** Git says in its first line what is wrong, and then how to use it. */
function firstLineOf(error: unknown): string {
  const { stderr = "" } = error as { readonly stderr?: unknown };
  return String(stderr).split("\n", 1)[0] || String(error);
}
