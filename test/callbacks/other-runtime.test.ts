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

test.skipIf(!hasBun)("all vectors hold on the engine and the WebCrypto of Bun", async () => {
  const folder = mkdtempSync(join(tmpdir(), "md2sdk-bun-"));
  const outfile = join(folder, "vectors.js");
  const entry = fileURLToPath(new URL("other-runtime.ts", import.meta.url));
  await build({ entryPoints: [entry], outfile, bundle: true, format: "esm", logLevel: "warning" });
  const output = execFileSync(bun, [outfile], { encoding: "utf8" });
  expect(JSON.parse(output)).toEqual({ vectors: 128, failures: [] });
  rmSync(folder, { recursive: true });
});
