import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, test } from "vitest";

const bun = fileURLToPath(new URL("../../node_modules/.bin/bun", import.meta.url));
// Its package has no executable for some platforms.
const hasBun = spawnSync(bun, ["--version"], { encoding: "utf8" }).status === 0;

/** Runs a program of this folder with Bun; returns the JSON that it prints. */
async function printedBy(program: string): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), "md2sdk-bun-"));
  const outfile = join(folder, "program.js");
  const entry = fileURLToPath(new URL(program, import.meta.url));
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    logLevel: "warning",
  });
  const output = execFileSync(bun, [outfile], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  return JSON.parse(output);
}

test.skipIf(!hasBun)("all vectors hold on the engine and the WebCrypto of Bun", async () => {
  expect(await printedBy("other-runtime.ts")).toEqual({ vectors: 128, failures: [] });
});

test.skipIf(!hasBun)("a server of Bun verifies, answers and refuses", async () => {
  const answer = "answer to <xml>你好</xml>";
  expect(await printedBy("other-server.ts")).toEqual({
    verified: "42",
    replies: [answer, answer],
    forged: { status: 403, text: "" },
  });
});
