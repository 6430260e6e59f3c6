/**
 * The format and size of a picture, from its first bytes. It knows the formats that browsers show and that cannot run
 * code. SVG is not among them: it can hold script and load further addresses.
 */

export interface PictureFormat {
  type: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/avif';
  /** Pixels, as the file declares them. */
  width: number;
  height: number;
}

/** Undefined if the bytes are not a picture in one of these formats, or end before its size. */
export function formatOf(bytes: Uint8Array): PictureFormat | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const size = png(view) ?? jpeg(view) ?? gif(view) ?? webp(view) ?? avif(view);
    return size && size.width > 0 && size.height > 0 ? size : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The bytes from `at` as Latin-1 text. */
function text(view: DataView, at: number, length: number): string {
  return String.fromCharCode(...Array.from({ length }, (_, index) => view.getUint8(at + index)));
}

/** PNG (ISO/IEC 15948), 5.2 and 11.2.2: the signature, then IHDR. */
function png(view: DataView): PictureFormat | undefined {
  if (view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a || text(view, 12, 4) !== 'IHDR')
    return undefined;
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** GIF89a, 17 and 18. */
function gif(view: DataView): PictureFormat | undefined {
  if (!/^GIF8[79]a$/.test(text(view, 0, 6))) return undefined;
  return { type: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

/**
 * ITU-T T.81, annex B: segments up to the frame header (SOFn; 0xc4, 0xc8 and 0xcc are other segments), which has the
 * size.
 */
function jpeg(view: DataView): PictureFormat | undefined {
  if (view.getUint16(0) !== 0xffd8 || view.getUint8(2) !== 0xff) return undefined;
  let at = 2;
  while (view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { type: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    }
    // A fill byte, or a marker without a segment.
    const alone = marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
    at += marker === 0xff ? 1 : alone ? 2 : 2 + Math.max(2, view.getUint16(at + 2));
  }
  return undefined;
}

/** RFC 9649, section 2: one of three first chunks. */
function webp(view: DataView): PictureFormat | undefined {
  if (text(view, 0, 4) !== 'RIFF' || text(view, 8, 4) !== 'WEBP') return undefined;
  const type = 'image/webp';
  switch (text(view, 12, 4)) {
    case 'VP8 ':
      return { type, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { type, width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
    }
    case 'VP8X':
      return { type, width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) };
    default:
      return undefined;
  }
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}

/**
 * AVIF 1.1, section 6, on ISO/IEC 23008-12, 6.5.3: the brand, then the largest of the sizes (`ispe`) in the metadata.
 */
function avif(view: DataView): PictureFormat | undefined {
  if (text(view, 4, 4) !== 'ftyp' || !/^avi[fs]$/.test(text(view, 8, 4))) return undefined;
  const sizes = sizesIn(view);
  return {
    type: 'image/avif',
    width: Math.max(...sizes.map(({ width }) => width)),
    height: Math.max(...sizes.map(({ height }) => height)),
  };
}

/** Bytes within which an AVIF picture must describe itself. */
export const METADATA_BYTES = 65_536;
const ISPE = 0x69737065;

function sizesIn(view: DataView): { width: number; height: number }[] {
  const sizes = [];
  for (let at = 8; at < Math.min(view.byteLength, METADATA_BYTES) - 16; at += 1) {
    if (view.getUint32(at) === ISPE) sizes.push({ width: view.getUint32(at + 8), height: view.getUint32(at + 12) });
  }
  return sizes;
}
