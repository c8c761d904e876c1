import { realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Whether a path is a link to a folder that it is in, so that a walk through it does not end. */
export function isLoop(path: string): boolean {
  const target = realPathOf(path);
  const parent = realPathOf(dirname(path));
  if (target === undefined || parent === undefined) return false;
  if (target === join(parent, basename(path))) return false;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (realPathOf(folder) === target) return true;
    if (folder === dirname(folder)) return false;
  }
}

function realPathOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
