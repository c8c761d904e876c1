import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, realpath, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { promisify } from "node:util";
import { ReadError } from "./text.js";

type Environment = Readonly<Record<string, string | undefined>>;

/** A revision of git, as seen from a folder. */
export interface Revision {
  /** A name that git knows: `HEAD~1`, a tag, a branch. */
  readonly revision: string;
  /** The working directory, in a repository. */
  readonly directory: string;
  /** The variables that git runs with. */
  readonly environment: Environment;
}

/** The files of a revision of git, in a folder of their own. */
export interface RevisionTree {
  /** The folder that all files of the revision are below. */
  readonly root: string;
  /** The working directory, as it was. */
  readonly directory: string;
}

/**
 * Reads from a revision of git as from the working tree, which stays untouched: the files of the revision
 * are written to a temporary folder, as a configuration may import any of them. Only what git does not
 * keep is that of today: the installed packages.
 *
 * @throws {ReadError} if git does not know the revision
 */
export async function withRevision<Result>(
  { revision, directory, environment }: Revision,
  read: (tree: RevisionTree) => Promise<Result>,
): Promise<Result> {
  const run = async (arguments_: readonly string[], cwd: string, env: Environment = environment) =>
    git(arguments_, { cwd, env }, revision);
  // Behind `--end-of-options` nothing is an option: a revision may come from anywhere.
  const verify = ["rev-parse", "--verify", "--end-of-options", `${revision}^{tree}`];
  const hash = (await run(verify, directory)).trim().split("\n").at(-1) ?? "";
  const shown = await run(["rev-parse", "--show-toplevel"], directory);
  const top = await realpath(shown.replace(/\r?\n$/, ""));
  const folder = await realpath(await mkdtemp(join(tmpdir(), "md2sdk-")));
  try {
    const root = join(folder, "tree");
    await mkdir(root);
    // The repository's own index stays as it is.
    const env = { ...environment, GIT_INDEX_FILE: join(folder, "index") };
    await run(["read-tree", hash], top, env);
    await run(["checkout-index", "--all", `--prefix=${root}/`], top, env);
    const inside = relative(top, await realpath(directory));
    await mkdir(join(root, inside), { recursive: true });
    await linkPackages(top, inside, root);
    return await read({ root, directory: join(root, inside) });
  } catch (error) {
    throw error instanceof ReadError ? placedAt(error, revision, join(folder, "tree")) : error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Names the files of the revision as git does, and not where they have been written for a while. */
function placedAt({ message, path, cause }: ReadError, revision: string, root: string): ReadError {
  const shown = (text: string) => text.replaceAll(`${root}/`, `${revision}:`);
  return new ReadError(shown(message), { path: path && shown(path), cause });
}

/** Whether a revision holds a file: a link may lead to one of today. */
export async function isOfRevision(path: string, { root, directory }: RevisionTree) {
  const inside = relative(root, await realpath(resolve(directory, path)).catch(() => path));
  return !isAbsolute(inside) && !/^\.\.(?:[\\/]|$)/.test(inside);
}

/** Links the installed packages, which a configuration may import. */
async function linkPackages(top: string, inside: string, root: string): Promise<void> {
  const folders = [top];
  for (const part of inside.split(/[\\/]/)) folders.push(join(folders.at(-1) ?? top, part));
  const above = ancestorsOf(top).find((folder) => existsSync(join(folder, "node_modules")));
  const links = [...new Set(folders)].map((folder) => [folder, join(root, relative(top, folder))]);
  if (above !== undefined) links.push([above, dirname(root)]);
  for (const [from = "", to = ""] of links) {
    const target = join(from, "node_modules");
    const link = join(to, "node_modules");
    if (existsSync(target) && !existsSync(link)) await symlink(target, link, "junction");
  }
}

function ancestorsOf(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [] : [parent, ...ancestorsOf(parent)];
}

async function git(
  arguments_: readonly string[],
  options: { readonly cwd: string; readonly env: Environment },
  revision: string,
): Promise<string> {
  // Neither hooks nor a monitor of files are to run.
  const settings = ["-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false"];
  try {
    const all = { ...options, maxBuffer: Infinity };
    return (await promisify(execFile)("git", [...settings, ...arguments_], all)).stdout;
  } catch (cause) {
    const isMissing = (cause as { readonly code?: unknown }).code === "ENOENT";
    const reason = isMissing ? "git is not there" : firstErrorLine(cause);
    const expected = "expected a file, a folder, a glob or a revision of git";
    const hint = !isMissing && (await isShallow(options)) ? SHALLOW : "";
    throw new ReadError(`Unexpected version ${revision}, ${expected} (${reason})${hint}`, {
      cause,
    });
  }
}

const SHALLOW =
  "; the clone is shallow: run `git fetch --unshallow --tags`, or set `fetch-depth: 0` of actions/checkout";

/** Whether a repository has a part of its history only. */
async function isShallow(options: { readonly cwd: string; readonly env: Environment }) {
  const run = promisify(execFile)("git", ["rev-parse", "--is-shallow-repository"], options);
  const { stdout } = await run.catch(() => ({ stdout: "" }));
  return stdout.trim() === "true";
}

/** Git says in its first line what is wrong, and then how to use it. */
function firstErrorLine(error: unknown): string {
  const { stderr = "" } = error as { readonly stderr?: unknown };
  return String(stderr).split("\n", 1)[0] || String(error);
}
