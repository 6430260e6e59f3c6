/**
 * Archives that hide in other files. A zip is read from its end, so that a picture can be one too, and with it an office
 * document or a program of Java.
 */
import { viewOf } from '../../profile/metadata/bytes.js';

/** PKWARE's APPNOTE.TXT, 4.3: the end of the central directory, at most 64 KiB of comment behind it, and an entry of it. */
const END = 0x504b0506;
const END_BYTES = 22;
const COMMENT_BYTES = 65_535;
const ENTRY = 0x504b0102;

/** Whether a zip with at least one entry can be read from the end of these bytes. */
export function holdsArchive(bytes: Uint8Array): boolean {
  const view = viewOf(bytes);
  const from = Math.max(0, bytes.length - END_BYTES - COMMENT_BYTES);
  for (
    let at = bytes.indexOf(0x50, from);
    at >= 0 && at <= bytes.length - END_BYTES;
    at = bytes.indexOf(0x50, at + 1)
  ) {
    if (view.getUint32(at) !== END) continue;
    // Readers find the directory by its length, since files may stand before the zip.
    const directory = at - view.getUint32(at + 12, true);
    if (directory >= 0 && directory < at && view.getUint32(directory) === ENTRY) return true;
  }
  return false;
}
