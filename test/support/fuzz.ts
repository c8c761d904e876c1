import process from "node:process";

/** How many batches of specifications the fuzzers make; `npm run fuzz` makes many. */
export const batches = Number(process.env["FUZZ_BATCHES"] ?? 1);

/**
 * The seed of the first batch: always the same in the tests, so that a change is blamed for what it breaks,
 * and a fresh one with `npm run fuzz`, which looks for more.
 */
export const firstSeed = Number(process.env["FUZZ_SEED"] ?? 1);

/** Returns how many values to try: `npm run fuzz` has the time for more than the tests of each change. */
export function runs(inTests: number, inFuzzing: number): number {
  return process.env["FUZZ_BATCHES"] === undefined ? inTests : inFuzzing;
}
