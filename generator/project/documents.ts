import { byUnits } from "../source/collections.js";
import type { SpecFile } from "../source/spec-file.js";
import type { Source } from "../source/source.js";

/** The files of a spec with their names, in the order of these. */
export function inOrder(specFiles: readonly SpecFile[]): SpecFile[] {
  const folder = commonPrefixLength(specFiles.map(({ path }) => path));
  const named = specFiles.map((file) => ({ ...file, name: file.name ?? file.path.slice(folder) }));
  return named.toSorted(byName);
}

/** A copy without a byte-order mark and with LF, so that offsets and columns agree. */
export function documentOf({ path, value, name = path, revision }: SpecFile): Source {
  return {
    path,
    text: normalized(value),
    // A file system may keep `é` as two characters, which another one keeps as one.
    name: name.normalize("NFC"),
    ...(revision !== undefined && { revision }),
  };
}

/** Returns the text of a document without a byte-order mark and with LF. */
export function normalized(text: string): string {
  return text.replace(/^\uFEFF/, "").replaceAll(/\r\n?/g, "\n");
}

/** Returns the length of the part that all paths begin with, up to a slash. */
function commonPrefixLength([first = "", ...others]: readonly string[]): number {
  let end = first.lastIndexOf("/") + 1;
  for (const path of others) {
    while (end > 0 && !path.startsWith(first.slice(0, end))) {
      end = first.slice(0, end - 1).lastIndexOf("/") + 1;
    }
  }
  return end;
}

interface Named {
  readonly name: string;
  readonly path: string;
}

/** Compares without case, so that a file that is renamed from `oa.md` to `OA.md` keeps its place. */
function byName(left: Named, right: Named): number {
  return (
    byUnits(left.name.normalize("NFC").toLowerCase(), right.name.normalize("NFC").toLowerCase()) ||
    byUnits(left.name, right.name) ||
    byUnits(left.path, right.path)
  );
}
