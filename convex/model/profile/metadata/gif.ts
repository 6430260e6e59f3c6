/**
 * GIF89a without metadata. Of the extensions those stay that say how to show the picture: timing and transparency, and how
 * often it is repeated. Comments and XMP go, and whatever follows the end.
 */
import { joined, textAt, viewOf } from './bytes.js';

const REPETITION = ['NETSCAPE2.0', 'ANIMEXTS1.0'];

export function gifWithoutMetadata(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const view = viewOf(bytes);
  let at = 13 + colours(view.getUint8(10));
  const kept = [bytes.subarray(0, at)];
  while (view.getUint8(at) !== 0x3b) {
    const isImage = view.getUint8(at) === 0x2c;
    if (!isImage && view.getUint8(at) !== 0x21) throw new RangeError('no block where one must be');
    if (isImage) checkPlace(view, at);
    // An image has its own colours and the size of its codes before the blocks of data.
    const end = endOfBlocks(view, isImage ? at + 11 + colours(view.getUint8(at + 9)) : at + 2);
    if (isImage || isKept(view, at)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return joined([...kept, Uint8Array.of(0x3b)]);
}

/** Browsers make room for an image beyond the screen that the file declares, however small the screen is. */
function checkPlace(view: DataView, at: number): void {
  const reaches = (place: number) => view.getUint16(at + place, true) + view.getUint16(at + place + 4, true);
  if (reaches(1) > view.getUint16(6, true) || reaches(3) > view.getUint16(8, true))
    throw new RangeError('an image reaches beyond the screen');
}

/** Bytes of the table of colours that these flags announce. */
function colours(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

function isKept(view: DataView, at: number): boolean {
  const label = view.getUint8(at + 1);
  if (label === 0xf9) return true;
  return label === 0xff && view.getUint8(at + 2) === 11 && REPETITION.includes(textAt(view, at + 3, 11));
}

/** The place behind a row of blocks, each with its length first, that a block of no length ends. */
function endOfBlocks(view: DataView, from: number): number {
  let at = from;
  for (let length = view.getUint8(at); length > 0; length = view.getUint8(at)) at += 1 + length;
  return at + 1;
}
