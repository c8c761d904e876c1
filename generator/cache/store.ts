import { randomUUID } from "node:crypto";
import { existsSync, lstatSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { crc32 } from "node:zlib";
import findCacheDirectory from "find-cache-directory";
import { makeFolder } from "../write/folder.js";
import { readRegularFile } from "../write/regular-file.js";

/** The bytes of the checksum that ends each entry. */
const CHECKSUM_LENGTH = 4;

/** The bytes that an entry has at most: no run leaves a larger one. */
const SIZE_LIMIT = 1024 ** 3;

/** Entries of earlier runs, by name. A store never fails: a damaged entry counts as missing. */
export interface Store {
  readonly read: (name: string) => Buffer | undefined;
  readonly write: (name: string, content: Uint8Array) => void;
}

/** A store for as long as the process lives. */
export function memoryStore(): Store {
  const entries = new Map<string, Buffer>();
  return {
    read: (name) => entries.get(name),
    write: (name, content) => {
      entries.set(name, Buffer.from(content));
    },
  };
}

/**
 * Opens the store of a project: `node_modules/.cache/md2sdk` beside the nearest `package.json`. An
 * entry that is damaged counts as missing, and so does one of another build of the tool.
 *
 * The checksum tells damage, not forgery: no secret could be kept from those who may write to
 * `node_modules`, and they may as well replace the tool itself. Still, no entry decides where
 * something is written: the output checks each path again. The store may be reached through links
 * (`node_modules` may be one); its own folders and entries are never links.
 *
 * @param directory the working directory
 * @param build the name of the tool's main script, which changes with the tool
 * @returns undefined where there is no project, or no place to write
 */
export function openStore(directory: string, build: string): Store | undefined {
  const root = findCacheDirectory({ name: "md2sdk", cwd: directory });
  if (root === undefined || isLink(root)) return undefined;
  const folder = join(root, build);
  if (isLink(folder)) return undefined;
  return {
    read: (name) => readStored(join(folder, name)),
    write: (name, content) => {
      try {
        if (!existsSync(folder)) removeOtherBuilds(root);
        writeEntry(join(folder, name), content);
      } catch {
        // The next run has to do the same work again.
      }
    },
  };
}

/** Returns a store that has no entries, but takes new ones for the next run. */
export function emptied({ write }: Store): Store {
  return { read: () => undefined, write };
}

/** Whether a path is a link, or cannot even be looked at. */
function isLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  } catch {
    return true;
  }
}

function readStored(path: string): Buffer | undefined {
  const entry = readRegularFile(path, ({ size }) => size >= CHECKSUM_LENGTH && size <= SIZE_LIMIT);
  if (entry === undefined) return undefined;
  const content = entry.subarray(0, -CHECKSUM_LENGTH);
  return entry.readUInt32LE(content.length) === crc32(content) ? content : undefined;
}

/** Another run reads the old entry, or the new one. */
function writeEntry(path: string, content: Uint8Array): void {
  makeFolder(dirname(path));
  const checksum = Buffer.alloc(CHECKSUM_LENGTH);
  checksum.writeUInt32LE(crc32(content));
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, Buffer.concat([content, checksum]), { flag: "wx" });
  renameSync(draft, path);
}

/** Removes the folders of other builds; other things that a link has led to are not md2sdk's. */
function removeOtherBuilds(root: string): void {
  if (!existsSync(root)) return;
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    if (!entry.isDirectory() || !/^main-\w+\.cjs$/.test(entry.name)) continue;
    rmSync(join(root, entry.name), { recursive: true, force: true });
  }
}
