/**
 * A vector index: rows of `v_<index>` in SQLite hold the normalised vector (Float32, little-endian) and the filter values
 * of each document that has a vector of the right dimensions.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { SpecialIndexInfo, VectorIndexInfo } from '../store/catalog.ts';
import type { Reader } from '../store/reader.ts';
import { decodeFloat, fieldAt, isObject, specialKey } from '../values/json.ts';
import type { JSONObject, JSONValue } from '../values/json.ts';
import { encodeKey, keyText } from '../values/keys.ts';

export interface VectorEntry {
  id: string;
  vector: Float32Array;
  /** One text per filter field; equal texts are equal values. */
  filters: string[];
}

/** A commit's change to one row of one index. */
export interface VectorChange {
  index: VectorIndexInfo;
  id: string;
  entry: VectorEntry | null;
}

export function isVectorIndex(index: SpecialIndexInfo): index is VectorIndexInfo {
  return index.definition.kind === 'vector';
}

export function createVectorTable(database: DatabaseSync, index: SpecialIndexInfo): void {
  database.exec(
    `CREATE TABLE v_${index.id}(id TEXT PRIMARY KEY, vector BLOB NOT NULL, filters TEXT NOT NULL) WITHOUT ROWID`,
  );
}

export function dropVectorTable(database: DatabaseSync, index: SpecialIndexInfo): void {
  database.exec(`DROP TABLE v_${index.id}`);
}

function numberIn(value: JSONValue | undefined): number | null {
  if (typeof value === 'number') return value;
  return isObject(value) && specialKey(value) === '$float' ? decodeFloat(value.$float) : null;
}

/** To length one, so that a dot product is the cosine; a zero vector stays zero. */
export function normalised(values: ArrayLike<number>): Float32Array {
  let squares = 0;
  for (let at = 0; at < values.length; at++) squares += values[at]! * values[at]!;
  const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  const out = new Float32Array(values.length);
  for (let at = 0; at < values.length; at++) out[at] = values[at]! * scale;
  return out;
}

export function filterText(value: JSONValue | undefined): string {
  return keyText(encodeKey([value]));
}

/** Null for a document that is not in the index: its field is not an array of floats with the index's dimensions. */
export function vectorEntry(index: VectorIndexInfo, document: JSONObject): VectorEntry | null {
  const { field, dimensions, filterFields } = index.definition;
  const array = fieldAt(document, field);
  if (!Array.isArray(array) || array.length !== dimensions) return null;
  const numbers = array.map(numberIn);
  if (numbers.includes(null)) return null;
  return {
    id: String(document._id),
    vector: normalised(numbers as number[]),
    filters: filterFields.map((path) => filterText(fieldAt(document, path))),
  };
}

export function putVectorRow(writer: Reader, index: VectorIndexInfo, entry: VectorEntry): void {
  const { buffer, byteOffset, byteLength } = entry.vector;
  writer
    .statement(
      `INSERT INTO v_${index.id}(id, vector, filters) VALUES (?, ?, ?) ON CONFLICT(id) DO UPDATE SET vector = excluded.vector, filters = excluded.filters`,
    )
    .run(entry.id, new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength), JSON.stringify(entry.filters));
}

export function deleteVectorRow(writer: Reader, index: VectorIndexInfo, id: string): void {
  writer.statement(`DELETE FROM v_${index.id} WHERE id = ?`).run(id);
}

export function* vectorRows(reader: Reader, index: VectorIndexInfo): Generator<VectorEntry> {
  const rows = reader.statement(`SELECT id, vector, filters FROM v_${index.id}`).iterate() as Iterable<{
    id: string;
    vector: Uint8Array;
    filters: string;
  }>;
  for (const { id, vector, filters } of rows) {
    // SQLite's bytes may start anywhere; floats may not.
    const aligned = vector.slice();
    yield {
      id,
      vector: new Float32Array(aligned.buffer, 0, index.definition.dimensions),
      filters: JSON.parse(filters) as string[],
    };
  }
}
