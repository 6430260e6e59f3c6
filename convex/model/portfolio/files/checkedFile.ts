/** Checks the bytes of a file, whatever its name and its sender say of it. Its result is stored, and nothing else. */
import { type FileFault, type FileType, MAX_FILE_BYTES, MAX_FILE_PIXELS, MAX_FILE_SIDE } from '@gigsy/schema';
import { formatOf } from '@gigsy/schema/picture-format';
import { checkedPicture } from '../../profile/picture.js';
import { holdsArchive } from './archive.js';
import { checkedPdf, isPdf } from './pdf.js';
import { hasItsPixels } from './pngPixels.js';

export interface CheckedFile {
  bytes: Uint8Array<ArrayBuffer>;
  type: FileType;
  /** In pixels, of a picture. */
  width?: number;
  height?: number;
}

const LIMITS = { bytes: MAX_FILE_BYTES, side: MAX_FILE_SIDE, pixels: MAX_FILE_PIXELS };

/** The file without the metadata of a picture and without what follows its end, or its fault. */
export function checkedFile(given: Uint8Array<ArrayBuffer>): CheckedFile | { fault: FileFault } {
  const checked = isPdf(given) ? document(given) : picture(given);
  if ('fault' in checked) return checked;
  return holdsArchive(checked.bytes) ? { fault: 'ambiguous' } : checked;
}

function document(given: Uint8Array<ArrayBuffer>): CheckedFile | { fault: FileFault } {
  const checked = checkedPdf(given);
  return 'fault' in checked ? checked : { ...checked, type: 'application/pdf' };
}

function picture(given: Uint8Array): CheckedFile | { fault: FileFault } {
  if (!formatOf(given)) return { fault: 'not_supported' };
  const checked = checkedPicture(given, LIMITS);
  if ('fault' in checked) return { fault: checked.fault === 'too_large' ? 'too_large' : 'broken' };
  if (checked.type === 'image/png' && !hasItsPixels(checked.bytes)) return { fault: 'broken' };
  return checked;
}
