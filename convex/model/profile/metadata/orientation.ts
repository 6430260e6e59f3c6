/**
 * The orientation of a picture: the one fact of EXIF that a viewer needs, since phones store pictures lying on their side.
 * EXIF 2.32, 4.6: a TIFF file with directories of tags.
 */
import { textAt, viewOf } from './bytes.js';

const ORIENTATION = 0x0112;
const SHORT = 3;

/** 2 to 8 as EXIF counts them; undefined for an upright picture and for data that cannot be read. */
export function orientationIn(tiff: Uint8Array): number | undefined {
  const view = viewOf(tiff);
  try {
    const little = textAt(view, 0, 2) === 'II';
    const at = view.getUint32(4, little);
    const tags = view.getUint16(at, little);
    for (let tag = 0; tag < tags; tag += 1) {
      const entry = at + 2 + 12 * tag;
      if (view.getUint16(entry, little) !== ORIENTATION) continue;
      const value = view.getUint16(entry + 8, little);
      return value >= 2 && value <= 8 ? value : undefined;
    }
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** EXIF that says the orientation and nothing else: 26 bytes. */
export function exifOf(orientation: number): Uint8Array {
  const tiff = new Uint8Array(26);
  const view = viewOf(tiff);
  tiff.set([0x4d, 0x4d, 0, 42]);
  view.setUint32(4, 8);
  view.setUint16(8, 1);
  view.setUint16(10, ORIENTATION);
  view.setUint16(12, SHORT);
  view.setUint32(14, 1);
  view.setUint16(18, orientation);
  return tiff;
}
