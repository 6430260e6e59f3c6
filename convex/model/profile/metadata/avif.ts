/**
 * AVIF without metadata. Its items are found by their place in the file, so nothing moves: the bytes of EXIF and XMP items and
 * of private boxes become zeros. ISO/IEC 14496-12, 8.11, and ISO/IEC 23008-12. The orientation is a property of the picture
 * and stays.
 */
import { METADATA_BYTES } from '@gigsy/schema/picture-format';
import { joined, textAt, viewOf } from './bytes.js';

const NESTED = new Set(['meta', 'moov', 'trak', 'mdia', 'minf', 'stbl']);
const PRIVATE = new Set(['uuid', 'udta', 'free', 'skip']);
/** All that a picture needs of the outermost boxes: any other could be a file of another kind. */
const OUTERMOST = new Set(['ftyp', 'meta', 'moov', 'mdat']);
/** Types of items that hold EXIF, XMP and links. */
const METADATA = new Set(['Exif', 'mime', 'uri ']);

interface Box {
  type: string;
  /** Of the whole box, and of its content. */
  start: number;
  content: number;
  end: number;
}

export function avifWithoutMetadata(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const cleaned = joined([bytes]);
  const view = viewOf(cleaned);
  for (const box of boxesIn(view, 0, view.byteLength)) {
    // The size of the picture is looked for there and nowhere else.
    if (box.type === 'meta' && box.end > METADATA_BYTES)
      throw new RangeError('the description of the picture is too long');
    if (OUTERMOST.has(box.type)) cleanBox(cleaned, view, box);
    else cleaned.fill(0, box.content, box.end);
  }
  return cleaned;
}

function cleanBox(bytes: Uint8Array, view: DataView, box: Box): void {
  if (PRIVATE.has(box.type)) bytes.fill(0, box.content, box.end);
  if (!NESTED.has(box.type)) return;
  // `meta` is a full box: version and flags come before its boxes.
  const inner = boxesIn(view, box.content + (box.type === 'meta' ? 4 : 0), box.end);
  for (const nested of inner) cleanBox(bytes, view, nested);
  if (box.type === 'meta') cleanItems(bytes, view, inner);
}

function boxesIn(view: DataView, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  for (let start = from; start < to;) {
    const short = view.getUint32(start);
    const isLong = short === 1;
    const length = isLong ? Number(view.getBigUint64(start + 8)) : short === 0 ? to - start : short;
    const content = start + (isLong ? 16 : 8);
    const end = start + length;
    if (end > to || end < content) throw new RangeError('a box ends behind the one that holds it');
    boxes.push({ type: textAt(view, start + 4, 4), start, content, end });
    start = end;
  }
  return boxes;
}

function cleanItems(bytes: Uint8Array, view: DataView, boxes: readonly Box[]): void {
  const box = (type: string) => boxes.find((one) => one.type === type);
  const [information, location] = [box('iinf'), box('iloc')];
  if (!information || !location) return;
  const metadata = metadataItems(view, information);
  const data = box('idat')?.content;
  // Places may overlap, and a small file can name many: all of them together are at most the file.
  let left = view.byteLength;
  for (const { id, inData, extents } of itemLocations(view, location.content)) {
    if (!metadata.has(id)) continue;
    const base = inData ? (data ?? view.byteLength) : 0;
    for (const { offset, length } of extents) {
      const end = length === 0 ? view.byteLength : base + offset + length;
      left -= end - base - offset;
      if (end > view.byteLength || left < 0) throw new RangeError('items are larger than the file');
      bytes.fill(0, base + offset, end);
    }
  }
}

/** Ids of the items that hold metadata. */
function metadataItems(view: DataView, { content, end }: Box): Set<number> {
  const first = content + (view.getUint8(content) === 0 ? 6 : 8);
  const ids = new Set<number>();
  for (const { type, content: at } of boxesIn(view, first, end)) {
    const version = view.getUint8(at);
    // Versions 0 and 1 are those of no picture, and have no type.
    if (type !== 'infe' || version < 2) continue;
    const wide = version === 2 ? 2 : 4;
    if (METADATA.has(textAt(view, at + 6 + wide, 4)))
      ids.add(wide === 2 ? view.getUint16(at + 4) : view.getUint32(at + 4));
  }
  return ids;
}

interface Location {
  id: number;
  /** Counted from the start of the box `idat`; else from the start of the file. */
  inData: boolean;
  extents: { offset: number; length: number }[];
}

function itemLocations(view: DataView, content: number): Location[] {
  let at = content + 6;
  const next = (size: number): number => {
    at += size;
    if (size === 0) return 0;
    if (size === 2) return view.getUint16(at - 2);
    return size === 4 ? view.getUint32(at - 4) : Number(view.getBigUint64(at - 8));
  };
  const version = view.getUint8(content);
  const sizes = view.getUint16(content + 4);
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexSize = version === 0 ? 0 : sizes & 15;
  const count = next(version < 2 ? 2 : 4);
  return Array.from({ length: count }, () => {
    const id = next(version < 2 ? 2 : 4);
    const inData = version > 0 && (next(2) & 15) === 1;
    next(2);
    const base = next(baseSize);
    const extentCount = next(2);
    if (extentCount > 1 && offsetSize + lengthSize + indexSize === 0) throw new RangeError('places without a size');
    const extents = Array.from({ length: extentCount }, () => {
      next(indexSize);
      return { offset: base + next(offsetSize), length: next(lengthSize) };
    });
    return { id, inData, extents };
  });
}
