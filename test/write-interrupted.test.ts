import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { MANIFEST_PATH, manifestOf } from "../generator/manifest.js";
import { WriteError } from "../generator/write/error.js";
import { writeOutput } from "../generator/write/output.js";
import { takeBack } from "../generator/write/transaction.js";

/** How many more calls change the disk before one fails; after it, whether all others fail as well. */
const disk = vi.hoisted(() => ({ callsLeft: Infinity, isDead: false }));

vi.mock("node:fs", async (importOriginal) => {
  const original = await importOriginal<typeof fs>();
  const failing = <Name extends "mkdirSync" | "renameSync" | "rmSync" | "writeFileSync">(
    name: Name,
  ) => {
    return (...parameters: never[]): unknown => {
      const fails = disk.isDead ? disk.callsLeft <= 0 : disk.callsLeft === 0;
      disk.callsLeft--;
      if (fails) throw new Error("ENOSPC: no space left on device");
      return (original[name] as (...all: never[]) => unknown)(...parameters);
    };
  };
  return {
    ...original,
    mkdirSync: failing("mkdirSync"),
    renameSync: failing("renameSync"),
    rmSync: failing("rmSync"),
    writeFileSync: failing("writeFileSync"),
  };
});

const OLD = output({ "a.ts": "old", "b.ts": "old", "gone/c.ts": "old", "same.ts": "same" });
const NEW = output({ "a.ts": "new", "b.ts": "new", "added/d.ts": "new", "same.ts": "same" });

let out: string;

beforeEach(async () => {
  Object.assign(disk, { callsLeft: Infinity, isDead: false });
  out = fs.mkdtempSync(join(tmpdir(), "md2sdk-interrupted-"));
  await writeOutput(out, OLD);
  fs.writeFileSync(join(out, "mine.txt"), "mine");
});

/** Fails at each call in turn, until there is none left to fail. */
async function interruptEverywhere(check: (failed: boolean) => Promise<void>): Promise<number> {
  for (let calls = 0; ; calls++) {
    disk.callsLeft = calls;
    const failed = await writeOutput(out, NEW).then(
      () => false,
      (error: unknown) => error instanceof WriteError,
    );
    const isOver = disk.callsLeft >= 0;
    disk.callsLeft = Infinity;
    if (isOver) return calls;
    await check(failed);
  }
}

describe("a run that cannot finish", () => {
  test("leaves the old output where the disk refuses one call", async () => {
    const calls = await interruptEverywhere(async (failed) => {
      // Where only clearing up behind it has failed, the new output is complete.
      expect(contentsOf(out)).toMatchObject(failed ? old() : added());
      await writeOutput(out, OLD);
    });
    expect(calls).toBeGreaterThan(15);
    expect(contentsOf(out)).toEqual(added());
  });

  test("is taken back by the next where it was killed", async () => {
    // As a kill does, this leaves the staging as it is.
    disk.isDead = true;
    const calls = await interruptEverywhere(async (failed) => {
      takeBack(out);
      expect(contentsOf(out)).toEqual(failed ? old() : added());
      await writeOutput(out, OLD);
    });
    expect(calls).toBeGreaterThan(15);
  });
});

function old(): Record<string, string> {
  return { ...Object.fromEntries(OLD), "mine.txt": "mine" };
}

function added(): Record<string, string> {
  return { ...Object.fromEntries(NEW), "mine.txt": "mine" };
}

function contentsOf(directory: string): Record<string, string> {
  const entries = fs.readdirSync(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    paths.map((path) => [path.slice(directory.length + 1), fs.readFileSync(path, "utf8")]),
  );
}

function output(texts: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map([...Object.entries(texts), [MANIFEST_PATH, manifestOf(Object.keys(texts))]]);
}
