/** Applies a mutation's overlay to SQLite and says which index keys it touched. */
import type { Store } from '../store/store.ts';
import { hasPendingCommitTs, resolveCommitTs } from '../values/json.ts';
import type { JSONObject } from '../values/json.ts';
import { compareKeys } from '../values/keys.ts';
import type { Key } from '../values/keys.ts';
import { allIndexes, keyOf } from '../transaction/overlay.ts';
import type { Overlay, PendingDocument } from '../transaction/overlay.ts';
import type { WriteSet } from '../transaction/readSet.ts';

export function applyOverlay(store: Store, overlay: Overlay, commitTs: bigint): WriteSet {
  const writes: WriteSet = new Map();
  // Old index entries go first: a key may move from one document to another within the mutation.
  for (const pending of overlay.documents.values()) removeStored(store, pending, writes);
  for (const pending of overlay.documents.values()) {
    if (!pending.document) continue;
    const document = hasPendingCommitTs(pending.document) ? (resolveCommitTs(pending.document, commitTs) as JSONObject) : pending.document;
    putPending(store, pending, document, writes);
  }
  return writes;
}

function touch(writes: WriteSet, index: number, key: Key): void {
  const keys = writes.get(index);
  if (keys) keys.push(key);
  else writes.set(index, [key]);
}

function removeStored(store: Store, { table, id, stored, document }: PendingDocument, writes: WriteSet): void {
  if (!stored) return;
  for (const index of allIndexes(table)) {
    const key = keyOf(index, stored);
    touch(writes, index.id, key);
    if (index === table.byId) continue;
    // An entry whose key stays is kept; commit timestamps always move.
    if (!document || compareKeys(key, keyOf(index, document)) !== 0) store.deleteIndexEntry(index.id, key);
  }
  if (!document) store.deleteDocument(table, id);
}

function putPending(store: Store, { table, id, size, stored, document: written }: PendingDocument, document: JSONObject, writes: WriteSet): void {
  const row = store.putDocument(table, id, size, JSON.stringify(document));
  for (const index of allIndexes(table)) {
    const key = keyOf(index, document);
    touch(writes, index.id, key);
    if (index === table.byId) continue;
    const kept = stored !== null && compareKeys(keyOf(index, stored), keyOf(index, written!)) === 0;
    if (!kept) store.putIndexEntry(index.id, key, row);
  }
}
