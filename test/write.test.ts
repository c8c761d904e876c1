import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { MANIFEST_PATH, manifestOf } from "../generator/project/manifest.js";
import { compareOutput } from "../generator/write/compare.js";
import { WriteError } from "../generator/write/error.js";
import { writeOutput } from "../generator/write/output.js";

let out: string;

beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), "md2sdk-write-"));
});

afterEach(() => rm(out, { recursive: true }));

describe("writeOutput", () => {
  test("writes what differs, removes what is no longer made, and leaves the rest alone", async () => {
    await writeFile(join(out, "mine.txt"), "mine");
    const first = output({ "a.ts": "1", "old/b.ts": "2" });
    expect(kinds(await writeOutput(out, first))).toEqual({
      "a.ts": "added",
      "old/b.ts": "added",
      [MANIFEST_PATH]: "added",
    });
    expect(await writeOutput(out, first)).toEqual([]);
    expect(kinds(await writeOutput(out, output({ "a.ts": "1", "c.ts": "3" })))).toEqual({
      "c.ts": "added",
      "old/b.ts": "removed",
      [MANIFEST_PATH]: "changed",
    });
    // The folder that has become empty is gone as well, and nothing is left of the staging.
    expect((await readdir(out)).toSorted()).toEqual(["a.ts", "c.ts", MANIFEST_PATH, "mine.txt"]);
  });

  test.each([
    ["a file that md2sdk did not make", () => writeFile(join(out, "a.ts"), "mine")],
    ["a folder", () => mkdir(join(out, "a.ts"))],
    ["a link to elsewhere", () => symlink("/etc/hostname", join(out, "a.ts"))],
  ])("%s in the way is named, and nothing is written", async (_name, obstruct) => {
    await obstruct();
    const before = await readdir(out);
    await expect(writeOutput(out, output({ "a.ts": "1", "b.ts": "2" }))).rejects.toThrow(
      WriteError,
    );
    await expect(writeOutput(out, output({ "a.ts": "1" }))).rejects.toThrow(/a\.ts, expected none/);
    expect(await readdir(out)).toEqual(before);
  });

  test("a folder that is a link leads nowhere", async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), "md2sdk-elsewhere-"));
    await symlink(elsewhere, join(out, "src"));
    await expect(writeOutput(out, output({ "src/a.ts": "1" }))).rejects.toThrow(
      /link .*src, expected a folder/,
    );
    expect(await readdir(elsewhere)).toEqual([]);
  });

  test("a file with the very text is taken over", async () => {
    await writeFile(join(out, "a.ts"), "1");
    expect(kinds(await writeOutput(out, output({ "a.ts": "1" })))).toEqual({
      [MANIFEST_PATH]: "added",
    });
  });

  test("of two runs at once both finish, and the output is that of one", async () => {
    const one = output({ "a.ts": "1", "b.ts": "1", "one/c.ts": "1" });
    const other = output({ "a.ts": "2", "b.ts": "2", "other/c.ts": "2" });
    for (let run = 0; run < 20; run++) {
      await Promise.all([writeOutput(out, one), writeOutput(out, other)]);
      const found = [await compareOutput(out, one), await compareOutput(out, other)];
      expect(found).toContainEqual([]);
    }
  });

  test("a manifest that somebody has damaged removes nothing", async () => {
    await writeOutput(out, output({ "a.ts": "1" }));
    await writeFile(join(out, "mine.txt"), "mine");
    await writeFile(join(out, MANIFEST_PATH), '{"files": ["../x", "/etc/hostname", 7]');
    expect(kinds(await writeOutput(out, output({ "a.ts": "1" })))).toEqual({
      [MANIFEST_PATH]: "changed",
    });
    expect(await readFile(join(out, "mine.txt"), "utf8")).toBe("mine");
  });
});

function output(texts: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map([...Object.entries(texts), [MANIFEST_PATH, manifestOf(Object.keys(texts))]]);
}

function kinds(differences: Awaited<ReturnType<typeof writeOutput>>): Record<string, string> {
  return Object.fromEntries(differences.map(({ path, kind }) => [path, kind]));
}
