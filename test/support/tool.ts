import { execFile, fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { inject } from "vitest";
import { keepCode } from "./code.js";

/** A run of the command line. */
export interface Run {
  readonly argv: readonly string[];
  readonly cwd: string;
  /** The whole environment, with the folder of its cache. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface RunResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

const dist = fileURLToPath(new URL("../../dist/", import.meta.url));

/** Runs the built tool in a process of its own, as its users do. */
export async function runAlone({ argv, cwd, env }: Run): Promise<RunResult> {
  return new Promise((resolve) => {
    const command = [join(dist, "md2sdk.cjs"), ...argv];
    execFile(process.execPath, command, { cwd, env }, (error, stdout, stderr) => {
      keepCode(env["CACHE_DIR"] ?? "");
      resolve({ status: Number(error?.code ?? 0), stdout, stderr });
    });
  });
}

let shared: ChildProcess | undefined;

let last: Promise<unknown> = Promise.resolve();

/**
 * Runs the built tool in a process that the tests of a worker share: most of the time of a short run is that of
 * its start. One run follows another.
 */
export async function runShared(run: Run): Promise<RunResult> {
  const result = last.then(async () => {
    const child = (shared ??= startShared());
    const listening = new AbortController();
    child.send(run);
    try {
      const answer = once(child, "message", listening) as Promise<[RunResult]>;
      const [value] = await Promise.race([answer, endOf(child, listening)]);
      return value;
    } finally {
      listening.abort();
    }
  });
  last = result.catch(() => undefined);
  return result;
}

function startShared(): ChildProcess {
  const name = readdirSync(dist).find((file) => /^main-.*\.cjs$/.test(file)) ?? "";
  const outfile = join(dirname(inject("codeFolder")), `tool-${process.pid}.cjs`);
  const entryPoints = [fileURLToPath(new URL("tool-process.ts", import.meta.url))];
  buildSync({ entryPoints, outfile, bundle: true, platform: "node", format: "cjs" });
  const child = fork(outfile, [join(dist, name), name], { execArgv: [] });
  // It ends with the worker, which need not wait for it.
  child.unref();
  child.channel?.unref();
  return child;
}

/** Fails when the process ends. */
async function endOf(child: ChildProcess, listening: AbortController): Promise<never> {
  const [status, signal] = (await once(child, "exit", listening)) as [number | null, string | null];
  shared = undefined;
  throw new Error(`the process of the tool has ended: ${status ?? signal}`);
}
