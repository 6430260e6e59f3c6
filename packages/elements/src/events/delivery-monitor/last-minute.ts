/** How much counters have grown in the last minute, as far as they were watched. */
const MINUTE = 60_000;

interface Sample {
  readonly at: number;
  readonly total: number;
}

export class LastMinute {
  #samples = new Map<string, readonly Sample[]>();

  /** `at` in milliseconds of any clock that does not go back. */
  note(name: string, total: number, at: number): void {
    this.#samples.set(name, [...this.#recent(name, at), { at, total }]);
  }

  count(name: string, now: number): number {
    const samples = this.#recent(name, now);
    return samples.length === 0 ? 0 : samples.at(-1)!.total - samples[0]!.total;
  }

  clear(): void {
    this.#samples.clear();
  }

  /** Those of the last minute, and the one before them, from which they count. */
  #recent(name: string, now: number): readonly Sample[] {
    const samples = this.#samples.get(name) ?? [];
    const first = samples.findLastIndex(({ at }) => at <= now - MINUTE);
    return samples.slice(Math.max(0, first));
  }
}
