/**
 * Applies a mutation's overlay to SQLite, and returns the index keys that it touched and the steps that follow once it
 * is durable.
 */
import { STORAGE } from '../storage/documents.ts';
import type { Store } from '../store/store.ts';
import { mayHoldCommitTs, resolveCommitTs } from '../values/json.ts';
import type { JSONObject } from '../values/json.ts';
import { compareKeys } from '../values/keys.ts';
import type { Key } from '../values/keys.ts';
import { allIndexes, keyOf } from '../transaction/overlay.ts';
import type { Overlay, PendingDocument } from '../transaction/overlay.ts';
import type { WriteSet } from '../transaction/read-set.ts';
import type { VectorChange } from '../vector/vector-index.ts';
import { updateSpecialIndexes } from './special-indexes.ts';

export interface Applied {
  writes: WriteSet;
  /** Whether a document was deleted, or replaced by another version of it. */
  replaced: boolean;
  vectors: VectorChange[];
  /** Ids of deleted `_storage` documents, whose files go with them. */
  deletedFiles: string[];
}

export function applyOverlay(store: Store, overlay: Overlay, commitTs: bigint): Applied {
  const applied: Applied = { writes: new Map(), replaced: false, vectors: [], deletedFiles: [] };
  // Old index entries go first: a key may move from one document to another within the mutation.
  for (const pending of overlay.documents.values()) removeStored(store, pending, applied);
  for (const pending of overlay.documents.values()) {
    if (!pending.document) continue;
    if (!mayHoldCommitTs(pending.body)) putPending(store, pending, pending.document, pending.body, applied);
    else {
      const document = resolveCommitTs(pending.document, commitTs) as JSONObject;
      putPending(store, pending, document, JSON.stringify(document), applied);
    }
  }
  return applied;
}

function touch(writes: WriteSet, index: number, key: Key): void {
  const keys = writes.get(index);
  if (keys) keys.push(key);
  else writes.set(index, [key]);
}

function removeStored(store: Store, { table, id, stored, document }: PendingDocument, applied: Applied): void {
  const { writes } = applied;
  if (!stored) return;
  applied.replaced = true;
  for (const index of allIndexes(table)) {
    const key = keyOf(index, stored);
    touch(writes, index.id, key);
    if (index === table.byId) continue;
    // An entry whose key stays is kept; commit timestamps always move.
    if (!document || compareKeys(key, keyOf(index, document)) !== 0) store.deleteIndexEntry(index.id, key);
  }
  if (document) return;
  const row = store.deleteDocument(table, id);
  updateSpecialIndexes(store.writer, { table, id, row, before: stored, after: null }, writes, applied.vectors);
  if (table.name === STORAGE) applied.deletedFiles.push(id);
}

function putPending(
  store: Store,
  { table, id, size, stored, document: written }: PendingDocument,
  document: JSONObject,
  body: string,
  applied: Applied,
): void {
  const { writes } = applied;
  const row = store.putDocument(table, id, size, body);
  for (const index of allIndexes(table)) {
    const key = keyOf(index, document);
    touch(writes, index.id, key);
    if (index === table.byId) continue;
    const kept = stored !== null && compareKeys(keyOf(index, stored), keyOf(index, written!)) === 0;
    if (!kept) store.putIndexEntry(index.id, key, row);
  }
  updateSpecialIndexes(store.writer, { table, id, row, before: stored, after: document }, writes, applied.vectors);
}
