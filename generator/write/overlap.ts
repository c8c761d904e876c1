import { join, resolve, sep } from "node:path";
import { WriteError } from "./error.js";

/** The files of an output, relative to its folder. */
interface OutputFiles {
  readonly directory: string;
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Refuses outputs of which one has a file that another one has too, or a folder in place of such a file: each would
 * replace files of the other.
 *
 * @throws {WriteError} that names the file
 */
export function refuseOverlaps(outputs: readonly OutputFiles[]): void {
  const owners = new Map<string, OutputFiles>();
  for (const output of outputs) {
    for (const path of output.files.keys()) {
      const spelling = spellingOf(output.directory, path);
      if (owners.has(spelling)) throw overlap(output.directory, path);
      owners.set(spelling, output);
    }
  }
  for (const { directory, files } of outputs) {
    for (const path of files.keys()) {
      const parts = spellingOf(directory, path).split(sep);
      const isInFile = parts.some(
        (_, index) => index > 0 && owners.has(parts.slice(0, index).join(sep)),
      );
      if (isInFile) throw overlap(directory, path);
    }
  }
}

/** Returns the whole path of a file in one spelling, in small letters as some disks compare them. */
function spellingOf(directory: string, path: string): string {
  return resolve(directory, path).normalize("NFC").toLowerCase();
}

function overlap(directory: string, path: string): WriteError {
  return new WriteError(
    `Unexpected file ${join(directory, path)} of two outputs, expected files of its own for each; choose another \`out\``,
  );
}
