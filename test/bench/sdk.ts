/**
 * The SDK that is measured: what md2sdk makes of the documents of this repository and of one more,
 * spec/responses.md, for no model of theirs holds a whole response.
 */
import { execFileSync, execSync } from "node:child_process";
import { resolve } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";

// Paths start at the root of the repository, where npm runs its scripts.
const OUT = "test/bench/dist/sdk";

export function buildSdk(): void {
  const argv = ["dist/md2sdk.cjs", "generate", "spec", "test/bench/spec", "--out", OUT];
  execFileSync(process.execPath, argv, { stdio: ["ignore", "ignore", "inherit"] });
  execSync("npm run --silent build", { cwd: OUT, stdio: "inherit" });
}

export function importSdk(): Promise<unknown> {
  return import(pathToFileURL(resolve(OUT, "dist/index.js")).href);
}
