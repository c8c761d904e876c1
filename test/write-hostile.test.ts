import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { filesOf, MANIFEST_PATH, manifestOf } from "../generator/project/manifest.js";
import { compareOutput } from "../generator/write/compare.js";
import { WriteError } from "../generator/write/error.js";
import { isUntouched, writeOutput } from "../generator/write/output.js";
import { treeOf } from "./support/tree.js";

/** A place with an output, and with files of a user in and beside it. */
let place: string;
let out: string;

const NEXT = output({ "a.ts": "next", "src/b.ts": "next" });

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "md2sdk-hostile-"));
  out = join(place, "out");
  plant("outside/mine.txt", "mine");
  plant("out/mine.txt", "mine");
  plant("out/src/mine.ts", "mine");
});

afterEach(() => rmSync(place, { recursive: true, force: true }));

function plant(path: string, text: string): void {
  mkdirSync(dirname(join(place, path)), { recursive: true });
  writeFileSync(join(place, path), text);
}

/** Returns the texts of the user's files: they stay, whatever is planted. */
function mine(): Record<string, string> {
  const texts = ["mine.txt", "src/mine.ts"].map((path) => [
    path,
    readFileSync(join(out, path), "utf8"),
  ]);
  return { ...treeOf(join(place, "outside")), ...Object.fromEntries(texts) };
}

const MINE = { "mine.txt": "mine", "src/mine.ts": "mine" };

const DONE = { ...Object.fromEntries(NEXT), ...MINE, src: "(folder)" };

describe("a planted staging", () => {
  const journals: readonly string[] = [
    JSON.stringify({ files: ["mine.txt", "src/mine.ts", "../outside/mine.txt"] }),
    JSON.stringify({ files: { length: 1, 0: "mine.txt" }, added: ["mine.txt"], removed: "*" }),
    '{"__proto__": {"files": ["mine.txt"]}}',
    "null",
    "[".repeat(100_000),
    " ".repeat(10_000_000),
  ];

  test.each(journals.map((journal) => [journal.slice(0, 40), journal]))(
    "with the journal %s changes nothing",
    async (_name, journal) => {
      plant("out/.md2sdk-staging/journal.json", journal);
      plant("out/.md2sdk-staging/old/mine.txt", "planted");
      plant(`out/.md2sdk-staging/old/${MANIFEST_PATH}`, manifestOf(["mine.txt", "src/mine.ts"]));
      await writeOutput(out, NEXT);
      expect(mine()).toEqual(MINE);
      expect(treeOf(out)).toEqual(DONE);
    },
  );

  test("with links in it leads nowhere", async () => {
    plant("out/.md2sdk-staging/journal.json", '{"files": ["mine.txt"]}');
    symlinkSync(join(place, "outside"), join(out, ".md2sdk-staging/old"));
    symlinkSync(join(place, "outside"), join(out, ".md2sdk-staging/new"));
    await writeOutput(out, NEXT);
    expect(mine()).toEqual(MINE);
    expect(treeOf(out)).toEqual(DONE);
  });

  test.each([
    ["a link", (path: string) => symlinkSync(join(place, "outside"), path)],
    ["a file", (path: string) => writeFileSync(path, "mine")],
    ["a pipe", (path: string) => void execFileSync("mkfifo", [path])],
  ])("%s in its place is refused", async (_name, obstruct) => {
    for (const name of [".md2sdk-staging", ".md2sdk.lock"]) {
      obstruct(join(out, name));
      const before = treeOf(out);
      await expect(writeOutput(out, NEXT)).rejects.toThrow(
        /Unexpected .*\.md2sdk.*, expected none/,
      );
      expect(treeOf(out)).toEqual(before);
      rmSync(join(out, name));
    }
    expect(mine()).toEqual(MINE);
  });
});

