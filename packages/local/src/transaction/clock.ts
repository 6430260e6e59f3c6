/** Creation times: the wall clock in milliseconds, and the next representable number when two documents would share one. */
const scratch = new DataView(new ArrayBuffer(8));

export class CreationClock {
  private last = 0;

  next(now: number): number {
    this.last = now > this.last ? now : nextUp(this.last);
    return this.last;
  }
}

/** The smallest double above a positive one (IEEE 754-2019, nextUp). */
function nextUp(value: number): number {
  scratch.setFloat64(0, value);
  scratch.setBigInt64(0, scratch.getBigInt64(0) + 1n);
  return scratch.getFloat64(0);
}
