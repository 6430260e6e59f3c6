/** Syscalls of `ctx.db`: documents in and out, queries, pages. */
import type { Frame } from '../runtime/frame.ts';
import type { Catalog, TableInfo } from '../store/catalog.ts';
import { readPage } from '../transaction/page.ts';
import type { PageRequest } from '../transaction/page.ts';
import { planQuery, splitIndexName } from '../transaction/query.ts';
import type { QueryJSON, QueryPlan } from '../transaction/query.ts';
import { QueryStream } from '../transaction/stream.ts';
import type { FoundDocument, Transaction } from '../transaction/transaction.ts';
import { isObject, isUndefinedMarker, specialKey } from '../values/json.ts';
import type { JSONObject, JSONValue } from '../values/json.ts';

function transactionOf(frame: Frame): Transaction {
  if (!frame.transaction)
    throw new Error(
      'The database can not be used in actions; call a query or mutation with ctx.runQuery or ctx.runMutation.',
    );
  if (frame.transaction.ended) throw new Error('The database can not be used after the function has ended.');
  return frame.transaction;
}

/** The table of an id, checked against the table that the caller named. */
function tableOf(
  transaction: Transaction,
  frame: Frame,
  method: string,
  args: { id: string; table?: string },
): TableInfo | null {
  const table = transaction.catalog.ofId(frame.component, args.id);
  if (!table) {
    if (args.table === undefined && /^[0-9a-z]{31,37}$/.test(args.id)) return null;
    throw new Error(`Invalid argument \`id\` for \`db.${method}\`: Unable to decode ID: invalid ID "${args.id}"`);
  }
  if (args.table !== undefined && table.name !== args.table) {
    throw new Error(
      `Invalid argument \`id\` for \`db.${method}\`: expected ID in table "${args.table}" but got an ID in table "${table.name}"`,
    );
  }
  return table;
}

function read(
  frame: Frame,
  method: string,
  args: { id: string; table?: string },
): { transaction: Transaction; table: TableInfo; found: FoundDocument } | null {
  const transaction = transactionOf(frame);
  const table = tableOf(transaction, frame, method, args);
  transaction.metrics.count('databaseQueries', 1);
  const found = table && transaction.get(table, args.id);
  if (!found) return null;
  transaction.metrics.read(found.size);
  return { transaction, table: table!, found };
}

export function get(frame: Frame, args: { id: string; isSystem: boolean; table?: string }): string {
  const document = read(frame, 'get', args);
  if (document && document.table.name.startsWith('_') !== args.isSystem) {
    throw new Error(
      `${args.isSystem ? 'User' : 'System'} tables can only be accessed from db.${args.isSystem ? '' : 'system.'}get().`,
    );
  }
  return document ? document.found.body : 'null';
}

/** Without a schema a table begins to exist when it is first named; a live query that names it notices its first document. */
function ensureTable(frame: Frame, transaction: Transaction, name: string): TableInfo {
  const table = transaction.catalog.find(frame.component, name);
  if (table) return table;
  if (!/^[a-zA-Z][a-zA-Z0-9_]{0,63}$/.test(name)) throw new Error(`Invalid table name "${name}".`);
  return transaction.catalog.ensureTable(frame.component, name);
}

export function insert(frame: Frame, args: { table: string; value: JSONValue }): string {
  const transaction = transactionOf(frame);
  const fields = fieldsOf(args.value, 'insert');
  for (const field of ['_id', '_creationTime'])
    if (field in fields)
      throw new Error(
        `Provided document has a \`${field}\` field, which is set by the system and can not be inserted.`,
      );
  const table = ensureTable(frame, transaction, args.table);
  const id = transaction.insert(table, fields);
  countWrite(transaction, id);
  return JSON.stringify({ _id: id });
}

/** The fields that a write gives for a document: an object without system fields, except the two that every document has. */
function fieldsOf(value: JSONValue, method: string): JSONObject {
  if (!isObject(value) || specialKey(value) !== undefined)
    throw new Error(`Invalid argument \`value\` for \`db.${method}\`: expected an object`);
  const system = Object.keys(value).find(
    (field) => field.startsWith('_') && field !== '_id' && field !== '_creationTime',
  );
  if (system !== undefined)
    throw new Error(`Field '${system}' starts with an underscore, which is only allowed for system fields like '_id'`);
  return value;
}

function countWrite(transaction: Transaction, id: string): void {
  transaction.metrics.write(transaction.overlay!.documents.get(id)!.size);
}

