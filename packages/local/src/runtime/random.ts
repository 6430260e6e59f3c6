/** A small generator (sfc32) behind Math.random and crypto randomness in queries and mutations, seeded at its first use, and while modules load. */
import { randomBytes } from 'node:crypto';

export function seededRandom(): () => number {
  let next: (() => number) | undefined;
  return () => (next ??= generator(randomBytes(16)))();
}

/** For modules while they load: the same numbers at every loading of one deployment. */
export function importTimeRandom(seed: Uint8Array): () => number {
  return generator(seed);
}

function generator(seed: Uint8Array): () => number {
  const view = new DataView(seed.buffer, seed.byteOffset, 16);
  let a = view.getUint32(0);
  let b = view.getUint32(4);
  let c = view.getUint32(8);
  let counter = view.getUint32(12);
  return () => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4_294_967_296;
  };
}