describe("a planted manifest", () => {
  test("lists only paths that an output can have", () => {
    const paths = [
      "/etc/hostname",
      "../outside/mine.txt",
      "src/../../outside/mine.txt",
      "..",
      ".",
      "./mine.txt",
      "src/./mine.ts",
      "src//mine.ts",
      "src/",
      "",
      "C:mine.txt",
      "C:\\mine.txt",
      "\\\\host\\share\\mine.txt",
      "//host/share/mine.txt",
      "..\\outside\\mine.txt",
      "mine.txt.",
      "mine.txt ",
      "mine.txt::$DATA",
      "mine.txt\0",
      "mine\u001b[2J.txt",
      "mine\ud800.txt",
      ".git/config",
      "src/.env",
      ".md2sdk-staging/x",
      7,
      null,
      ["mine.txt"],
      { toString: "mine.txt" },
    ];
    expect(filesOf(JSON.stringify({ files: paths }))).toEqual([]);
    const usual = ["README.md", "src/用户.ts", "src/a b.ts", "src/a..b.ts", "a/b/c/_d-1.enums.ts"];
    expect(filesOf(JSON.stringify({ files: [...usual, ...usual] }))).toEqual(usual);
    expect(filesOf('{"__proto__": {"files": ["mine.txt"]}}')).toBeUndefined();
  });

  test("removes nothing through a link", async () => {
    rmSync(join(out, "src"), { recursive: true });
    symlinkSync(join(place, "outside"), join(out, "src"));
    symlinkSync(join(place, "outside/mine.txt"), join(out, "linked.txt"));
    plant(`out/${MANIFEST_PATH}`, manifestOf(["src/mine.txt", "linked.txt"]));
    await writeOutput(out, output({ "a.ts": "next" }));
    expect(treeOf(join(place, "outside"))).toEqual({ "mine.txt": "mine" });
    expect(existsSync(join(out, "linked.txt"))).toBe(true);
  });

  test("does not make a link, a folder or a pipe a file that may be replaced", async () => {
    plant(`out/${MANIFEST_PATH}`, manifestOf([...NEXT.keys()]));
    for (const obstruct of [
      (path: string) => symlinkSync(join(place, "outside/mine.txt"), path),
      (path: string) => mkdirSync(path),
      (path: string) => execFileSync("mkfifo", [path]),
      // It never ends.
      (path: string) => symlinkSync("/dev/zero", path),
    ]) {
      obstruct(join(out, "a.ts"));
      const before = treeOf(out);
      await expect(compareOutput(out, NEXT)).resolves.toContainEqual({
        path: "a.ts",
        kind: "changed",
      });
      await expect(writeOutput(out, NEXT)).rejects.toThrow(/a\.ts, expected none/);
      expect(treeOf(out)).toEqual(before);
      rmSync(join(out, "a.ts"), { recursive: true });
    }
    expect(mine()).toEqual(MINE);
  });

  test("that is a pipe or endless is not read", async () => {
    for (const obstruct of [
      (path: string) => execFileSync("mkfifo", [path]),
      (path: string) => symlinkSync("/dev/zero", path),
    ]) {
      obstruct(join(out, MANIFEST_PATH));
      await expect(writeOutput(out, NEXT)).rejects.toThrow(WriteError);
      rmSync(join(out, MANIFEST_PATH));
    }
    expect(mine()).toEqual(MINE);
  });

  test("does not put a text of its own into a message", async () => {
    const generator = "\u001b[2J\n::error::";
    plant(`out/${MANIFEST_PATH}`, JSON.stringify({ generator, files: [] }));
    await writeOutput(out, NEXT);
    expect(treeOf(out)).toEqual(DONE);
  });

  test("in another spelling of a file's name does not remove the file", async () => {
    await writeOutput(out, output({ "a.ts": "next" }));
    // A second name stands for a disk where case does not count.
    linkSync(join(out, "a.ts"), join(out, "A.ts"));
    plant(`out/${MANIFEST_PATH}`, manifestOf(["A.ts", "a.ts"]));
    await writeOutput(out, output({ "a.ts": "next" }));
    expect(existsSync(join(out, "A.ts"))).toBe(true);
  });
});

describe("the folder of the output", () => {
  test("is not a link, nor below one in the working directory", async () => {
    vi.spyOn(process, "cwd").mockReturnValue(place);
    symlinkSync(join(place, "outside"), join(place, "link"));
    for (const folder of [
      "link",
      "link/",
      "link/sdk",
      join(place, "link"),
      join(place, "link/a/b"),
    ]) {
      await expect(writeOutput(folder, NEXT)).rejects.toThrow(/Unexpected link .*link/);
    }
    symlinkSync(join(place, "nowhere"), join(place, "dangling"));
    await expect(writeOutput("dangling", NEXT)).rejects.toThrow(/Unexpected link dangling/);
    vi.restoreAllMocks();
    await expect(writeOutput(join(place, "link"), NEXT)).rejects.toThrow(/Unexpected link .*link/);
    expect(mine()).toEqual(MINE);
  });

  test("is not a file", async () => {
    await expect(writeOutput(join(out, "mine.txt"), NEXT)).rejects.toThrow(/Unexpected file/);
    await expect(writeOutput(join(out, "mine.txt/sdk"), NEXT)).rejects.toThrow(WriteError);
    expect(mine()).toEqual(MINE);
  });

  // The superuser may write to any folder.
  test.skipIf(process.getuid?.() === 0)("may be read-only where nothing changes", async () => {
    await writeOutput(out, NEXT);
    chmodSync(out, 0o500);
    expect(await writeOutput(out, NEXT)).toEqual([]);
    await expect(writeOutput(out, output({ "a.ts": "other" }))).rejects.toThrow(WriteError);
    chmodSync(out, 0o700);
    expect(treeOf(out)).toEqual(DONE);
  });
});

