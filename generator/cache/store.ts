import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { crc32 } from "node:zlib";
import findCacheDirectory from "find-cache-directory";
import { makeFolder } from "../folder.js";

/** The bytes of the checksum that ends each entry. */
const CHECKSUM_LENGTH = 4;

/** What earlier runs have left: entries by name. Nothing that goes wrong with one is a failure. */
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
 * entry that is damaged is none, and so is one that another build of the tool has left.
 *
 * @param directory the working directory
 * @param build what tells one build of the tool from another
 * @returns nothing where there is no project, or no place to write
 */
export function openStore(directory: string, build: string): Store | undefined {
  const root = findCacheDirectory({ name: "md2sdk", cwd: directory });
  if (root === undefined) return undefined;
  const folder = join(root, build);
  return {
    read: (name) => readEntry(join(folder, name)),
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

function readEntry(path: string): Buffer | undefined {
  try {
    const entry = readFileSync(path);
    const content = entry.subarray(0, -CHECKSUM_LENGTH);
    return entry.readUInt32LE(content.length) === crc32(content) ? content : undefined;
  } catch {
    return undefined;
  }
}

/** Another run reads the old entry, or the new one. */
function writeEntry(path: string, content: Uint8Array): void {
  makeFolder(dirname(path));
  const checksum = Buffer.alloc(CHECKSUM_LENGTH);
  checksum.writeUInt32LE(crc32(content));
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, Buffer.concat([content, checksum]));
  renameSync(draft, path);
}

function removeOtherBuilds(root: string): void {
  if (!existsSync(root)) return;
  for (const name of readdirSync(root)) rmSync(join(root, name), { recursive: true, force: true });
}
