/** Syscalls of `ctx.storage`. In an action each is a look at the last commit, or a small transaction of its own. */
import type { Executor } from '../execution/executor.ts';
import type { Frame } from '../runtime/frame.ts';
import type { Transaction } from '../transaction/transaction.ts';

interface StorageArguments {
  storageId: string;
}

function looking<T>(executor: Executor, frame: Frame, look: (transaction: Transaction) => T): T {
  const { transaction } = frame;
  if (!transaction) return executor.storage.read(look);
  if (transaction.ended) throw new Error('The storage can not be used after the function has ended.');
  transaction.metrics.count('databaseQueries', 1);
  return look(transaction);
}

export function getUrl(executor: Executor, frame: Frame, args: StorageArguments): string {
  const { storage } = executor;
  const document = looking(executor, frame, (transaction) =>
    storage.find(transaction, frame.component, args.storageId, 'getUrl'),
  );
  return JSON.stringify(document && storage.downloadUrl(frame.component, document._id));
}

export function getMetadata(executor: Executor, frame: Frame, args: StorageArguments): string {
  const { storage } = executor;
  const document = looking(executor, frame, (transaction) =>
    storage.find(transaction, frame.component, args.storageId, 'getMetadata'),
  );
  if (!document) return 'null';
  const { _id, sha256, size, contentType } = document;
  return JSON.stringify({
    storageId: storage.addresses.uuidOf(_id),
    sha256: Buffer.from(sha256, 'base64').toString('hex'),
    size,
    contentType,
  });
}

export function generateUploadUrl(executor: Executor, frame: Frame): string {
  if (frame.kind === 'query')
    throw new Error(
      'Unsupported syscall "1.0/storageGenerateUploadUrl" in a query: only mutations and actions can generate upload URLs.',
    );
  return JSON.stringify(executor.storage.uploadUrl(frame.component));
}

export async function deleteFile(executor: Executor, frame: Frame, args: StorageArguments): Promise<string> {
  const { storage, writer } = executor;
  if (frame.transaction) storage.delete(frame.transaction, frame.component, args.storageId);
  else {
    await writer.submit((transaction) => {
      storage.delete(transaction, frame.component, args.storageId);
      return Promise.resolve({ value: null });
    });
  }
  return '{}';
}

/** ctx.storage.store and .get exist at run time in queries and mutations too, and always fail there, as on Convex. */
export function onlyInActions(method: 'store' | 'get'): never {
  const instead =
    method === 'store'
      ? 'Please use an action, or ctx.storage.generateUploadUrl() to upload from a client.'
      : 'Please use an action.';
  throw new Error(`ctx.storage.${method}() is not supported in queries and mutations yet. ${instead}`);
}

/** A digest in hexadecimal or in base64, as base64. */
function base64Digest(digest: string): string {
  return /^[0-9a-f]{64}$/i.test(digest) ? Buffer.from(digest, 'hex').toString('base64') : digest;
}

export function storeBlob(
  executor: Executor,
  frame: Frame,
  args: { blob: Blob; options?: { sha256?: string } },
): Promise<string> {
  if (frame.transaction) onlyInActions('store');
  const sha256 = args.options?.sha256;
  return executor.storage.save(frame.component, args.blob.stream() as unknown as AsyncIterable<Uint8Array>, {
    contentType: args.blob.type === '' ? null : args.blob.type,
    sha256: sha256 === undefined ? null : base64Digest(sha256),
  });
}

export async function getBlob(executor: Executor, frame: Frame, args: { storageId: unknown }): Promise<Blob | null> {
  if (frame.transaction) onlyInActions('get');
  const { storage } = executor;
  const { storageId } = args;
  if (typeof storageId !== 'string')
    throw new Error(`storage.get requires a string storageId but received ${String(storageId)}`);
  const document = storage.read((transaction) => storage.find(transaction, frame.component, storageId, 'getMetadata'));
  if (!document) return null;
  return new Blob([new Uint8Array(await storage.files.read(document._id))], { type: document.contentType ?? '' });
}
