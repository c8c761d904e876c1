import { execFileSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import process from "node:process";
import { median } from "./samples.js";

// Paths start at the root of the repository, where npm runs its scripts.
const CONSUMER = "test/bench/dist/consumer";

/**
 * How much later a process is ready that imports the package and decodes once, in milliseconds. The
 * package is where a user has it: a folder in `node_modules`, and no link to one.
 */
export function measureStartup(processes: number): number {
  const installed = `${CONSUMER}/node_modules/workwx-sdk`;
  rmSync(CONSUMER, { recursive: true, force: true });
  cpSync("test/bench/startup", CONSUMER, { recursive: true });
  cpSync("generated/package.json", `${installed}/package.json`);
  cpSync("generated/dist", `${installed}/dist`, { recursive: true });
  const differences = Array.from({ length: processes }, () => {
    return runModule("first-decode.js") - runModule("empty.js");
  });
  return median(differences);
}

function runModule(name: string): number {
  const argv = [`${CONSUMER}/${name}`];
  return Number(execFileSync(process.execPath, argv, { encoding: "utf8" }));
}
