/**
 * Document ids as Convex writes them: base32 of the table number (varint), 16 internal bytes and a Fletcher-16 checksum,
 * so that `v.id("table")` can tell a document's table from the id alone.
 */
import { randomFillSync } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const DIGIT = new Map([...ALPHABET].map((letter, index) => [letter, index]));
const INTERNAL_BYTES = 16;

function fletcher16(bytes: Uint8Array): number {
  let low = 0;
  let high = 0;
  for (const byte of bytes) {
    low = (low + byte) & 0xff;
    high = (high + low) & 0xff;
  }
  return (high << 8) | low;
}

function base32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let buffer = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      text += ALPHABET[(buffer >> (bits - 5)) & 31];
      bits -= 5;
    }
    buffer &= (1 << bits) - 1;
  }
  return bits > 0 ? text + ALPHABET[(buffer << (5 - bits)) & 31] : text;
}

function fromBase32(text: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let bits = 0;
  let buffer = 0;
  let at = 0;
  for (const letter of text) {
    const digit = DIGIT.get(letter);
    if (digit === undefined) return null;
    buffer = (buffer << 5) | digit;
    bits += 5;
    if (bits >= 8) {
      bytes[at++] = (buffer >> (bits - 8)) & 0xff;
      bits -= 8;
    }
    buffer &= (1 << bits) - 1;
  }
  return buffer === 0 ? bytes : null;
}

function varint(value: number): number[] {
  const bytes = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest & 0x7f) | 0x80);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}

/** Random bytes are drawn for many ids at once: a draw costs more than the rest of an id. */
const pool = { bytes: new Uint8Array(256 * INTERNAL_BYTES), at: Infinity };

export function newId(tableNumber: number): string {
  if (pool.at + INTERNAL_BYTES > pool.bytes.length) {
    randomFillSync(pool.bytes);
    pool.at = 0;
  }
  pool.at += INTERNAL_BYTES;
  return idFrom(tableNumber, pool.bytes.subarray(pool.at - INTERNAL_BYTES, pool.at));
}

/** The id of a table with these internal bytes. */
export function idFrom(tableNumber: number, internal: Uint8Array): string {
  const body = Buffer.concat([Uint8Array.from(varint(tableNumber)), internal]);
  const checksum = fletcher16(body);
  return base32(Buffer.concat([body, Uint8Array.of(checksum & 0xff, checksum >> 8)]));
}

/** The table number in an id; null for any other text. */
export function tableNumberOf(id: string): number | null {
  return parseId(id)?.table ?? null;
}

/** The 16 bytes of an id that tell it from the others of its table. */
export function internalBytes(id: string): Uint8Array | null {
  return parseId(id)?.internal ?? null;
}

function parseId(id: string): { table: number; internal: Uint8Array } | null {
  if (id.length < 31 || id.length > 37) return null;
  const bytes = fromBase32(id);
  if (bytes === null) return null;
  let number = 0;
  let scale = 1;
  let at = 0;
  for (;;) {
    const byte = bytes[at++];
    if (byte === undefined || at > 5) return null;
    number += (byte & 0x7f) * scale;
    if (byte < 0x80) break;
    scale *= 128;
  }
  if (bytes.length !== at + INTERNAL_BYTES + 2) return null;
  const checksum = fletcher16(bytes.subarray(0, at + INTERNAL_BYTES));
  const sound = bytes[at + INTERNAL_BYTES] === (checksum & 0xff) && bytes[at + INTERNAL_BYTES + 1] === checksum >> 8;
  return sound ? { table: number, internal: bytes.subarray(at, at + INTERNAL_BYTES) } : null;
}
