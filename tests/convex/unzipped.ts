/** The files in an export. */
import { strFromU8, unzipSync } from 'fflate';
import { expect } from 'vitest';
import type { Bytes } from './files.ts';

/** The bytes of each file as characters. */
export function unzipped(zip: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, strFromU8(bytes, true)]));
}

/** File names are of bytes; the texts in them are UTF-8. */
export function utf8(text: string): string {
  return new TextDecoder().decode(Uint8Array.from(text, (character) => character.charCodeAt(0)));
}

export function rowsOf(zip: Record<string, string>, name: string): Record<string, unknown>[] {
  return JSON.parse(utf8(zip[name]!)) as Record<string, unknown>[];
}

/** The export holds the bytes of a file, and its row in `table` without the names of our own storage. */
export function expectFile(
  zip: Record<string, string>,
  table: string,
  { upload, bytes, type }: { upload: string; bytes: Bytes; type: string },
): void {
  const row = rowsOf(zip, `${table}.json`).find((each) => each.upload === upload);
  expect(row).toMatchObject({ type: expect.stringMatching(`/${type}$`), size: bytes.length });
  expect(zip[`${table}.json`]).not.toMatch(/[0-9a-f]{32}/);
  expect(Uint8Array.from(zip[`media/file-${upload}.${type}`]!, (c) => c.charCodeAt(0))).toEqual(bytes);
}
