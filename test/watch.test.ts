import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi, type Mock } from "vitest";
import { watch, type Watched } from "../generator/watch/watch.js";

let directory = "";
let ends = new AbortController();

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "md2sdk-watch-"));
  mkdirSync(join(directory, "spec"));
  write("spec/a.md", "a");
  ends = new AbortController();
});

afterEach(() => {
  ends.abort();
  rmSync(directory, { recursive: true });
});

function write(path: string, text: string): void {
  writeFileSync(join(directory, path), text);
}

/** Watches with a run that only counts, and waits until the watcher is at work. */
async function startWatch(
  patterns: readonly string[],
  made: readonly string[] = [],
  onError?: (error: unknown) => void,
) {
  const run = vi.fn<() => Promise<Watched>>(() => Promise.resolve({ patterns, made }));
  const ended = watch(run, { directory, onError, signal: ends.signal });
  await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(2));
  await pause(300);
  return { run, ended };
}

async function expectRunAfter(run: Mock, change: () => void): Promise<void> {
  const before = run.mock.calls.length;
  change();
  await vi.waitFor(() => expect(run.mock.calls.length).toBeGreaterThan(before), { timeout: 5000 });
  await pause(150);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

test("runs on changes, new files, names and files that go; several changes are one run", async () => {
  const { run, ended } = await startWatch(["spec/"]);
  await expectRunAfter(run, () => write("spec/a.md", "changed"));
  await expectRunAfter(run, () => write("spec/b.md", "new"));
  await expectRunAfter(run, () =>
    renameSync(join(directory, "spec/b.md"), join(directory, "spec/c.md")),
  );
  await expectRunAfter(run, () => rmSync(join(directory, "spec/c.md")));
  const before = run.mock.calls.length;
  await expectRunAfter(run, () => {
    for (let index = 0; index < 20; index++) write(`spec/${index}.md`, "many");
  });
  expect(run.mock.calls.length - before).toBeLessThan(8);
  ends.abort();
  await ended;
});

test("sees a file that was not there, and the files of a glob", async () => {
  const { run } = await startWatch(["md2sdk.config.json", "spec/*.md"]);
  await expectRunAfter(run, () => write("md2sdk.config.json", "{}"));
  await expectRunAfter(run, () => write("spec/new.md", "new"));
  expect(run.mock.calls.length).toBeGreaterThan(3);
});

test("sees a file that appears, and that one again, of many names of which none was there", async () => {
  const names = ["ts", "mts", "js", "mjs", "cjs", "json"].map(
    (suffix) => `md2sdk.config.${suffix}`,
  );
  const { run } = await startWatch([...names, ...names.map((name) => join(directory, "..", name))]);
  for (const name of ["md2sdk.config.json", "md2sdk.config.mts", "md2sdk.config.ts"]) {
    await expectRunAfter(run, () => write(name, "{}"));
    await expectRunAfter(run, () => rmSync(join(directory, name)));
    await expectRunAfter(run, () => write(name, "{}"));
  }
  expect(run.mock.calls.length).toBeGreaterThan(10);
});

test("does not walk through loops of links", async () => {
  symlinkSync(".", join(directory, "spec/self"));
  const onError = vi.fn<(error: unknown) => void>();
  const { run } = await startWatch(["spec/"], [], onError);
  await expectRunAfter(run, () => write("spec/a.md", "changed"));
  expect(onError.mock.calls).toEqual([]);
});

test("does not see what the run itself has made", async () => {
  const { run } = await startWatch(["."], ["out.ts"]);
  write("out.ts", "made");
  await pause(400);
  expect(run).toHaveBeenCalledTimes(2);
});

test("misses no change that comes while the run goes on", async () => {
  let runs = 0;
  const run = async () => {
    runs += 1;
    if (runs === 3) {
      write("spec/a.md", "during the run");
      await pause(200);
    }
    return { patterns: ["spec/"], made: [] };
  };
  void watch(run, { directory, signal: ends.signal });
  await pause(500);
  write("spec/a.md", "changed");
  await vi.waitFor(() => expect(runs).toBeGreaterThan(3), { timeout: 5000 });
});
