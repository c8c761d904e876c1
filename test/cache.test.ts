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
import { deserialize, serialize } from "node:v8";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { RunCache } from "../generator/cache/last-run.js";
import { memoryStore, type Store } from "../generator/cache/store.js";
import { generate } from "../generator/commands/generate.js";
import { NO_COUNTS } from "../generator/project/counts.js";
import { MANIFEST_PATH } from "../generator/project/manifest.js";
import type { SpecFile } from "../generator/source/spec-file.js";
import { changeList } from "../generator/report/changes.js";
import { compared } from "./support/changes.js";
import { editedVersions } from "./support/edits.js";
import { runs } from "./support/fuzz.js";

const templates = {
  typescript: fileURLToPath(new URL("../templates/typescript/", import.meta.url)),
  site: "",
};

describe("a run with a cache", () => {
  let directory = "";

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "md2sdk-cache-"));
  });

  afterEach(() => rmSync(directory, { recursive: true }));

  test("makes and says the same as one without, and finds the same changes", async () => {
    await fc.assert(
      fc.asyncProperty(editedVersions, async (versions) => {
        // A failure leaves no output that the next, smaller one could be compared with.
        for (const out of ["fresh", "cached"]) {
          rmSync(join(directory, out), { recursive: true, force: true });
        }
        const store = memoryStore();
        let last: readonly SpecFile[] | undefined;
        for (const spec of versions) {
          const fresh = await generateIn(directory, spec, "fresh");
          const { changes, release, ...cached } = await generateIn(
            directory,
            spec,
            "cached",
            store,
          );
          expect(cached).toEqual({ ...cached, ...fresh, changes: undefined, release: undefined });
          const isMade = fresh.status === 0;
          const diff = isMade && last && compared(placed(last), placed(spec));
          expect({ changes, release }).toEqual({
            changes: diff ? changeList(diff) : undefined,
            release: diff ? diff.release : undefined,
          });
          if (isMade) last = spec;
        }
      }),
      { numRuns: runs(20, 50) },
    );
  });
});

