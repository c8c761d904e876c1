import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cachedParse } from "../generator/cache/drafts.js";
import { memoryStore, openStore, type Store } from "../generator/cache/store.js";
import { diffSpecs, type DiffResult } from "../generator/diff.js";
import { generate } from "../generator/generate.js";
import type { SpecFile } from "../generator/ir/files.js";
import { parseDocument } from "../generator/parse/document.js";
import { jsonReport } from "../generator/report/json.js";
import { prettyReport } from "../generator/report/pretty.js";
import { editedVersions } from "./support/edits.js";
import { templates } from "./support/templates.js";

describe("a run with a cache", () => {
  test("makes the same as one without, byte for byte, and says the same", async () => {
    await fc.assert(
      fc.asyncProperty(editedVersions, async (specs) => {
        const store = memoryStore();
        let printed: ReadonlyMap<string, string> = new Map();
        for (const spec of specs) {
          const cached = await resultOf(spec, store, printed);
          const fresh = await resultOf(spec);
          expect(cached.report).toBe(fresh.report);
          expect(cached.pretty).toBe(fresh.pretty);
          expect(cached.files).toEqual(fresh.files);
          printed = cached.printed;
        }
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  test("finds the same changes as one without", async () => {
    await fc.assert(
      fc.property(editedVersions, ([old = [], now = []]) => {
        const parse = cachedParse(parseDocument, memoryStore());
        diffSpecs(now, old, { parse });
        expect(textsOf(diffSpecs(old, now, { parse }))).toEqual(textsOf(diffSpecs(old, now)));
      }),
      { numRuns: 100 },
    );
  });
});

function textsOf({ changes }: DiffResult) {
  return changes.map(({ message, old, new: now }) => [message, old?.start, now?.start]);
}

async function resultOf(
  spec: readonly SpecFile[],
  store?: Store,
  printed?: ReadonlyMap<string, string>,
) {
  const parse = store && cachedParse(parseDocument, store);
  const result = await generate(spec, { templates, parse, printed });
  const report = jsonReport(result.documents, result.counts);
  return { ...result, report, pretty: prettyReport(result.documents, false) };
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

  test("is content where nothing can be written", () => {
    mkdirSync(join(project, "node_modules/.cache"), { recursive: true });
    writeFileSync(join(project, "node_modules/.cache/md2sdk"), "a file");
    const store = storeOf("1");
    store.write("entry", Buffer.from("x"));
    expect(store.read("entry")).toBeUndefined();
  });
});
