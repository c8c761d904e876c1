import { existsSync, realpathSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

/** Returns the folder of the git repository that a folder is in, or else the folder itself. */
export function repositoryOf(folder: string): string {
  for (let current = resolve(folder); ; current = dirname(current)) {
    if (existsSync(join(current, ".git"))) return current;
    if (current === dirname(current)) return folder;
  }
}

/** Returns the path of a folder relative to another, whatever links lead to the two. */
export function realRelative(from: string, to: string): string {
  return relative(realPath(from), realPath(to));
}

function realPath(path: string): string {
  return existsSync(path) ? realpathSync(path) : resolve(path);
}