describe("an entry of another shape", () => {
  /** Values of which no entry is one; `__proto__` is a property of its own. */
  const values: readonly unknown[] = [
    null,
    7,
    "text",
    [],
    {},
    { digest: "", files: [["../outside.ts", "planted"]], module: {}, printed: new Map([[1, 2]]) },
    { source: null, value: { source: null }, diagnostics: [{}] },
    { source: { path: "spec/a.md", text: "" }, value: { topics: 7 }, diagnostics: 7 },
    { inputs: 7, outputs: null, modules: [], counts: "", report: {} },
    JSON.parse('{"__proto__": {"inputs": "", "outputs": {"../outside.ts": ""}}}'),
  ];

  test.each(values.map((value) => [JSON.stringify(value), value]))("%s", async (_name, value) => {
    const directory = mkdtempSync(join(tmpdir(), "md2sdk-shapes-"));
    const entries = new Map<string, Buffer>();
    const store: Store = {
      read: (name) => entries.get(name),
      write: (name, content) => void entries.set(name, Buffer.from(content)),
    };
    const model =
      "# 主题\n\n## Models\n\n### `A`\n\nName|JSON|Type|Doc\n-|-|-|-\n`A`|`a`|`int`|文档\n";
    const spec = [
      { path: "spec/a.md", value: model },
      { path: "spec/b.md", value: model.replace("### `A`", "### `B`") },
    ];
    const made = await generateIn(directory, spec, "out", store);
    expect(made.status).toBe(0);
    for (const kind of ["run", "work", "draft"]) {
      const names = [...entries.keys()].filter((name) => name.endsWith(`.${kind}`));
      expect(names).not.toEqual([]);
      const kept = new Map(entries);
      const isJson = kind === "run" || kind === "work";
      const content = isJson ? Buffer.from(JSON.stringify(value)) : serialize(value);
      for (const name of names) entries.set(name, content);
      // A model is another one, so that there is work to do.
      const edited = [{ path: "spec/a.md", value: model.replace("文档", kind) }, ...spec.slice(1)];
      const { files, status } = await generateIn(directory, edited, "out", store);
      const fresh = await generateIn(directory, edited, "fresh");
      expect({ kind, status, files }).toEqual({ kind, status: 0, files: fresh.files });
      for (const [name, entry] of kept) entries.set(name, entry);
      expect(existsSync(join(directory, "outside.ts"))).toBe(false);
    }
    rmSync(directory, { recursive: true });
  });

  test.each([
    ["declarations", [{ kind: "model", name: null, members: 7 }]],
    ["tables", { read: "1", unread: 0 }],
  ])("in its %s only: the run does without it", async (property, damage) => {
    const directory = mkdtempSync(join(tmpdir(), "md2sdk-shapes-"));
    const model =
      "# 主题\n\n## Models\n\n### `A`\n\nName|JSON|Type|Doc\n-|-|-|-\n`A`|`a`|`int`|文档\n";
    const entries = new Map<string, Buffer>();
    const store: Store = {
      read: (name) => entries.get(name),
      write: (name, content) => void entries.set(name, Buffer.from(content)),
    };
    const other = { path: "spec/b.md", value: model.replace("### `A`", "### `B`") };
    await generateIn(directory, [{ path: "spec/a.md", value: model }, other], "out", store);
    for (const [name, content] of entries) {
      if (!name.endsWith(".draft")) continue;
      const entry = deserialize(content) as { value: object };
      entries.set(name, serialize({ ...entry, value: { ...entry.value, [property]: damage } }));
    }
    const edited = [{ path: "spec/a.md", value: model.replace("文档", "说明") }, other];
    const { files, status, counts } = await generateIn(directory, edited, "out", store);
    const fresh = await generateIn(directory, edited, "fresh");
    expect({ status, files, counts }).toEqual({
      status: 0,
      files: fresh.files,
      counts: fresh.counts,
    });
    rmSync(directory, { recursive: true });
  });
});

test("an entry of a run without counts or without a manifest is missing", () => {
  const cache = new RunCache(memoryStore(), "out");
  const report = { output: "", messages: "" };
  const outputs = { [MANIFEST_PATH]: "digest" };
  const whole = { inputs: "digest", outputs, counts: NO_COUNTS, report };
  const { models: _models, ...counts } = NO_COUNTS;
  for (const damaged of [
    { ...whole, outputs: {} },
    { ...whole, counts: counts as typeof NO_COUNTS },
  ]) {
    const work = { specFiles: [], settings: {}, printed: new Map<string, string>() };
    cache.save(whole, work);
    expect(cache.run).toEqual(whole);
    cache.save(damaged, work);
    expect(cache.run).toBeUndefined();
  }
});

/** Generates in the directory; returns the report, and the files of the output. */
async function generateIn(
  directory: string,
  spec: readonly SpecFile[],
  out: string,
  store?: Store,
) {
  rmSync(join(directory, "spec"), { recursive: true, force: true });
  for (const { path, value } of spec) write(join(directory, "spec", basename(path)), value);
  let output = "";
  const stream = { hasColors: false, isTerminal: false, write: () => {} };
  const context = {
    version: "0.0.0",
    environment: {},
    directory,
    store,
    messages: stream,
    output: { ...stream, write: (text: string) => (output += text) },
  };
  const target = "typescript" as const;
  const options = { spec: ["spec/"], out: join(directory, out), target, templates };
  const flags = { reporter: "json", check: false, cache: store !== undefined } as const;
  const status = await generate({ ...options, ...flags }, context);
  const { changes, summary, ...report } = JSON.parse(output) as Report;
  const { release, ...counts } = summary;
  for (const key of ["differences", "since", "breaking", "additive", "documentation"])
    delete counts[key];
  return { status, report, counts, changes, release, files: filesBelow(join(directory, out)) };
}

interface Report {
  readonly changes?: readonly unknown[];
  readonly summary: Partial<Record<string, unknown>> & { readonly release?: string };
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