test("a file is written only to a path of the output, and to each once", async () => {
  for (const path of ["../outside/a.ts", "/tmp/a.ts", "src/../a.ts", "a\\b.ts", ".env", "A.TS"]) {
    const files = new Map([...NEXT, [path, "planted"]]);
    await expect(writeOutput(out, files)).rejects.toThrow(/Unexpected file/);
  }
  const digests = { "../outside/mine.txt": "any", ["__proto__"]: "any" };
  await expect(isUntouched(out, digests)).resolves.toBe(false);
  expect(existsSync(join(out, "a.ts"))).toBe(false);
  expect(mine()).toEqual(MINE);
});

test("whatever is planted, only files of the manifest change", async () => {
  const name = fc.constantFrom("a.ts", "mine.txt", "src", "b.ts", "x", MANIFEST_PATH);
  const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("/"));
  const named = fc.constantFrom("mine.txt", "src/mine.ts", "../outside/mine.txt", MANIFEST_PATH);
  const list = fc.array(fc.oneof(named, path, fc.string()), { maxLength: 4 });
  const texts = fc.oneof(
    list.map((files) => JSON.stringify({ generator: "md2sdk", files })),
    fc.json(),
  );
  const thing = fc.oneof(
    texts.map((text) => ({ kind: "file" as const, text })),
    fc
      .constantFrom("../..", "../outside", "mine.txt")
      .map((text) => ({ kind: "link" as const, text })),
    fc.constant({ kind: "folder" as const, text: "" }),
  );
  const things = fc.array(fc.tuple(path, thing), { maxLength: 6 });
  const inStaging = fc.oneof(
    named.map((file) => `old/${file}`),
    fc.constantFrom("old", "new", "old/src", "x"),
  );
  const staged = fc.array(fc.tuple(inStaging, thing), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(texts, things, texts, staged, async (text, planted, journal, old) => {
      rmSync(out, { recursive: true, force: true });
      plant("out/mine.txt", "mine");
      set(MANIFEST_PATH, { kind: "file", text });
      set(".md2sdk-staging/journal.json", { kind: "file", text: journal });
      for (const [at, value] of planted) set(at, value);
      for (const [at, value] of old) set(`.md2sdk-staging/${at}`, value);
      const before = treeOf(place);
      const own = new Set([...(filesOf(text) ?? []), MANIFEST_PATH].map((file) => `out/${file}`));
      const isDone = await writeOutput(out, NEXT).then(
        () => true,
        (error: unknown) => {
          if (error instanceof WriteError) return false;
          throw error;
        },
      );
      const after = treeOf(place);
      for (const [at, content] of Object.entries(before)) {
        if (own.has(at) || /^out\/\.md2sdk-staging(\/|$)/.test(at)) continue;
        // Folders that have become empty are removed with the last file of the output in them.
        if (content === "(folder)" && [...own].some((file) => file.startsWith(`${at}/`))) continue;
        expect([at, after[at]]).toEqual([at, content]);
      }
      const made = [...NEXT.keys()].map((file) => [file, after[`out/${file}`]] as const);
      expect(isDone ? made : [...NEXT]).toEqual([...NEXT]);
      expect(isDone && "out/.md2sdk-staging" in after).toBe(false);
    }),
    { numRuns: 100 },
  );
});

/** Puts a thing into the output where there is room for it. */
function set(at: string, { kind, text }: { kind: "file" | "link" | "folder"; text: string }): void {
  const file = join(out, at);
  try {
    mkdirSync(dirname(file), { recursive: true });
    if (kind === "file") writeFileSync(file, text, { flag: "wx" });
    else if (kind === "folder") mkdirSync(file);
    else symlinkSync(text, file);
  } catch {
    // The path leads through a file or a link, or to a thing that is there.
  }
}

function output(texts: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map([...Object.entries(texts), [MANIFEST_PATH, manifestOf(Object.keys(texts))]]);
}
