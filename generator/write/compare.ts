import { digestOf } from "../read/digest.js";
import type { Difference } from "./difference.js";
import {
  documentsOf,
  filesOf,
  generatorOf,
  isOutputPath,
  MANIFEST_PATH,
} from "../project/manifest.js";
import { entryAt, readEntry, type Entry, type KnownFolders } from "./tree.js";

/** A manifest of some 500,000 files; a larger file is not a manifest. */
const MANIFEST_LIMIT = 64 * 1024 * 1024;

/**
 * Compares a folder with the output that belongs there: the set of the files and their bytes.
 * Files that md2sdk did not make are not looked at, and no link is followed.
 */
export async function compareOutput(
  directory: string,
  files: ReadonlyMap<string, string>,
): Promise<Difference[]> {
  const folders: KnownFolders = new Map();
  const differences: Difference[] = [];
  // On a disk that ignores case, `A.ts` of the manifest may be `a.ts` of the output.
  const present = new Set<string>();
  for (const [path, text] of files) {
    const entry = entryAt(directory, path, folders);
    if (entry.kind === "file") present.add(identityOf(entry));
    if (entry.kind === "none") differences.push({ path, kind: "added" });
    else if (!hasText(directory, entry, text)) differences.push({ path, kind: "changed" });
  }
  for (const path of readManifest(directory).files) {
    if (files.has(path)) continue;
    const entry = entryAt(directory, path, folders);
    if (entry.kind !== "file" || present.has(identityOf(entry))) continue;
    differences.push({ path, kind: "removed" });
  }
  return differences;
}

/** Whether a folder has files of these digests, by their paths. */
export async function hasDigests(
  directory: string,
  digests: Readonly<Record<string, string>>,
): Promise<boolean> {
  const folders: KnownFolders = new Map();
  return Object.entries(digests).every(([path, digest]) => {
    const entry = isOutputPath(path) ? entryAt(directory, path, folders) : undefined;
    const content = entry?.kind === "file" ? readEntry(directory, entry) : undefined;
    return content !== undefined && digestOf(content) === digest;
  });
}

/** Reads the manifest of a folder; a missing one lists nothing. */
export interface Manifest {
  /** The command that made the output. */
  readonly generator?: string | undefined;
  readonly files: readonly string[];
  /** The names of the documents that the output is made of; undefined if they are not known. */
  readonly documents?: readonly unknown[] | undefined;
}

/** Reads the manifest of a folder. */
export function readManifest(directory: string): Manifest {
  const entry = entryAt(directory, MANIFEST_PATH);
  if (entry.kind !== "file" || entry.stats.size > MANIFEST_LIMIT) return { files: [] };
  const manifest = readEntry(directory, entry)?.toString("utf8") ?? "";
  return {
    generator: generatorOf(manifest),
    files: filesOf(manifest) ?? [],
    documents: documentsOf(manifest),
  };
}

/** Returns the files that the manifest of a folder lists. */
export async function listedFiles(directory: string): Promise<readonly string[]> {
  return readManifest(directory).files;
}

function hasText(directory: string, entry: Entry, text: string): boolean {
  if (entry.kind !== "file" || entry.stats.size !== Buffer.byteLength(text)) return false;
  return readEntry(directory, entry)?.equals(Buffer.from(text)) === true;
}

function identityOf({ stats: { dev, ino } }: Extract<Entry, { kind: "file" }>): string {
  return `${dev}:${ino}`;
}
