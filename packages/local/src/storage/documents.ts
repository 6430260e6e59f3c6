/** The `_storage` documents, which describe stored files to a project. */
import type { Store } from '../store/store.ts';
import type { TableInfo } from '../store/catalog.ts';
import type { Transaction } from '../transaction/transaction.ts';
import type { JSONObject } from '../values/json.ts';

export const STORAGE = '_storage';

export interface FileDocument {
  _id: string;
  /** Base64. */
  sha256: string;
  size: number;
  contentType: string | null;
}

export function prepareStorageTables(store: Store, components: Iterable<string>): void {
  store.begin();
  for (const component of components) store.catalog.ensureTable(component, STORAGE);
  store.commit();
}

export function storageTable(transaction: Transaction, component: string): TableInfo {
  return transaction.catalog.find(component, STORAGE)!;
}

export function readFileDocument(transaction: Transaction, component: string, id: string): FileDocument | null {
  const found = transaction.get(storageTable(transaction, component), id);
  return found && (JSON.parse(found.body) as FileDocument);
}

export function insertFileDocument(
  transaction: Transaction,
  component: string,
  file: Omit<FileDocument, '_id'>,
): string {
  return transaction.insert(storageTable(transaction, component), { ...file });
}

export function deleteFileDocument(transaction: Transaction, component: string, document: FileDocument): void {
  transaction.write(storageTable(transaction, component), document._id, null, document as unknown as JSONObject);
}
