/**
 * The pixels of a PNG without its metadata, counted as they are unpacked. A small file can unpack to gigabytes, and one that
 * was cut has fewer pixels than it declares. ISO/IEC 15948, 7 to 10.
 */
import { textAt, viewOf } from '../../profile/metadata/bytes.js';
import { unpack } from './unpack.js';

/** By type of colour. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** First column and row of each pass of Adam7, and the steps to the next ones. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Whether the picture has the pixels that it declares, no less and no more, and ends where a picture ends. */
export function hasItsPixels(png: Uint8Array): boolean {
  try {
    const chunks = chunksIn(png);
    const names = chunks.map(({ name }) => name).join(' ');
    if (!/^IHDR (?:(?!IHDR|IDAT|IEND).{4} )*IDAT (?:IDAT )*(?:(?!IHDR|IDAT|IEND).{4} )*IEND$/.test(names)) return false;
    const wanted = bytesOfPixels(chunks[0]!.content);
    return wanted !== undefined && unpacksTo(chunks, wanted);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

interface Chunk {
  name: string;
  content: Uint8Array;
}

function chunksIn(png: Uint8Array): Chunk[] {
  const view = viewOf(png);
  const chunks: Chunk[] = [];
  for (let at = 8; at < png.length;) {
    const length = view.getUint32(at);
    chunks.push({ name: textAt(view, at + 4, 4), content: png.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

/** Undefined for a header that no picture has. Each row has one byte more, which names its filter. */
function bytesOfPixels(header: Uint8Array): number | undefined {
  const view = viewOf(header);
  const [width, height, depth] = [view.getUint32(0), view.getUint32(4), view.getUint8(8)];
  const [samples, interlaced] = [SAMPLES[view.getUint8(9)], view.getUint8(12)];
  if (samples === undefined || ![1, 2, 4, 8, 16].includes(depth) || interlaced > 1) return undefined;
  const bytesOf = (columns: number, rows: number) =>
    columns === 0 ? 0 : rows * (1 + Math.ceil((columns * samples * depth) / 8));
  if (interlaced === 0) return bytesOf(width, height);
  return PASSES.reduce((sum, [column, row, across, down]) => {
    const columns = Math.ceil(Math.max(0, width - column) / across);
    return sum + bytesOf(columns, Math.ceil(Math.max(0, height - row) / down));
  }, 0);
}

function unpacksTo(chunks: readonly Chunk[], wanted: number): boolean {
  let count = 0;
  const data = chunks.filter(({ name }) => name === 'IDAT').map(({ content }) => content);
  const isWhole = unpack(data, (piece) => {
    count += piece.length;
    return count <= wanted;
  });
  return isWhole && count === wanted;
}
