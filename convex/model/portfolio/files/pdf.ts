/**
 * Checks of PDF (ISO 32000). Nothing is rendered. A document that could act on its reader is refused: one with scripts, programs
 * to start, other files inside, forms of XFA, or encryption, behind which all of these could hide.
 */
import { unpack } from './unpack.js';

const HEADER = /^%PDF-(?:1\.[0-7]|2\.0)[\r\n \t%]/;
/** The place of the cross-references, then the end. */
const ENDING = /startxref[\0\t\n\f\r ]+(\d{1,10})[\0\t\n\f\r ]+%%EOF$/;
const REFERENCES = /^[\0\t\n\f\r ]*(?:xref|\d+[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+obj)/;
const NAME = /\/[^\0\t\n\f\r ()<>[\]{}/%]+/g;
const ACTIVE = new Set([
  ...['JavaScript', 'Launch', 'EmbeddedFile', 'EmbeddedFiles', 'Filespec', 'RichMedia', 'XFA'],
  ...['SubmitForm', 'ImportData', 'GoToE', 'GoToR', 'Rendition', 'Movie', 'Sound'],
]);
/** Most bytes to which the streams that hold objects may unpack together. */
const UNPACKED_BYTES = 8 * 1024 * 1024;

export type PdfFault = 'broken' | 'active' | 'encrypted';

export function isPdf(bytes: Uint8Array): boolean {
  return HEADER.test(latin(bytes.subarray(0, 16)));
}

/** The document up to its own end, or its fault. Bytes after the end are dropped. */
export function checkedPdf(given: Uint8Array<ArrayBuffer>): { bytes: Uint8Array<ArrayBuffer> } | { fault: PdfFault } {
  const whole = latin(given);
  const end = whole.lastIndexOf('%%EOF') + 5;
  const text = whole.slice(0, end);
  const place = ENDING.exec(text.slice(-64))?.[1];
  if (place === undefined || !REFERENCES.test(text.slice(Number(place), Number(place) + 64)))
    return { fault: 'broken' };
  const bytes = given.subarray(0, end);
  const fault = faultIn(text) ?? faultInStreams(bytes, text);
  return fault ? { fault } : { bytes };
}

/** A name is the same with any of its characters written as `#` and two digits. */
function faultIn(text: string): PdfFault | undefined {
  for (const [written] of text.matchAll(NAME)) {
    const name = written
      .slice(1)
      .replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
    if (name === 'Encrypt') return 'encrypted';
    if (ACTIVE.has(name)) return 'active';
  }
  return undefined;
}

/**
 * Looks into the streams that hold objects. Their dictionaries have the key `First`; all that stands between two streams counts as
 * the dictionary of the second, so that no text in it can hide the key.
 */
function faultInStreams(bytes: Uint8Array, text: string): PdfFault | undefined {
  let left = UNPACKED_BYTES;
  let from = 0;
  for (const { index, 0: keyword } of text.matchAll(/\bstream\r?\n/g)) {
    if (index < from) continue;
    const start = index + keyword.length;
    const before = plainNames(text.slice(from, index));
    const end = text.indexOf('endstream', start);
    if (end < 0) return 'broken';
    from = end;
    if (!/\/First\b/.test(before)) continue;
    const found = unpacked(bytes.subarray(start, end), left);
    if (found === undefined) {
      // Any stream may follow a dictionary that has the key for another reason, such as an outline.
      if (/\/First\b|\/ObjStm\b/.test(before.slice(before.lastIndexOf('obj')))) return 'broken';
      continue;
    }
    left -= found.length;
    const fault = faultIn(found);
    if (fault) return fault;
  }
  return undefined;
}

function plainNames(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** Undefined for data that are not packed by Deflate alone, break off, or unpack to more than `most` bytes. */
function unpacked(data: Uint8Array, most: number): string | undefined {
  const parts: string[] = [];
  let count = 0;
  const isWhole = unpack([data], (piece) => {
    count += piece.length;
    parts.push(latin(piece));
    return count <= most;
  });
  return isWhole ? parts.join('') : undefined;
}

/** Each byte as one character. Pieces, since a call takes only so many arguments. */
function latin(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8_192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)));
  return parts.join('');
}
