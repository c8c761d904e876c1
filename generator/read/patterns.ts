import { posix } from "node:path";
import picomatch from "picomatch";

/** How a file takes part in a spec. */
type Role = "document" | "lookalike";

/** Files, a folder or a glob that documents are asked for by. */
export interface Pattern {
  /** The folder that all files of the pattern are in, as written; `.` for the current one. */
  readonly folder: string;
  /** The role of a file by its path below that folder; undefined for a file that is not asked for. */
  readonly roleOf: (name: string) => Role | undefined;
}

export function folderPattern(folder: string): Pattern {
  return { folder, roleOf: suffixRole };
}

export function globPattern(pattern: string): Pattern {
  const { base, glob } = picomatch.scan(pattern);
  // A pattern that is no glob asks for a file, which is not there.
  const matches = glob === "" ? () => false : picomatch(glob, { nocase: true });
  // `*.{md,txt}` asks for text files by their suffix, `**` does not.
  const suffixes = posix.basename(glob).toLowerCase();
  return {
    folder: base || ".",
    roleOf: (name) => {
      if (!matches(name)) return undefined;
      const suffix = posix.extname(name).slice(1).toLowerCase();
      return suffix !== "" && suffixes.includes(suffix) ? "document" : suffixRole(name);
    },
  };
}

/** Whether a pattern is a glob; a file or a folder of that name has precedence. */
export function isGlob(pattern: string): boolean {
  return picomatch.scan(pattern).isGlob;
}

const LOOKALIKE = /\.(?:mdx|mdown|mdwn|mkd|mkdn|mkdown|mdtxt|mdtext|[rq]md|(?:md|markdown)\.txt)$/i;

function suffixRole(name: string): Role | undefined {
  if (/\.(?:md|markdown)$/i.test(name)) return "document";
  return LOOKALIKE.test(name) ? "lookalike" : undefined;
}
