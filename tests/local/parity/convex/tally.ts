/** A module that the others import: its state must not pass from one call to the next. */
export const tally = { count: 0, byName: new Map<string, number>(), list: [{ n: 0 }] };

export let total = 0;

export function add(): number {
  return ++total;
}

export function makeCounter(): () => number {
  let count = 0;
  const calls: string[] = [];
  return () => {
    count += 1;
    return Math.max(count, calls.push('called'));
  };
}

export function increase(target: { count: number }): number {
  target.count += 1;
  return target.count;
}

export class Meter {
  static readings = 0;
  readonly #seen: number[] = [];
  value = 0;

  read(): number {
    this.value += 1;
    return Math.max(this.value, this.#seen.push(this.value), (Meter.readings += 1));
  }
}
