/**
 * Index keys: values encoded as bytes whose order under memcmp is Convex's value order
 * (undefined < null < int64 < float64 < boolean < string < bytes < array < object).
 */
import { MAX_INT64, decodeFloat, decodeInt64, fieldAt, specialKey } from './json.ts';
import type { JSONObject, JSONValue } from './json.ts';

const TAG = {
  undefined: 1,
  null: 2,
  int64: 3,
  float64: 4,
  boolean: 5,
  string: 6,
  bytes: 7,
  array: 8,
  object: 9,
} as const;

/** No encoded value starts with this byte, so `prefix + 0xff` is above every key that begins with the prefix. */
const ABOVE = 0xff;

export type Key = Uint8Array;
export const LOWEST: Key = Buffer.alloc(0);
export const HIGHEST: Key = Buffer.from([ABOVE]);

/** Enough for nearly every key; the buffer of a longer one is not kept. */
const USUAL_BYTES = 4_096;
/** Below this length a loop is faster than a call that leaves JavaScript. */
const SHORT_TEXT = 64;

/** Builds one key at a time, in a buffer that is used again for the next. */
class KeyWriter {
  #buffer = Buffer.allocUnsafeSlow(USUAL_BYTES);
  #at = 0;

  /** Space for so many bytes more. */
  #reserve(bytes: number): void {
    if (this.#at + bytes <= this.#buffer.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(2 * this.#buffer.length, this.#at + bytes));
    grown.set(this.#buffer.subarray(0, this.#at));
    this.#buffer = grown;
  }

  start(): void {
    this.#at = 0;
    if (this.#buffer.length > USUAL_BYTES) this.#buffer = Buffer.allocUnsafeSlow(USUAL_BYTES);
  }

  byte(value: number): void {
    this.#reserve(1);
    this.#buffer[this.#at++] = value;
  }

  int64(value: bigint): void {
    this.byte(TAG.int64);
    this.#reserve(8);
    this.#at = this.#buffer.writeBigUInt64BE(BigInt.asUintN(64, value) ^ (1n << 63n), this.#at);
  }

  float64(value: number): void {
    this.byte(TAG.float64);
    this.#reserve(8);
    const buffer = this.#buffer;
    const at = this.#at;
    this.#at = buffer.writeDoubleBE(value, at);
    // IEEE bits sort as integers once the sign is flipped, and all bits of negatives are.
    if (buffer[at]! & 0x80) for (let i = at; i < this.#at; i++) buffer[i] = ~buffer[i]! & 0xff;
    else buffer[at]! |= 0x80;
  }

  text(value: string): void {
    this.byte(TAG.string);
    if (value.length > SHORT_TEXT || !this.#plain(value)) this.#escaped(Buffer.from(value, 'utf8'));
    this.#end();
  }

  /** Writes a text of ASCII letters, which need no encoding; writes nothing and says so if it is another. */
  #plain(value: string): boolean {
    this.#reserve(value.length);
    const buffer = this.#buffer;
    const at = this.#at;
    for (let i = 0; i < value.length; i++) {
      const code = value.charCodeAt(i);
      if (code === 0 || code > 0x7f) return false;
      buffer[at + i] = code;
    }
    this.#at = at + value.length;
    return true;
  }

  bytes(value: Uint8Array): void {
    this.byte(TAG.bytes);
    this.#escaped(value);
    this.#end();
  }

  /** Zero bytes are escaped and the end is marked, so that a shorter text sorts before a longer one that begins with it. */
  #escaped(value: Uint8Array): void {
    this.#reserve(2 * value.length);
    const buffer = this.#buffer;
    for (let i = 0; i < value.length; i++) {
      buffer[this.#at++] = value[i]!;
      if (value[i] === 0) buffer[this.#at++] = 0xff;
    }
  }

  #end(): void {
    this.#reserve(2);
    this.#buffer[this.#at++] = 0;
    this.#buffer[this.#at++] = 0;
  }

  finish(): Key {
    return Buffer.from(this.#buffer.subarray(0, this.#at));
  }
}

const out = new KeyWriter();

function writeSpecial(key: string, value: JSONObject): boolean {
  if (key === '$integer') out.int64(decodeInt64(value.$integer));
  else if (key === '$float') out.float64(decodeFloat(value.$float));
  else if (key === '$commitTs') out.int64(MAX_INT64);
  else if (key === '$undefined') out.byte(TAG.undefined);
  else if (key === '$bytes') out.bytes(Buffer.from(String(value.$bytes), 'base64'));
  else return false;
  return true;
}

function writeValue(value: JSONValue | undefined): void {
  if (typeof value === 'string') out.text(value);
  else if (typeof value === 'number') out.float64(value);
  else if (value === undefined) out.byte(TAG.undefined);
  else if (value === null) out.byte(TAG.null);
  else if (typeof value === 'boolean') {
    out.byte(TAG.boolean);
    out.byte(value ? 1 : 0);
  } else if (Array.isArray(value)) {
    out.byte(TAG.array);
    for (const item of value) writeValue(item);
    out.byte(0);
  } else writeObject(value);
}

function writeObject(value: JSONObject): void {
  const special = specialKey(value);
  if (special !== undefined && writeSpecial(special, value)) return;
  out.byte(TAG.object);
  for (const field of Object.keys(value).sort()) {
    out.text(field);
    writeValue(value[field]);
  }
  out.byte(0);
}

export function encodeKey(values: readonly (JSONValue | undefined)[]): Key {
  out.start();
  for (const value of values) writeValue(value);
  return out.finish();
}

export function indexKey(document: JSONObject, fields: readonly string[]): Key {
  out.start();
  for (const field of fields) writeValue(fieldAt(document, field));
  return out.finish();
}

function followedBy(key: Key, byte: number): Key {
  const longer = Buffer.allocUnsafe(key.length + 1);
  longer.set(key);
  longer[key.length] = byte;
  return longer;
}

/** The first key above every key that starts with the prefix. */
export function afterPrefix(prefix: Key): Key {
  return followedBy(prefix, ABOVE);
}

/** The first possible key after this exact key. */
export function afterKey(key: Key): Key {
  return followedBy(key, 0);
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
