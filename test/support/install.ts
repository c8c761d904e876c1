import { execSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";

/** Installs the packages of a folder as its lock file says, unless they are there. */
export function installPackages(folder: string): void {
  const installed = statSync(join(folder, "node_modules/.package-lock.json"), {
    throwIfNoEntry: false,
  });
  const { mtimeMs } = statSync(join(folder, "package-lock.json"));
  if (installed !== undefined && installed.mtimeMs >= mtimeMs) return;
  execSync("npm ci --no-audit --no-fund --ignore-scripts", { cwd: folder, stdio: "pipe" });
}
