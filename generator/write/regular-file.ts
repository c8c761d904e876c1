import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats } from "node:fs";

/**
 * Reads a regular file: neither through a link, nor from a pipe or a device, which may never end.
 *
 * @param accepts whether the file is the one that was meant, and of a size to be read
 * @returns undefined where it is not, or the disk refuses
 */
export function readRegularFile(
  path: string,
  accepts: (stats: Stats) => boolean,
): Buffer | undefined {
  // Windows has neither of the flags.
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  try {
    const file = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    try {
      const stats = fstatSync(file);
      return stats.isFile() && accepts(stats) ? readFileSync(file) : undefined;
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}
