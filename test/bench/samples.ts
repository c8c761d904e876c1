/** What was measured, times or others: of each subject, one for each round that it took part in. */
export class Samples {
  readonly #times = new Map<string, Map<number, number>>();

  add(subject: string, round: number, time: number): void {
    const times = this.#times.get(subject) ?? new Map<number, number>();
    this.#times.set(subject, times.set(round, time));
  }

  /** Undefined if it was never measured. */
  median(subject: string): number | undefined {
    const times = this.#times.get(subject);
    return times && median([...times.values()]);
  }

  /** Undefined if it was never measured. What other processes do only adds to it. */
  minimum(subject: string): number | undefined {
    const times = this.#times.get(subject);
    return times && Math.min(...times.values());
  }

  /**
   * How many times as long one takes as another: compared within each round first, for the machine
   * may be slower in one round than in the next.
   */
  ratio(subject: string, base: string): number | undefined {
    const times = this.#times.get(subject);
    const bases = this.#times.get(base);
    if (times === undefined || bases === undefined) return undefined;
    return median([...times].map(([round, time]) => time / (bases.get(round) ?? Number.NaN)));
  }
}

/** The middle one of the values, of which there has to be one. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
