import * as fs from "node:fs";
import type * as promises from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { filesOf, MANIFEST_PATH, manifestOf } from "../generator/project/manifest.js";
import { compareOutput } from "../generator/write/compare.js";
import { WriteError } from "../generator/write/error.js";
import { writeOutput } from "../generator/write/output.js";

/** How many more calls change the disk before one fails; after it, whether all others fail as well. */
const disk = vi.hoisted(() => ({ callsLeft: Infinity, isDead: false }));

/** How often the disk was asked for something. */
const questions = vi.hoisted(() => ({ count: 0 }));

vi.mock("node:fs/promises", async (importOriginal) => {
  const original = await importOriginal<typeof promises>();
  const readFile = (...parameters: Parameters<typeof promises.readFile>) => {
    questions.count++;
    return original.readFile(...parameters);
  };
  return { ...original, readFile };
});

vi.mock("node:fs", async (importOriginal) => {
  const original = await importOriginal<typeof fs>();
  const failing = (name: keyof typeof fs) => {
    return (...parameters: never[]): unknown => {
      const fails = disk.isDead ? disk.callsLeft <= 0 : disk.callsLeft === 0;
      disk.callsLeft--;
      if (fails) throw new Error("ENOSPC: no space left on device");
      return (original[name] as (...all: never[]) => unknown)(...parameters);
    };
  };
  const names = [
    "copyFileSync",
    "linkSync",
    "mkdirSync",
    "renameSync",
    "rmdirSync",
    "rmSync",
    "writeFileSync",
  ] as const;
  const asking = (name: "lstatSync" | "openSync" | "readFileSync") => {
    return (...parameters: never[]): unknown => {
      questions.count++;
      return (original[name] as (...all: never[]) => unknown)(...parameters);
    };
  };
  return {
    ...original,
    lstatSync: asking("lstatSync"),
    openSync: asking("openSync"),
    readFileSync: asking("readFileSync"),
    ...Object.fromEntries(names.map((name) => [name, failing(name)])),
  };
});

const OLD = output({ "a.ts": "old", "b.ts": "old", "gone/c.ts": "old", "same.ts": "same" });
const NEW = output({ "a.ts": "new", "b.ts": "new", "added/d.ts": "new", "same.ts": "same" });
const OTHER = output({ "a.ts": "other", "gone/c.ts": "other", "same.ts": "same" });

let out: string;

beforeEach(async () => {
  Object.assign(disk, { callsLeft: Infinity, isDead: false });
  out = fs.mkdtempSync(join(tmpdir(), "md2sdk-interrupted-"));
  await writeOutput(out, OLD);
  fs.writeFileSync(join(out, "mine.txt"), "mine");
});

/** Fails at each call in turn, until there is none left to fail. */
async function interruptEverywhere(
  check: (failed: boolean) => Promise<void>,
  isDead = false,
): Promise<number> {
  for (let calls = 0; ; calls++) {
    // As a kill does, a dead disk leaves the staging as it is.
    Object.assign(disk, { callsLeft: calls, isDead });
    const failed = await writeOutput(out, NEW).then(
      () => false,
      (error: unknown) => error instanceof WriteError,
    );
    const isOver = disk.callsLeft >= 0;
    Object.assign(disk, { callsLeft: Infinity, isDead: false });
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

  test.each([
    ["the same output", NEW, added],
    ["the output before", OLD, old],
    ["another output", OTHER, other],
  ])("is completed by the next where it was killed: %s", async (_name, next, expected) => {
    const calls = await interruptEverywhere(async () => {
      const { "mine.txt": _, ...made } = contentsOf(out);
      const files = Object.keys(made).filter((path) => !path.startsWith(".md2sdk"));
      // Whatever was made is known for it, so that the next run may replace it.
      expect(filesOf(made[MANIFEST_PATH] ?? "")).toEqual(expect.arrayContaining(files));
      fs.rmSync(join(out, ".md2sdk.lock"), { recursive: true, force: true });
      await writeOutput(out, next);
      expect(contentsOf(out)).toEqual(expected());
      await writeOutput(out, OLD);
    }, true);
    expect(calls).toBeGreaterThan(15);
  });
});

test("the disk is not asked for each file of a folder that is gone", async () => {
  const paths = Array.from({ length: 10_000 }, (_, index) => `gone-${index % 10}/m${index}.ts`);
  fs.writeFileSync(join(out, MANIFEST_PATH), manifestOf([...paths, "a.ts"]));
  questions.count = 0;
  const differences = await compareOutput(out, OLD);
  expect(differences).toEqual([{ path: MANIFEST_PATH, kind: "changed" }]);
  expect(questions.count).toBeLessThan(50);
});

function old(): Record<string, string> {
  return { ...Object.fromEntries(OLD), "mine.txt": "mine" };
}

function other(): Record<string, string> {
  return { ...Object.fromEntries(OTHER), "mine.txt": "mine" };
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
