import { lstatSync, type Stats } from "node:fs";
import { dirname, join } from "node:path";
import { readRegularFile } from "./regular-file.js";
import { WriteError } from "./error.js";

/** The thing that a path of an output leads to. */
export type Entry =
  | { readonly kind: "none" }
  | { readonly kind: "file"; readonly path: string; readonly stats: Stats }
  | Obstacle;

/** A thing that is not a file, or that is on the way and not a folder. */
interface Obstacle {
  readonly kind: "obstacle";
  readonly path: string;
  readonly thing: Thing;
  /** The thing that could be there instead. */
  readonly expected: string;
}

type Thing = "file" | "folder" | "link" | "mount of another disk" | "special file";

type Folder =
  { readonly kind: "none" } | { readonly kind: "folder"; readonly stats: Stats } | Obstacle;

/** The folders of an output that were looked at, by their paths. */
export type KnownFolders = Map<string, Folder>;

/**
 * Returns the thing that a path of an output leads to. No link is followed: a link on the way is
 * what the path leads to. Only the folder of the output itself may be reached through links.
 *
 * @param known the folders that an earlier call has looked at, where they may be taken as they were
 */
export function entryAt(
  directory: string,
  path: string,
  known: KnownFolders = new Map<string, Folder>(),
): Entry {
  const parent = folderAt(directory, dirname(path), known);
  if (parent.kind !== "folder") return parent;
  const stats = statsOf(join(directory, path));
  if (stats === undefined) return { kind: "none" };
  return stats.isFile()
    ? { kind: "file", path, stats }
    : { kind: "obstacle", path, thing: thingOf(stats), expected: "none or one that md2sdk made" };
}

/** Returns the folder at a path of an output; `.` is the output itself. */
export function folderAt(
  directory: string,
  path: string,
  known: KnownFolders = new Map<string, Folder>(),
): Folder {
  const seen = known.get(path);
  if (seen !== undefined) return seen;
  const folder = path === "." ? rootOf(directory) : folderIn(directory, path, known);
  known.set(path, folder);
  return folder;
}

function rootOf(directory: string): Folder {
  // The final dot leads through a link.
  const stats = statsOf(`${directory}/.`);
  return stats === undefined ? { kind: "none" } : { kind: "folder", stats };
}

function folderIn(directory: string, path: string, known: KnownFolders): Folder {
  const parent = folderAt(directory, dirname(path), known);
  if (parent.kind !== "folder") return parent;
  const stats = statsOf(join(directory, path));
  if (stats === undefined) return { kind: "none" };
  // No file can be moved from one disk to another in one step.
  const isMount = stats.isDirectory() && stats.dev !== parent.stats.dev;
  if (stats.isDirectory() && !isMount) return { kind: "folder", stats };
  const thing = isMount ? "mount of another disk" : thingOf(stats);
  return { kind: "obstacle", path, thing, expected: "a folder" };
}

function statsOf(file: string): Stats | undefined {
  try {
    return lstatSync(file, { throwIfNoEntry: false });
  } catch {
    // Nothing that could be read is there: the name is too long, say, or a folder may not be searched.
    return undefined;
  }
}

export function thingOf(stats: Stats): Thing {
  if (stats.isFile()) return "file";
  if (stats.isDirectory()) return "folder";
  return stats.isSymbolicLink() ? "link" : "special file";
}

/** The error of a thing in the way of an output. */
export function obstructed(directory: string, { path, thing, expected }: Omit<Obstacle, "kind">) {
  const place = join(directory, path);
  return new WriteError(
    `Unexpected ${thing} ${place}, expected ${expected}; move it away or choose another --out`,
  );
}

/** Reads a file of an output; undefined where another thing is there by now. */
export function readOutputFile(
  directory: string,
  { path, stats: { ino } }: Extract<Entry, { kind: "file" }>,
): Buffer | undefined {
  // On Windows the number of the disk depends on the call that asks for it.
  return readRegularFile(join(directory, path), (stats) => stats.ino === ino);
}
