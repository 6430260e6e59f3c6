/**
 * Index keys: values encoded as bytes whose order under memcmp is Convex's value order
 * (undefined < null < int64 < float64 < boolean < string < bytes < array < object).
 */
import { MAX_INT64, decodeFloat, decodeInt64, fieldAt, specialKey } from './json.ts';
import type { JSONObject, JSONValue } from './json.ts';

const TAG = { undefined: 1, null: 2, int64: 3, float64: 4, boolean: 5, string: 6, bytes: 7, array: 8, object: 9 } as const;

/** No encoded value starts with this byte, so `prefix + 0xff` is above every key that begins with the prefix. */
const ABOVE = Buffer.from([0xff]);
const NEXT = Buffer.from([0x00]);

export type Key = Uint8Array;
export const LOWEST: Key = Buffer.alloc(0);
export const HIGHEST: Key = ABOVE;

class KeyWriter {
  private readonly parts: Uint8Array[] = [];

  byte(value: number): void {
    this.parts.push(Uint8Array.of(value));
  }

  bytes(value: Uint8Array): void {
    this.parts.push(value);
  }

  /** Zero bytes are escaped and the end is marked, so that a shorter text sorts before a longer one that begins with it. */
  escaped(value: Uint8Array): void {
    let start = 0;
    for (let zero = value.indexOf(0); zero !== -1; zero = value.indexOf(0, start)) {
      this.parts.push(value.subarray(start, zero), Uint8Array.of(0, 0xff));
      start = zero + 1;
    }
    this.parts.push(start === 0 ? value : value.subarray(start), Uint8Array.of(0, 0));
  }

  finish(): Key {
    return Buffer.concat(this.parts);
  }
}

function writeInt64(out: KeyWriter, value: bigint): void {
  const bytes = Buffer.allocUnsafe(9);
  bytes[0] = TAG.int64;
  bytes.writeBigUInt64BE(BigInt.asUintN(64, value) ^ (1n << 63n), 1);
  out.bytes(bytes);
}

function writeFloat64(out: KeyWriter, value: number): void {
  const bytes = Buffer.allocUnsafe(9);
  bytes[0] = TAG.float64;
  bytes.writeDoubleBE(value, 1);
  // IEEE bits sort as integers once the sign is flipped, and all bits of negatives are.
  if (bytes[1]! & 0x80) for (let i = 1; i < 9; i++) bytes[i] = ~bytes[i]! & 0xff;
  else bytes[1]! |= 0x80;
  out.bytes(bytes);
}

function writeSpecial(out: KeyWriter, key: string, value: JSONObject): boolean {
  if (key === '$integer') writeInt64(out, decodeInt64(value.$integer));
  else if (key === '$float') writeFloat64(out, decodeFloat(value.$float));
  else if (key === '$commitTs') writeInt64(out, MAX_INT64);
  else if (key === '$undefined') out.byte(TAG.undefined);
  else if (key === '$bytes') {
    out.byte(TAG.bytes);
    out.escaped(Buffer.from(String(value.$bytes), 'base64'));
  } else return false;
  return true;
}

function writeValue(out: KeyWriter, value: JSONValue | undefined): void {
  if (value === undefined) out.byte(TAG.undefined);
  else if (value === null) out.byte(TAG.null);
  else if (typeof value === 'number') writeFloat64(out, value);
  else if (typeof value === 'boolean') out.bytes(Uint8Array.of(TAG.boolean, value ? 1 : 0));
  else if (typeof value === 'string') writeString(out, value);
  else if (Array.isArray(value)) {
    out.byte(TAG.array);
    for (const item of value) writeValue(out, item);
    out.byte(0);
  } else writeObject(out, value);
}

function writeString(out: KeyWriter, value: string): void {
  out.byte(TAG.string);
  out.escaped(Buffer.from(value, 'utf8'));
}

function writeObject(out: KeyWriter, value: JSONObject): void {
  const special = specialKey(value);
  if (special !== undefined && writeSpecial(out, special, value)) return;
  out.byte(TAG.object);
  for (const field of Object.keys(value).sort()) {
    writeString(out, field);
    writeValue(out, value[field]);
  }
  out.byte(0);
}

export function encodeKey(values: readonly (JSONValue | undefined)[]): Key {
  const out = new KeyWriter();
  for (const value of values) writeValue(out, value);
  return out.finish();
}

export function indexKey(document: JSONObject, fields: readonly string[]): Key {
  const out = new KeyWriter();
  for (const field of fields) writeValue(out, fieldAt(document, field));
  return out.finish();
}

/** The first key above every key that starts with the prefix. */
export function afterPrefix(prefix: Key): Key {
  return Buffer.concat([prefix, ABOVE]);
}

/** The first possible key after this exact key. */
export function afterKey(key: Key): Key {
  return Buffer.concat([key, NEXT]);
}

export function compareKeys(a: Key, b: Key): number {
  return Buffer.compare(a, b);
}

/** Convex's order of two values; undefined is a missing field. */
export function compareValues(a: JSONValue | undefined, b: JSONValue | undefined): number {
  if (typeof a === 'string' && a === b) return 0;
  return Buffer.compare(encodeKey([a]), encodeKey([b]));
}

export function keyText(key: Key): string {
  return Buffer.from(key.buffer, key.byteOffset, key.byteLength).toString('latin1');
}

