/**
 * A process that runs the built command line again and again, and loads it once: it gets what each run is
 * to do as a message, and answers with the result.
 */
import { createRequire } from "node:module";
import process from "node:process";
import { openStore } from "../../generator/cache/store.js";
import type { run } from "../../generator/main.js";
import type { Run, RunResult } from "./tool.js";

const [, , script = "", name = ""] = process.argv;
const main = createRequire(script)(script) as { readonly run: typeof run };

// Each run listens for errors of these streams, and never leaves them.
process.stdout.setMaxListeners(0);
process.stderr.setMaxListeners(0);

process.on("message", (request: Run) => void answer(request));
process.once("disconnect", () => process.exit());

async function answer({ argv, cwd, env }: Run): Promise<void> {
  const result = { status: 0, stdout: "", stderr: "" };
  process.chdir(cwd);
  // Some modules keep the object, so that its members have to change.
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  process.argv = [process.execPath, "md2sdk", ...argv];
  process.exitCode = undefined;
  process.stdout.write = (text) => (result.stdout += String(text)) !== "";
  process.stderr.write = (text) => (result.stderr += String(text)) !== "";
  await main.run(openStore(cwd, name));
  result.status = Number(process.exitCode ?? 0);
  process.send?.(result satisfies RunResult);
}
