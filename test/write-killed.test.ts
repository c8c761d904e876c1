import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { filesOf, MANIFEST_PATH, manifestOf } from "../generator/project/manifest.js";
import { writeOutput } from "../generator/write/output.js";
import { treeOf } from "./support/tree.js";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));

/** Writes one output and then the other, again and again, until it is killed. */
const WRITER = `
  import { MANIFEST_PATH, manifestOf } from ${JSON.stringify(`${dist}project/manifest.js`)};
  import { writeOutput } from ${JSON.stringify(`${dist}write/output.js`)};
  const output = (text) => {
    const paths = Array.from({ length: 150 }, (_, index) => \`d\${index % 7}/\${index % 5 ? "" : text}\${index}.ts\`);
    const texts = paths.map((path) => [path, text + path]);
    return new Map([...texts, [MANIFEST_PATH, manifestOf(paths)]]);
  };
  for (let run = 0; ; run++) {
    await writeOutput(process.argv[1], output(run % 2 ? "one" : "two"));
    if (run === 1) console.log("ready");
  }`;

let place: string;

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "md2sdk-killed-"));
});

afterEach(() => rmSync(place, { recursive: true, force: true }));

test("a run that is killed anywhere is completed by the next", async () => {
  const paths = ["d0/a.ts", "d6/one0.ts", "b.ts"];
  const next = new Map(paths.map((path) => [path, `next ${path}`]));
  next.set(MANIFEST_PATH, manifestOf(paths));
  const fresh = join(place, "fresh");
  await writeOutput(fresh, next);
  const out = join(place, "out");
  const expected = { ...treeOf(fresh), "mine.txt": "mine" };
  let interrupted = 0;
  for (let kill = 0; kill < 12; kill++) {
    await writeUntilKilled(out, kill * 7);
    writeFileSync(join(out, "mine.txt"), "mine");
    const { "mine.txt": _, ...made } = treeOf(out);
    const files = Object.keys(made).filter(
      (path) => made[path] !== "(folder)" && !path.startsWith(".md2sdk"),
    );
    const listed = filesOf(readFileSync(join(out, MANIFEST_PATH), "utf8"));
    expect(listed).toEqual(expect.arrayContaining(files));
    if (".md2sdk-staging" in made) interrupted++;
    // The lock would expire by itself, later.
    rmSync(join(out, ".md2sdk.lock"), { recursive: true, force: true });
    await writeOutput(out, next);
    expect(treeOf(out)).toEqual(expected);
  }
  // Most of the time of a writer goes into files that are staged.
  expect(interrupted).toBeGreaterThan(0);
});

async function writeUntilKilled(out: string, milliseconds: number): Promise<void> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", WRITER, out], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exit = once(child, "exit");
  const isEarly = await Promise.race([
    once(child.stdout, "data").then(() => false),
    exit.then(() => true),
  ]);
  if (isEarly) throw new Error("the writer ended before it was killed");
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  child.kill("SIGKILL");
  await exit;
}
