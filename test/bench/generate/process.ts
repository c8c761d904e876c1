import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { text } from "node:stream/consumers";

/** What a whole process took. */
export interface ProcessRun {
  /** From before its start until its end. */
  readonly milliseconds: number;
  readonly peakMegabytes: number;
}

/** Paths start at the root of the repository, where npm runs its scripts. */
const PEAK_MEMORY = resolve("test/bench/generate/peak-memory.cjs");

/** After this time, in milliseconds, a process is ended. */
const LIMIT = 120_000;

/**
 * Runs Node.js and waits for its end.
 *
 * @param cwd the working directory of the process
 * @param variables what it finds in its environment beside our own
 * @returns nothing where the process took longer than two minutes
 * @throws {Error} where it fails
 */
export async function runNode(
  argv: readonly string[],
  cwd: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<ProcessRun | undefined> {
  const start = performance.now();
  const child = spawn(process.execPath, ["--require", PEAK_MEMORY, ...argv], {
    cwd,
    env: { ...process.env, ...variables },
    stdio: ["ignore", "ignore", "pipe", "pipe"],
    timeout: LIMIT,
  });
  const ended = once(child, "exit").then(([code]) => {
    return { code: code as number | null, milliseconds: performance.now() - start };
  });
  const [{ code, milliseconds }, messages, kilobytes] = await Promise.all([
    ended,
    text(child.stdio[2] as NodeJS.ReadableStream),
    text(child.stdio[3] as NodeJS.ReadableStream),
  ]);
  if (code === null) return undefined;
  if (code !== 0) throw new Error(`${argv.join(" ")} ended with ${code}:\n${messages}`);
  return { milliseconds, peakMegabytes: Number(kilobytes) / 1024 };
}
