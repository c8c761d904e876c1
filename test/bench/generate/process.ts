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
  /** The time that its threads have worked outside of the system. */
  readonly userMilliseconds: number;
  readonly peakMegabytes: number;
}

/** Paths start at the root of the repository, where npm runs its scripts. */
const USAGE = resolve("test/bench/generate/usage.cjs");

/** After this time, in milliseconds, a process is ended. */
export const LIMIT = 120_000;

/**
 * Runs Node.js and waits for its end.
 *
 * @param cwd the working directory of the process
 * @param variables what it finds in its environment beside our own
 * @param statuses the exit statuses that are no failure
 * @returns nothing where the process took longer than two minutes
 * @throws {Error} where it fails
 */
export async function runNode(
  argv: readonly string[],
  cwd: string,
  variables: Readonly<Record<string, string>> = {},
  statuses: readonly number[] = [0],
): Promise<ProcessRun | undefined> {
  const start = performance.now();
  const child = spawn(process.execPath, ["--require", USAGE, ...argv], {
    cwd,
    env: { ...process.env, ...variables },
    stdio: ["ignore", "ignore", "pipe", "pipe"],
    timeout: LIMIT,
  });
  const ended = once(child, "exit").then(([code]) => {
    return { code: code as number | null, milliseconds: performance.now() - start };
  });
  const [{ code, milliseconds }, messages, usage] = await Promise.all([
    ended,
    text(child.stdio[2] as NodeJS.ReadableStream),
    text(child.stdio[3] as NodeJS.ReadableStream),
  ]);
  if (code === null) return undefined;
  if (!statuses.includes(code))
    throw new Error(`${argv.join(" ")} ended with ${code}:\n${messages}`);
  const [kilobytes = Number.NaN, microseconds = Number.NaN] = usage.split(" ").map(Number);
  return {
    milliseconds,
    userMilliseconds: microseconds / 1000,
    peakMegabytes: kilobytes / 1024,
  };
}
