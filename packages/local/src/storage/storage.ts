/** File storage, behind `ctx.storage` and the storage URLs. Documents and bytes appear and go together. */
import type { Readable } from 'node:stream';
import type { Writer } from '../execution/writer.ts';
import { storageFailure } from '../store/failure.ts';
import type { Store } from '../store/store.ts';
import { ReadSet } from '../transaction/read-set.ts';
import { Transaction } from '../transaction/transaction.ts';
import { StorageAddresses } from './addresses.ts';
import { STORAGE, deleteFileDocument, insertFileDocument, readFileDocument, storageTable } from './documents.ts';
import type { FileDocument } from './documents.ts';
import { Files } from './files.ts';
import type { ReceivedFile } from './files.ts';

/** The bytes are not those that the sender meant. */
export class DigestMismatch extends Error {}

export class FileStorage {
  readonly #store: Store;
  readonly #writer: Writer;
  readonly #url: string;
  readonly files: Files;
  readonly addresses: StorageAddresses;

  constructor(parts: { store: Store; writer: Writer; dataDir: string; url: string }) {
    this.#store = parts.store;
    this.#writer = parts.writer;
    this.#url = parts.url;
    this.files = new Files(parts.dataDir);
    this.addresses = new StorageAddresses(parts.store);
    this.files.sweep((id) => this.#isKnown(id));
    parts.writer.onCommit((_, __, { deletedFiles }) => {
      for (const id of deletedFiles) this.files.remove(id);
    });
  }

  #isKnown(id: string): boolean {
    for (const table of this.#store.catalog.all()) {
      if (table.name === STORAGE && this.#store.writer.get(table, id)) return true;
    }
    return false;
  }

  /** A look at the last durable commit, for callers without a transaction. */
  read<T>(look: (transaction: Transaction) => T): T {
    const store = this.#store;
    const snapshot = store.snapshot();
    try {
      return look(
        new Transaction({
          catalog: store.catalog,
          reader: snapshot.reader,
          snapshotTs: snapshot.ts,
          overlay: null,
          readSet: new ReadSet(),
          clock: store.clock,
        }),
      );
    } finally {
      snapshot.release();
    }
  }

  /** Unix milliseconds. */
  now(): number {
    return this.#store.clock.now();
  }

  uploadUrl(component: string): string {
    return `${this.#url}/api/storage/upload?token=${this.addresses.uploadToken(component, this.now())}`;
  }

  downloadUrl(component: string, id: string): string {
    const suffix = component === '' ? '' : `?component=${encodeURIComponent(component)}`;
    return `${this.#url}/api/storage/${this.addresses.uuidOf(id)}${suffix}`;
  }

  /** The document of a storage id, or of the UUID of a download URL, which counts as an id as well. */
  find(transaction: Transaction, component: string, storageId: string, method: string): FileDocument | null {
    const table = storageTable(transaction, component);
    if (this.addresses.isUuid(storageId))
      return readFileDocument(transaction, component, this.addresses.idOf(storageId, table.number));
    const owner = transaction.catalog.ofId(component, storageId);
    if (owner === table) return readFileDocument(transaction, component, storageId);
    const why = owner
      ? "Invalid storage ID. Storage ID cannot be an ID on any table other than '_storage'."
      : `Invalid storage ID: "${storageId}". Storage ID should be an Id of '_storage' table, or a UUID string.`;
    throw new Error(`Invalid argument \`storageId\` for \`storage.${method}\`: ${why}`);
  }

  delete(transaction: Transaction, component: string, storageId: string): void {
    const document = this.find(transaction, component, storageId, 'delete');
    if (!document) throw new Error(`storage id ${storageId} not found`);
    deleteFileDocument(transaction, component, document);
  }

  /** The id of the new document. */
  async save(
    component: string,
    source: Readable | AsyncIterable<Uint8Array>,
    about: { contentType: string | null; sha256: string | null },
  ): Promise<string> {
    const file = await this.files.receive(source).catch((error: unknown) => {
      throw storageFailure(error);
    });
    let id: string | undefined;
    try {
      if (about.sha256 !== null && about.sha256 !== file.sha256)
        throw new DigestMismatch(`Sha256 mismatch. Expected: ${about.sha256} Actual: ${file.sha256}`);
      const committed = await this.#writer.submit((transaction) => {
        id = this.#insert(transaction, component, file, about.contentType);
        return Promise.resolve({ value: id });
      });
      return committed.value;
    } catch (error) {
      file.discard();
      if (id) this.files.remove(id);
      throw storageFailure(error);
    }
  }

  #insert(
    transaction: Transaction,
    component: string,
    { sha256, size, keep }: ReceivedFile,
    contentType: string | null,
  ): string {
    const id = insertFileDocument(transaction, component, { sha256, size, contentType });
    keep(id);
    return id;
  }
}
