import { execFileSync } from "node:child_process";
import process from "node:process";
import { median } from "./samples.js";

/** How much later a process is ready that imports the package and decodes once, in milliseconds. */
export function measureStartup(processes: number): number {
  const differences = Array.from({ length: processes }, () => {
    return runModule("first-decode.js") - runModule("empty.js");
  });
  return median(differences);
}

function runModule(name: string): number {
  const argv = [`test/bench/startup/${name}`];
  return Number(execFileSync(process.execPath, argv, { encoding: "utf8" }));
}
