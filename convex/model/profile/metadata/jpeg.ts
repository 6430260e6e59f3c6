/**
 * JPEG (ITU-T T.81, annex B) without metadata. Of the application segments those stay that say how to show the picture:
 * JFIF, the colour profile and Adobe's colour transform. Comments go, and whatever follows the picture, such as the film of
 * a moving photo.
 */
import { bytesOf, joined, textAt, viewOf } from './bytes.js';
import { exifOf, orientationIn } from './orientation.js';

const EXIF = 'Exif\0\0';
const SOI = 0xd8;
const SOS = 0xda;
const EOI = 0xd9;

export function jpegWithoutMetadata(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const view = viewOf(bytes);
  const kept: Uint8Array[] = [];
  let orientation: number | undefined;
  let frames = 0;
  let at = 2;
  for (;;) {
    if (view.getUint8(at) !== 0xff) throw new RangeError('no marker where one must be');
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (marker === EOI) break;
    else if (isAlone(marker)) {
      kept.push(bytes.subarray(at, at + 2));
      at += 2;
    } else {
      const end = at + 2 + Math.max(2, view.getUint16(at + 2));
      if (end > bytes.length) throw new RangeError('a segment ends behind the file');
      if (isFrame(marker)) frames += 1;
      if (marker === SOI || frames > 1) throw new RangeError('a second picture, of another size perhaps');
      orientation ??= orientationOf(view, bytes, at, end);
      if (isKept(view, marker, at, end)) kept.push(bytes.subarray(at, end));
      at = end;
      if (marker === SOS) {
        at = endOfScan(bytes, at);
        kept.push(bytes.subarray(end, at));
      }
    }
  }
  if (frames === 0) throw new RangeError('no picture');
  return joined([
    bytes.subarray(0, 2),
    ...(orientation === undefined ? [] : [exifSegment(orientation)]),
    ...kept,
    Uint8Array.of(0xff, EOI),
  ]);
}

/** A marker without a segment. */
function isAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
}

/** SOFn, which tells the size; 0xc4, 0xc8 and 0xcc are other segments. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function isKept(view: DataView, marker: number, at: number, end: number): boolean {
  if (marker === 0xfe) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  const begins = (text: string) => end - at - 4 >= text.length && textAt(view, at + 4, text.length) === text;
  switch (marker) {
    case 0xe0:
      // Eighteen bytes: JFIF without a thumbnail.
      return begins('JFIF\0') && end - at === 18;
    case 0xe2:
      return begins('ICC_PROFILE\0');
    case 0xee:
      return begins('Adobe');
    default:
      return false;
  }
}

function orientationOf(view: DataView, bytes: Uint8Array, at: number, end: number): number | undefined {
  const isExif = view.getUint8(at + 1) === 0xe1 && end - at > 10 && textAt(view, at + 4, EXIF.length) === EXIF;
  return isExif ? orientationIn(bytes.subarray(at + 4 + EXIF.length, end)) : undefined;
}

function exifSegment(orientation: number): Uint8Array {
  const exif = joined([bytesOf(EXIF), exifOf(orientation)]);
  return joined([Uint8Array.of(0xff, 0xe1, 0, exif.length + 2), exif]);
}

/** The place of the first marker after a scan. Within a scan 0xff stands before 0, or before a restart marker. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length) {
    at = bytes.indexOf(0xff, at);
    if (at < 0 || at === bytes.length - 1) return bytes.length;
    const next = bytes[at + 1]!;
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
    at += 2;
  }
  return bytes.length;
}
