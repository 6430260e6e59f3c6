/** Unpacks zlib's format (RFC 1950) in small steps. A few bytes can unpack to gigabytes, so the reader may stop. */
import { Unzlib } from 'fflate';

/** Bytes that are unpacked at once: each can stand for a thousand, and all of them are in memory. */
const STEP = 4_096;

/**
 * Gives what `data` unpacks to, piece by piece, until `take` returns false. True if the data are whole: neither broken, nor
 * stopped, nor cut.
 */
export function unpack(data: readonly Uint8Array[], take: (piece: Uint8Array) => boolean): boolean {
  let goesOn = true;
  let ended = false;
  const unpacking = new Unzlib((piece, isLast) => {
    goesOn &&= take(piece);
    ended = isLast;
  });
  try {
    for (const [position, content] of data.entries()) {
      const isLast = position === data.length - 1;
      for (let at = 0; goesOn && (at === 0 || at < content.length); at += STEP)
        unpacking.push(content.subarray(at, at + STEP), isLast && at + STEP >= content.length);
    }
  } catch {
    // fflate throws errors without a class of their own for data that it cannot unpack.
    return false;
  }
  return goesOn && ended;
}
