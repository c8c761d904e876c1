import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openStore, type Store } from "../generator/cache/store.js";

function buildOf(version: string): string {
  return `main-${version}.cjs`;
}

describe("the store of a project", () => {
  let project = "";

  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), "md2sdk-store-"));
    writeFileSync(join(project, "package.json"), "{}");
  });

  afterEach(() => rmSync(project, { recursive: true }));

  function storeOf(build: string): Store {
    const store = openStore(project, buildOf(build));
    if (store === undefined) throw new Error("no store");
    return store;
  }

  function fileOf(build: string, name: string): string {
    return join(project, "node_modules/.cache/md2sdk", buildOf(build), name);
  }

  test("gives back what was written", () => {
    storeOf("1").write("entry", Buffer.from("内容"));
    expect(storeOf("1").read("entry")?.toString()).toBe("内容");
    expect(storeOf("1").read("other")).toBeUndefined();
  });

  test("has nothing of another build, and keeps nothing of it", () => {
    storeOf("1").write("entry", Buffer.from("old"));
    expect(storeOf("2").read("entry")).toBeUndefined();
    storeOf("2").write("entry", Buffer.from("new"));
    expect(readdirSync(join(project, "node_modules/.cache/md2sdk"))).toEqual([buildOf("2")]);
  });

  test("takes an entry that is damaged for none", () => {
    const content = Buffer.from("a text of some length");
    storeOf("1").write("entry", content);
    const path = fileOf("1", "entry");
    const bytes = readFileSync(path);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, mask) => {
        const damaged = Buffer.from(bytes);
        damaged[at] = (damaged[at] ?? 0) ^ mask;
        writeFileSync(path, damaged);
        expect(storeOf("1").read("entry")).toBeUndefined();
        writeFileSync(path, bytes.subarray(0, at));
        expect(storeOf("1").read("entry")).toBeUndefined();
      }),
    );
    storeOf("1").write("entry", content);
    expect(storeOf("1").read("entry")).toEqual(content);
  });

  test("removes nothing but builds, and writes nothing through a link", () => {
    const elsewhere = join(project, "elsewhere");
    mkdirSync(join(elsewhere, "mine"), { recursive: true });
    writeFileSync(join(elsewhere, "main-1.txt"), "mine");
    mkdirSync(join(project, "node_modules"));
    // A cache that several projects share is a link; the folder in it is md2sdk's.
    symlinkSync(project, join(project, "node_modules/.cache"));
    renameSync(elsewhere, join(project, "md2sdk"));
    storeOf("1").write("entry", Buffer.from("x"));
    expect(readdirSync(join(project, "md2sdk"))).toEqual([buildOf("1"), "main-1.txt", "mine"]);
    rmSync(join(project, "md2sdk", buildOf("1")), { recursive: true });
    renameSync(join(project, "md2sdk"), elsewhere);
    symlinkSync(elsewhere, join(project, "md2sdk"));
    expect(openStore(project, buildOf("1"))).toBeUndefined();
    rmSync(join(project, "md2sdk"));
    mkdirSync(join(project, "md2sdk"));
    symlinkSync(elsewhere, join(project, "md2sdk", buildOf("1")));
    expect(openStore(project, buildOf("1"))).toBeUndefined();
    expect(readdirSync(elsewhere)).toEqual(["main-1.txt", "mine"]);
  });

  test("does not read a pipe, nor what never ends", () => {
    storeOf("1").write("entry", Buffer.from("x"));
    execFileSync("mkfifo", [fileOf("1", "pipe")]);
    symlinkSync("/dev/zero", fileOf("1", "zero"));
    expect(storeOf("1").read("pipe")).toBeUndefined();
    expect(storeOf("1").read("zero")).toBeUndefined();
    storeOf("1").write("zero", Buffer.from("x"));
    expect(storeOf("1").read("zero")?.toString()).toBe("x");
  });

  test("is content with a place that no disk has", () => {
    vi.stubEnv("CACHE_DIR", "/proc/md2sdk");
    const store = storeOf("1");
    store.write("entry", Buffer.from("x"));
    expect(store.read("entry")).toBeUndefined();
    vi.unstubAllEnvs();
  });

  test("is content where nothing can be written", () => {
    mkdirSync(join(project, "node_modules/.cache"), { recursive: true });
    writeFileSync(join(project, "node_modules/.cache/md2sdk"), "a file");
    const store = openStore(project, buildOf("1"));
    store?.write("entry", Buffer.from("x"));
    expect(store?.read("entry")).toBeUndefined();
  });
});
