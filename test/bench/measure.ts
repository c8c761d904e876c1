import { performance } from "node:perf_hooks";
import { median } from "./samples.js";

/** Something to measure; the index tells the runs apart, so that they can take turns at inputs. */
export type Task = (index: number) => unknown;

/** What the last run made: whoever could look at it keeps the compiler from leaving it out. */
export let lastResult: unknown;

/** Asking for the time is not free: so long, in milliseconds, a batch of runs takes at least. */
const SHORTEST_BATCH = 0.2;

/**
 * Runs a task for some time, at least once; returns what a run took in microseconds, in the median
 * of batches: what interrupts a few of them, garbage collection too, does not count.
 */
export function timePerRun(task: Task, milliseconds: number): number {
  const times: number[] = [];
  let batch = 1;
  let index = 0;
  let now = performance.now();
  const end = now + milliseconds;
  do {
    const start = now;
    for (const last = index + batch; index < last; index++) lastResult = task(index);
    now = performance.now();
    times.push((now - start) / batch);
    if (now - start < SHORTEST_BATCH && now < end) {
      batch *= 2;
      times.length = 0;
    }
  } while (now < end || times.length === 0);
  return median(times) * 1000;
}
