import type { Pace } from "./client.js";
import { pause, unlessAborted } from "./signal.js";

/** The limits of a call. */
export interface PaceLimits {
  /** The number of requests per minute; default unlimited. */
  readonly perMinute?: number | undefined;
  /** The number of requests at the same time; default unlimited. */
  readonly concurrency?: number | undefined;
}

/** The limits of each call by itself. */
export interface PacingOptions extends PaceLimits {
  /** Other limits of some calls, by their names. */
  readonly calls?: Readonly<Record<string, PaceLimits>> | undefined;
}

/** Returns a function for the option `pace` of a client: each call waits until its own limits permit it. */
export function pacing({ calls = {}, ...all }: PacingOptions): Pace {
  const lanes = new Map<string, Lane>();
  return (call, run, signal) => {
    const own = Object.hasOwn(calls, call) ? calls[call] : undefined;
    const lane = lanes.get(call) ?? new Lane({ ...all, ...own });
    lanes.set(call, lane);
    return lane.run(run, signal as AbortSignal | undefined);
  };
}

/** The requests of one call. */
class Lane {
  readonly #interval: number;
  readonly #most: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  /** The time before which no request may begin. */
  #next = 0;

  constructor({ perMinute = Infinity, concurrency = Infinity }: PaceLimits) {
    for (const [name, value] of Object.entries({ perMinute, concurrency }))
      if (!(value >= 1)) throw new TypeError(`expected ${name} of 1 or more, got ${value}`);
    this.#interval = 60_000 / perMinute;
    this.#most = concurrency;
  }

  async run<Result>(run: () => Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
    if (this.#running < this.#most) this.#running += 1;
    else await this.#turn(signal);
    try {
      const now = Date.now();
      const start = Math.max(now, this.#next);
      this.#next = start + this.#interval;
      if (start > now) await pause(start - now, signal);
      return await run();
    } finally {
      this.#leave();
    }
  }

  /** Waits for the place of another request. */
  async #turn(signal: AbortSignal | undefined): Promise<void> {
    const turn = new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
    });
    const go = this.#waiting.at(-1);
    try {
      await unlessAborted(turn, signal);
    } catch (error) {
      const index = go === undefined ? -1 : this.#waiting.indexOf(go);
      if (index >= 0) this.#waiting.splice(index, 1);
      else this.#leave();
      throw error;
    }
  }

  /** Gives the place of a request to the next one. */
  #leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#running -= 1;
    else next();
  }
}
