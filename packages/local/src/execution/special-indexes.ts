/** Keeps full-text and vector indexes in step with the documents of a commit. */
import { addSearchEntry, isSearchIndex, removeSearchEntry, searchEntry } from '../search/search-index.ts';
import type { SpecialIndexInfo, TableInfo, VectorIndexInfo } from '../store/catalog.ts';
import type { Reader } from '../store/reader.ts';
import type { JSONObject } from '../values/json.ts';
import { LOWEST } from '../values/keys.ts';
import { deleteVectorRow, isVectorIndex, putVectorRow, vectorEntry } from '../vector/vector-index.ts';
import type { VectorChange } from '../vector/vector-index.ts';
import type { WriteSet } from '../transaction/read-set.ts';

export interface DocumentChange {
  table: TableInfo;
  id: string;
  /** Its row in the table of documents. */
  row: number | bigint;
  before: JSONObject | null;
  after: JSONObject | null;
}

export function updateSpecialIndexes(
  writer: Reader,
  change: DocumentChange,
  writes: WriteSet,
  vectors: VectorChange[],
): void {
  for (const index of change.table.special.values()) {
    if (isSearchIndex(index)) updateSearch(writer, index, change, writes);
    else if (isVectorIndex(index)) updateVector(writer, index, change, vectors);
  }
}

/** A live search reads its whole index: any key of it wakes it. */
function updateSearch(
  writer: Reader,
  index: SpecialIndexInfo,
  { row, before, after }: DocumentChange,
  writes: WriteSet,
): void {
  const [old, next] = [searchEntry(index, before), searchEntry(index, after)];
  if (old || next) writes.set(index.id, [LOWEST]);
  if (old?.words === next?.words && old?.filters === next?.filters) return;
  if (old) removeSearchEntry(writer, index, row);
  if (next) addSearchEntry(writer, index, row, next);
}

function updateVector(
  writer: Reader,
  index: VectorIndexInfo,
  { id, before, after }: DocumentChange,
  vectors: VectorChange[],
): void {
  const entry = after && vectorEntry(index, after);
  if (entry) putVectorRow(writer, index, entry);
  else if (before && vectorEntry(index, before)) deleteVectorRow(writer, index, id);
  else return;
  vectors.push({ index, id, entry });
}