/** `change` makes the new document of the current one; null deletes it. */
function update(
  frame: Frame,
  method: string,
  args: { id: string; table?: string },
  change: (current: JSONObject) => JSONObject | null,
): string {
  const document = read(frame, method, args);
  if (!document) throw new Error(`${method[0]!.toUpperCase()}${method.slice(1)} on nonexistent document ID ${args.id}`);
  const { transaction, table } = document;
  if (table.name.startsWith('_')) throw new Error('System tables (prefixed with `_`) are read-only.');
  const current = JSON.parse(document.found.body) as JSONObject;
  transaction.write(table, args.id, change(current), current);
  countWrite(transaction, args.id);
  return '{}';
}

/** System fields may be repeated in a patch or replacement, not changed. */
function withoutSystemFields(value: JSONValue, current: JSONObject, method: string): JSONObject {
  const { _id, _creationTime, ...fields } = fieldsOf(value, method);
  if (_id !== undefined && _id !== current._id)
    throw new Error(
      `Provided \`_id\` field value "${String(_id)}" does not match the document ID "${String(current._id)}"`,
    );
  if (_creationTime !== undefined && _creationTime !== current._creationTime) {
    throw new Error(
      `Provided \`_creationTime\` field value ${String(_creationTime)} does not match the document's creation time ${String(current._creationTime)}`,
    );
  }
  return fields;
}

export function shallowMerge(frame: Frame, args: { id: string; value: JSONValue; table?: string }): string {
  return update(frame, 'patch', args, (current) => {
    const merged = { ...current };
    for (const [field, value] of Object.entries(withoutSystemFields(args.value, current, 'patch'))) {
      if (isUndefinedMarker(value)) delete merged[field];
      else merged[field] = value;
    }
    return merged;
  });
}

export function replace(frame: Frame, args: { id: string; value: JSONValue; table?: string }): string {
  return update(frame, 'replace', args, (current) => ({
    ...withoutSystemFields(args.value, current, 'replace'),
    _id: current._id!,
    _creationTime: current._creationTime!,
  }));
}

export function remove(frame: Frame, args: { id: string; table?: string }): string {
  return update(frame, 'delete', args, () => null);
}

export function normalizeId(frame: Frame, catalog: Catalog, args: { table: string; idString: string }): string {
  const table = catalog.ofId(frame.component, args.idString);
  return JSON.stringify({ id: table?.name === args.table ? args.idString : null });
}

const READABLE_SYSTEM_TABLES = new Set(['_scheduled_functions', '_storage']);

function plan(frame: Frame, transaction: Transaction, query: QueryJSON): QueryPlan {
  const name =
    query.source.type === 'FullTableScan' ? query.source.tableName : splitIndexName(query.source.indexName)[0];
  if (name.startsWith('_') && !READABLE_SYSTEM_TABLES.has(name)) throw new Error(`Table ${name} can not be queried.`);
  return planQuery(ensureTable(frame, transaction, name), query);
}

export function queryStream(frame: Frame, args: { query: QueryJSON }): string {
  const transaction = transactionOf(frame);
  const queryId = frame.streams.size + 1;
  frame.streams.set(queryId, new QueryStream(transaction, plan(frame, transaction, args.query)));
  return JSON.stringify({ queryId });
}

export function queryStreamNext(frame: Frame, args: { queryId: number }): string {
  transactionOf(frame);
  const body = frame.streams.get(args.queryId)!.next();
  return body === null ? '{"value":null,"done":true}' : `{"value":${body},"done":false}`;
}

export function queryCleanup(frame: Frame, args: { queryId: number }): string {
  frame.streams.get(args.queryId)?.close();
  return '{}';
}

export function queryPage(frame: Frame, args: PageRequest & { query: QueryJSON }): string {
  const transaction = transactionOf(frame);
  if (frame.paginated) {
    throw new Error(
      'This query or mutation function ran multiple paginated queries. Convex only supports a single paginated query in each function.',
    );
  }
  frame.paginated = true;
  if (frame.component !== '') throw new Error('paginate() is only supported in the app.');
  if (!Number.isSafeInteger(args.pageSize))
    throw new Error(`Invalid argument \`pageSize\` for \`queryPage\`: ${args.pageSize} is not an integer`);
  if (args.pageSize === 0) throw new Error('Must request at least 1 document while paginating');
  if (args.maximumRowsRead === 0 || args.maximumBytesRead === 0)
    throw new Error('maximumRowsRead and maximumBytesRead must be greater than 0');
  const endCursor = args.endCursor ?? frame.journal?.endCursor ?? null;
  const page = readPage(transaction, plan(frame, transaction, args.query), { ...args, endCursor });
  frame.journal = { endCursor: page.continueCursor };
  const { documents, ...rest } = page;
  return `{"page":[${documents.join(',')}],${JSON.stringify(rest).slice(1)}`;
}
