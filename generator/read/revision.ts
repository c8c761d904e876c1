import { execFile } from "node:child_process";
import { promisify } from "node:util";
import picomatch from "picomatch";
import type { SpecFile } from "../ir/files.js";
import { decodeText } from "./encoding.js";
import { ReadError } from "./text.js";

/**
 * Reads the documents of a spec as they were at a revision of git.
 *
 * @param revision what git takes for one: `HEAD~1`, a tag, a branch
 * @param patterns files, folders (all `.md` below them) or globs, as of the working tree
 * @param directory a folder of the working tree, which the patterns are relative to
 * @throws {ReadError} where git does not know the revision, or nothing matches
 */
export async function readRevision(
  revision: string,
  patterns: readonly string[],
  directory: string,
): Promise<SpecFile[]> {
  // Behind `--end-of-options` nothing is an option: a revision may come from anywhere.
  const tree = ["ls-tree", "-r", "-z", "--name-only", "--end-of-options", revision];
  const listed = String(await git(tree, directory, revision)).split("\0");
  const isDocument = matcherOf(patterns);
  const paths = listed.filter((path) => path !== "" && isDocument(path));
  if (paths.length === 0) {
    throw new ReadError(
      `Unexpected revision ${revision} without documents in ${patterns.join(", ")}`,
    );
  }
  return Promise.all(
    paths.map(async (path) => {
      const blob = ["cat-file", "blob", `${revision}:./${path}`];
      const bytes = await git(blob, directory, revision);
      return { path, ...decodeText(bytes) };
    }),
  );
}

/** A pattern is a file, a folder or a glob; of a tree only the names are known. */
function matcherOf(patterns: readonly string[]): (path: string) => boolean {
  const matchers = patterns.map((pattern) => {
    const folder = pattern.replace(/^\.\//, "").replace(/\/*$/, "/");
    const matches = picomatch(pattern, { nocase: true });
    return (path: string) => {
      const isBelow = (folder === "./" || path.startsWith(folder)) && /\.md$/i.test(path);
      return isBelow || path === pattern.replace(/^\.\//, "") || matches(path);
    };
  });
  return (path) => matchers.some((matches) => matches(path));
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
