/** The number of requests that a call may have in a time. */
export interface RateLimit {
  readonly requests: number;
  /** The time in seconds; default 60. */
  readonly seconds?: number | undefined;
}

/** Counts the requests of the calls that have a limit. */
export class RateLimits {
  readonly #limits = new Map<string, { readonly limit: RateLimit; times: number[] }>();

  set(name: string, limit: RateLimit): void {
    this.#limits.set(name, { limit, times: [] });
  }

  /** Counts a request; returns the number of seconds to wait if it is beyond the limit. */
  take(name: string, now: number): number | undefined {
    const counted = this.#limits.get(name);
    if (counted === undefined) return undefined;
    const { requests, seconds = 60 } = counted.limit;
    counted.times = counted.times.filter((time) => now - time < seconds * 1000);
    const { times } = counted;
    if (times.length < requests) {
      times.push(now);
      return undefined;
    }
    return Math.ceil(((times[0] ?? now) + seconds * 1000 - now) / 1000);
  }

  clear(): void {
    this.#limits.clear();
  }
}
