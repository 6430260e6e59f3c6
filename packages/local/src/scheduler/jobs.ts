/**
 * Scheduled functions as data: the public `_scheduled_functions` document that a project sees, and a private row that says
 * where and when to run it. Both are written in the transaction that schedules, so a rolled back call schedules nothing.
 */
import { backfill } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import type { IndexInfo, TableInfo } from '../store/catalog.ts';
import type { JSONObject, JSONValue } from '../values/json.ts';
import { afterPrefix, encodeKey } from '../values/keys.ts';
import type { Transaction } from '../transaction/transaction.ts';

export const SCHEDULED = '_scheduled_functions';
export const BY_COMPLETION = 'by_completion';
const JOBS = '_scheduled_jobs';

export interface Job {
  /** Id of the private row. */
  id: string;
  /** The public document, absent for cron runs. */
  documentId: string | null;
  /** The component that scheduled it, whose table holds the public document. */
  owner: string;
  component: string;
  path: string;
  args: JSONValue;
  /** Unix milliseconds. */
  due: number;
  state: 'pending' | 'inProgress';
}

export type NewJob = Omit<Job, 'id' | 'documentId' | 'state'>;

/** The index to watch for new jobs. */
export function dueIndex(store: Store): number {
  return store.catalog.find('', JOBS)!.indexes.get('by_due')!.id;
}

export function prepareJobTables(store: Store, components: Iterable<string>): void {
  store.begin();
  for (const component of components) {
    const scheduled = store.catalog.ensureTable(component, SCHEDULED);
    if (!scheduled.indexes.has(BY_COMPLETION))
      backfill(store, store.catalog.addIndex(scheduled, BY_COMPLETION, ['completedTime', '_creationTime', '_id']));
  }
  const jobs = store.catalog.ensureTable('', JOBS);
  if (!jobs.indexes.has('by_due')) store.catalog.addIndex(jobs, 'by_due', ['state', 'due', '_creationTime', '_id']);
  if (!jobs.indexes.has('by_document'))
    store.catalog.addIndex(jobs, 'by_document', ['documentId', '_creationTime', '_id']);
  store.commit();
}

function tableOf(transaction: Transaction, component: string, name: string): TableInfo {
  return transaction.catalog.find(component, name)!;
}

/** The id of the public document, or of the private row when `isPublic` is false. */
export function schedule(transaction: Transaction, job: NewJob, isPublic: boolean): string {
  const scheduled = tableOf(transaction, job.owner, SCHEDULED);
  const fields = { name: job.path, args: [job.args], scheduledTime: job.due, state: { kind: 'pending' } };
  const documentId = isPublic ? transaction.insert(scheduled, fields) : null;
  const row = transaction.insert(tableOf(transaction, '', JOBS), {
    ...job,
    documentId,
    state: 'pending',
  } as unknown as JSONObject);
  return documentId ?? row;
}

export function readDocument(transaction: Transaction, table: TableInfo, id: string): JSONObject | null {
  const found = transaction.get(table, id);
  return found && (JSON.parse(found.body) as JSONObject);
}

function jobIndex(transaction: Transaction, name: string): IndexInfo {
  return tableOf(transaction, '', JOBS).indexes.get(name)!;
}

function asJob(body: string): Job {
  const { _id, ...row } = JSON.parse(body) as JSONObject;
  return { ...row, id: String(_id) } as unknown as Job;
}

function jobOfDocument(transaction: Transaction, documentId: string): Job | null {
  const prefix = encodeKey([documentId]);
  const { found } = transaction.chunk(jobIndex(transaction, 'by_document'), prefix, afterPrefix(prefix), false, 1);
  return found[0] ? asJob(found[0].body) : null;
}

/** Jobs of one state in the order they are due, at most `limit`. */
export function earliestJobs(transaction: Transaction, state: Job['state'], limit: number): Job[] {
  const prefix = encodeKey([state]);
  const { found } = transaction.chunk(jobIndex(transaction, 'by_due'), prefix, afterPrefix(prefix), false, limit);
  return found.map((row) => asJob(row.body));
}

export function findJob(transaction: Transaction, id: string): Job | null {
  const found = transaction.get(tableOf(transaction, '', JOBS), id);
  return found && asJob(found.body);
}

function removeRow(transaction: Transaction, id: string): void {
  const table = tableOf(transaction, '', JOBS);
  const current = readDocument(transaction, table, id);
  if (current) transaction.write(table, id, null, current);
}

function setState(transaction: Transaction, owner: string, documentId: string | null, change: JSONObject): void {
  if (documentId === null) return;
  const table = tableOf(transaction, owner, SCHEDULED);
  const current = readDocument(transaction, table, documentId);
  // A function cancelled while it ran stays cancelled.
  if (!current || (current.state as JSONObject).kind === 'canceled') return;
  transaction.write(table, documentId, { ...current, ...change }, current);
}

export function startJob(transaction: Transaction, job: Job): void {
  const table = tableOf(transaction, '', JOBS);
  const current = readDocument(transaction, table, job.id)!;
  transaction.write(table, job.id, { ...current, state: 'inProgress' }, current);
  setState(transaction, job.owner, job.documentId, { state: { kind: 'inProgress' } });
}

export function finishJob(transaction: Transaction, job: Job, error: string | null, now: number): void {
  removeRow(transaction, job.id);
  const state: JSONObject = error === null ? { kind: 'success' } : { kind: 'failed', error };
  setState(transaction, job.owner, job.documentId, { state, completedTime: now });
}

export function cancel(transaction: Transaction, owner: string, documentId: string): void {
  const table = transaction.catalog.ofId(owner, documentId);
  const current = table?.name === SCHEDULED ? readDocument(transaction, table, documentId) : null;
  if (!table || !current) throw new Error(`Cannot cancel the scheduled function "${documentId}": it does not exist.`);
  const { kind } = current.state as JSONObject;
  if (kind !== 'pending' && kind !== 'inProgress') return;
  transaction.write(
    table,
    documentId,
    { ...current, state: { kind: 'canceled' }, completedTime: transaction.now },
    current,
  );
  const job = jobOfDocument(transaction, documentId);
  if (job?.state === 'pending') removeRow(transaction, job.id);
}
