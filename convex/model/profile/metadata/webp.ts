/**
 * WebP (RFC 9649) without metadata: the chunks stay that say how to show the picture. XMP and unknown chunks go, EXIF
 * leaves its orientation alone.
 */
import { formatOf } from '@gigsy/schema/picture-format';
import { bytesOf, joined, textAt, viewOf } from './bytes.js';
import { exifOf, orientationIn } from './orientation.js';

const PICTURE = ['VP8 ', 'VP8L', 'ALPH'];
const KEPT = new Set([...PICTURE, 'VP8X', 'ICCP', 'ANIM', 'ANMF']);
/** Flags of VP8X. */
const EXIF = 0x08;
const XMP = 0x04;
/** Bytes of an animation's frame before its own chunks. */
const FRAME = 16;

interface Chunk {
  name: string;
  payload: Uint8Array;
}

export function webpWithoutMetadata(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const end = 8 + viewOf(bytes).getUint32(4, true);
  if (end > bytes.length) throw new RangeError('the file breaks off');
  const chunks = chunksIn(bytes.subarray(12, end));
  checkSizes(chunks);
  const exif = chunks.find(({ name }) => name === 'EXIF');
  const isExtended = chunks[0]?.name === 'VP8X';
  const orientation = exif && isExtended ? orientationIn(tiffIn(exif.payload)) : undefined;
  const kept = chunks.filter(({ name }) => KEPT.has(name)).map((chunk) => cleaned(chunk, orientation !== undefined));
  if (orientation !== undefined) kept.push({ name: 'EXIF', payload: exifOf(orientation) });
  const body = joined([bytesOf('WEBP'), ...kept.map(written)]);
  return joined([bytesOf('RIFF'), uint32(body.length), body]);
}

/** Throws for a file whose pictures are larger than its first chunk says, by which readers judge it, or that has none. */
function checkSizes([first, ...others]: readonly Chunk[]): void {
  const told = first && sizeIn(first);
  const pictures = others.flatMap((chunk) =>
    chunk.name === 'ANMF' ? chunksIn(chunk.payload.subarray(FRAME)) : [chunk],
  );
  const sizes = pictures.flatMap((chunk) => sizeIn(chunk) ?? []);
  if (!told || (first.name === 'VP8X' ? sizes.length === 0 : sizes.length > 0))
    throw new RangeError('no picture, or one that the first chunk does not tell of');
  if (sizes.some(({ width, height }) => width > told.width || height > told.height))
    throw new RangeError('a picture is larger than the file says');
}

/** Undefined for a chunk that tells no size. */
function sizeIn({ name, payload }: Chunk): { width: number; height: number } | undefined {
  if (!['VP8 ', 'VP8L', 'VP8X'].includes(name)) return undefined;
  const format = formatOf(joined([bytesOf('RIFF'), uint32(0), bytesOf('WEBP'), written({ name, payload })]));
  if (!format) throw new RangeError('a chunk without a size');
  return format;
}

function chunksIn(bytes: Uint8Array): Chunk[] {
  const view = viewOf(bytes);
  const chunks: Chunk[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = view.getUint32(at + 4, true);
    if (at + 8 + length > bytes.length) throw new RangeError('a chunk ends behind the file');
    chunks.push({ name: textAt(view, at, 4), payload: bytes.subarray(at + 8, at + 8 + length) });
    // Chunks begin at even places.
    at += 8 + length + (length % 2);
  }
  return chunks;
}

function cleaned({ name, payload }: Chunk, hasOrientation: boolean): Chunk {
  if (name === 'VP8X') {
    const flags = (payload[0]! & ~(EXIF | XMP)) | (hasOrientation ? EXIF : 0);
    return { name, payload: joined([Uint8Array.of(flags), payload.subarray(1)]) };
  }
  if (name !== 'ANMF') return { name, payload };
  const picture = chunksIn(payload.subarray(FRAME)).filter((chunk) => PICTURE.includes(chunk.name));
  return { name, payload: joined([payload.subarray(0, FRAME), ...picture.map(written)]) };
}

/** Some programs put the beginning of JPEG's segment before the TIFF file. */
function tiffIn(payload: Uint8Array): Uint8Array {
  return payload[0] === 0x45 ? payload.subarray(6) : payload;
}

function written({ name, payload }: Chunk): Uint8Array {
  return joined([bytesOf(name), uint32(payload.length), payload, new Uint8Array(payload.length % 2)]);
}

function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  viewOf(bytes).setUint32(0, value, true);
  return bytes;
}
