/**
 * PNG (ISO/IEC 15948 and the third edition of W3C) without metadata: the chunks stay that say how to show the picture. Texts,
 * times, EXIF and private chunks go, and whatever follows the end.
 */
import { joined, textAt, viewOf } from './bytes.js';

const KEPT = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'bKGD', 'pHYs', 'sBIT', 'hIST'],
  ...['cHRM', 'gAMA', 'iCCP', 'sRGB', 'cICP', 'mDCV', 'cLLI'],
  ...['acTL', 'fcTL', 'fdAT'],
]);

export function pngWithoutMetadata(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const view = viewOf(bytes);
  const kept = [bytes.subarray(0, 8)];
  let name = '';
  for (let at = 8; at < bytes.length && name !== 'IEND';) {
    name = textAt(view, at + 4, 4);
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) throw new RangeError('a chunk ends behind the file');
    if (KEPT.has(name)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return joined(kept);
}
