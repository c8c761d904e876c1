import { lstatSync } from "node:fs";
import { join } from "node:path";
import { WriteError } from "./error.js";
import { obstructed, thingOf } from "./tree.js";

/** The name of the lock, a folder in the output. */
const LOCK = ".md2sdk.lock";

/** The milliseconds after which the lock of a run that was killed expires. */
const STALE = 5000;

/**
 * Runs alone in a folder, and waits for others before.
 *
 * @param run is given a function that throws where the lock was lost: after the computer has slept,
 *   say, or where somebody has removed it
 */
export async function withLock<Result>(
  directory: string,
  run: (checkLock: () => void) => Promise<Result>,
): Promise<Result> {
  const stats = lstatSync(join(directory, LOCK), { throwIfNoEntry: false });
  if (stats !== undefined && !stats.isDirectory()) {
    throw obstructed(directory, { path: LOCK, thing: thingOf(stats), expected: "none" });
  }
  // Most runs have nothing to write.
  const { lock } = await import("proper-lockfile");
  let isLost = false;
  const unlock = await lock(directory, {
    lockfilePath: join(directory, LOCK),
    stale: STALE,
    retries: { retries: 100, minTimeout: 100, maxTimeout: 100 },
    onCompromised: () => {
      isLost = true;
    },
  });
  try {
    return await run(() => {
      if (isLost) throw new WriteError(`another run writes to ${directory}; run the command again`);
    });
  } finally {
    // A lock that was lost is another's.
    if (!isLost) await unlock();
  }
}
