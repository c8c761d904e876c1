import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { memoryStore, openStore, type Store } from "../generator/cache/store.js";
import { generate } from "../generator/commands/generate.js";
import { diffSpecs } from "../generator/diff.js";
import type { SpecFile } from "../generator/ir/files.js";
import { changeList } from "../generator/report/changes.js";
import { editedVersions } from "./support/edits.js";

const templatesFolder = fileURLToPath(new URL("../templates/", import.meta.url));

describe("a run with a cache", () => {
  let directory = "";

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "md2sdk-cache-"));
  });

  afterEach(() => rmSync(directory, { recursive: true }));

  /** Generates in the directory; returns the report, and the files of the output. */
  async function run(spec: readonly SpecFile[], out: string, store?: Store) {
    rmSync(join(directory, "spec"), { recursive: true, force: true });
    for (const { path, value } of spec) write(join(directory, "spec", basename(path)), value);
    let output = "";
    const stream = { hasColors: false, isTerminal: false, write: () => {} };
    const context = {
      workspace: undefined,
      directory,
      store,
      messages: stream,
      output: { ...stream, write: (text: string) => (output += text) },
    };
    const options = { spec: ["spec/"], out: join(directory, out), templates: templatesFolder };
    const flags = { reporter: "json", check: false, cache: store !== undefined } as const;
    const status = await generate({ ...options, ...flags }, context);
    const { changes, summary, ...report } = JSON.parse(output) as Report;
    const { differences: _, release, ...counts } = summary;
    return { status, report, counts, changes, release, files: filesBelow(join(directory, out)) };
  }

  test("makes and says the same as one without, and finds the same changes", async () => {
    await fc.assert(
      fc.asyncProperty(editedVersions, async (versions) => {
        const store = memoryStore();
        let last: readonly SpecFile[] | undefined;
        for (const spec of versions) {
          const fresh = await run(spec, "fresh");
          const { changes, release, ...cached } = await run(spec, "cached", store);
          expect(cached).toEqual({ ...cached, ...fresh, changes: undefined, release: undefined });
          const isMade = fresh.status === 0;
          const diff = isMade && last && diffSpecs(placed(last), placed(spec));
          expect({ changes, release }).toEqual({
            changes: diff ? changeList({ ...diff, revisions: {} }) : undefined,
            release: diff ? diff.release : undefined,
          });
          if (isMade) last = spec;
        }
        for (const out of ["fresh", "cached"]) {
          rmSync(join(directory, out), { recursive: true, force: true });
        }
      }),
      { numRuns: 50 },
    );
  }, 120_000);
});

interface Report {
  readonly changes?: readonly unknown[];
  readonly summary: { readonly differences: unknown; readonly release?: string };
}

function placed(spec: readonly SpecFile[]): SpecFile[] {
  return spec.map(({ path, value }) => ({ path: `spec/${basename(path)}`, value }));
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function filesBelow(folder: string): Map<string, string> {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  return new Map(paths.toSorted().map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

describe("the store of a project", () => {
  let project = "";

  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), "md2sdk-store-"));
    writeFileSync(join(project, "package.json"), "{}");
  });

  afterEach(() => rmSync(project, { recursive: true }));

  function storeOf(build: string): Store {
    const store = openStore(project, build);
    if (store === undefined) throw new Error("no store");
    return store;
  }

  function fileOf(build: string, name: string): string {
    return join(project, "node_modules/.cache/md2sdk", build, name);
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
    expect(readdirSync(join(project, "node_modules/.cache/md2sdk"))).toEqual(["2"]);
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
    const store = storeOf("1");
    store.write("entry", Buffer.from("x"));
    expect(store.read("entry")).toBeUndefined();
  });
});
