/**
 * The deployment's time. It never runs behind a time that it has already given, nor behind the last commit of an
 * earlier start, even if the machine's clock is set back: limits and locks that count time go on counting.
 */
const scratch = new DataView(new ArrayBuffer(8));

/** How fast time passes while the machine's clock is behind: durations stay about right, and the two meet again. */
const CATCHING_UP = 0.9;

export class Clock {
  #time: number;
  #wall = Date.now();
  #steady = performance.now();
  #lastCreation = 0;

  /** `floor`: Unix milliseconds that it begins at or above. */
  constructor(floor = 0) {
    this.#time = Math.max(floor, this.#wall);
  }

  /** Whole Unix milliseconds. A property, since functions are handed it alone. */
  readonly now = (): number => {
    const [wall, steady] = [Date.now(), performance.now()];
    if (wall >= this.#time) this.#time = wall;
    else this.#time += CATCHING_UP * Math.max(0, wall - this.#wall, steady - this.#steady);
    this.#wall = wall;
    this.#steady = steady;
    return Math.floor(this.#time);
  };

  /** The creation time of a document: the given time, or the next representable number when two documents would share one. */
  creationTime(now: number): number {
    this.#lastCreation = now > this.#lastCreation ? now : nextUp(this.#lastCreation);
    return this.#lastCreation;
  }
}

/** The smallest double above a positive one (IEEE 754-2019, nextUp). */
function nextUp(value: number): number {
  scratch.setFloat64(0, value);
  scratch.setBigInt64(0, scratch.getBigInt64(0) + 1n);
  return scratch.getFloat64(0);
}
