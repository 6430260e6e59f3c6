/**
 * Brings the tables and indexes in line with a project's schema. Existing documents are checked against a changed schema
 * first: a violation stops the start with the document and the field, and nothing is changed.
 */
import { createHash } from 'node:crypto';
import { LocalDeploymentError } from '../errors.ts';
import type { JSONObject } from '../values/json.ts';
import { HIGHEST, LOWEST, afterKey, indexKey } from '../values/keys.ts';
import { addSearchEntry, createSearchTable, dropSearchTable, searchEntry } from '../search/search-index.ts';
import {
  createVectorTable,
  dropVectorTable,
  isVectorIndex,
  putVectorRow,
  vectorEntry,
} from '../vector/vector-index.ts';
import { findMismatch } from '../values/validators.ts';
import type { ValidatorJSON } from '../values/validator-json.ts';
import type { IndexInfo, SpecialDefinition, SpecialIndexInfo, TableInfo, VectorIndexInfo } from './catalog.ts';
import type { Store } from './store.ts';

/** The result of `schema.export()` of convex/server. */
export interface SchemaJSON {
  tables: TableSchema[];
  schemaValidation: boolean;
}

export interface TableSchema {
  tableName: string;
  indexes: { indexDescriptor: string; fields: string[] }[];
  searchIndexes?: { indexDescriptor: string; searchField: string; filterFields: string[] }[];
  vectorIndexes?: { indexDescriptor: string; vectorField: string; dimensions: number; filterFields: string[] }[];
  documentType: ValidatorJSON;
}

const CHUNK = 512;
const IMPLICIT_INDEXES = new Set(['by_creation_time']);

export function applySchema(store: Store, component: string, schema: SchemaJSON | null): void {
  for (const table of store.catalog.all()) if (table.component === component) table.validator = null;
  if (!schema) return;
  if (schema.schemaValidation) for (const declared of schema.tables) checkExisting(store, component, declared);
  store.begin();
  for (const declared of schema.tables) {
    const table = store.catalog.ensureTable(component, declared.tableName);
    if (schema.schemaValidation) table.validator = declared.documentType;
    applyIndexes(
      store,
      table,
      declared.indexes.map((index) => ({
        name: index.indexDescriptor,
        fields: [...index.fields, '_creationTime', '_id'],
      })),
    );
    applySpecialIndexes(store, table, declared);
    store.setMeta(validatorMeta(table), fingerprint(schema.schemaValidation ? declared.documentType : null));
  }
  store.commit();
}

function validatorMeta(table: TableInfo): string {
  return `validator:${table.number}`;
}

function fingerprint(validator: ValidatorJSON | null): string {
  return createHash('sha256').update(JSON.stringify(validator)).digest('hex');
}

function checkExisting(store: Store, component: string, declared: TableSchema): void {
  const table = store.catalog.find(component, declared.tableName);
  if (!table || store.meta(validatorMeta(table)) === fingerprint(declared.documentType)) return;
  const tableOfId = (id: string) => store.catalog.ofId(component, id)?.name ?? null;
  for (const document of documents(store, table)) {
    const { _id, _creationTime, ...fields } = document;
    const mismatch = findMismatch(declared.documentType, fields, tableOfId);
    if (mismatch) {
      const field = mismatch.path === '' ? 'the document itself' : `field \`${mismatch.path.slice(1)}\``;
      throw new LocalDeploymentError(
        'schema_violation',
        `Document ${String(_id)} in table "${declared.tableName}" does not match the schema at ${field}; no data was changed.`,
      );
    }
  }
}

function* documents(store: Store, table: TableInfo): Generator<JSONObject> {
  let low = LOWEST;
  for (;;) {
    const rows = store.writer.range(table.byId, low, HIGHEST, false, CHUNK);
    for (const row of rows) yield JSON.parse(row.body) as JSONObject;
    if (rows.length < CHUNK) return;
    low = afterKey(rows[rows.length - 1]!.key);
  }
}

function applyIndexes(store: Store, table: TableInfo, declared: { name: string; fields: string[] }[]): void {
  const wanted = new Map(declared.map((index) => [index.name, index.fields]));
  for (const index of [...table.indexes.values()]) {
    if (IMPLICIT_INDEXES.has(index.name)) continue;
    if (wanted.get(index.name)?.join() !== index.fields.join()) store.catalog.dropIndex(index);
  }
  for (const [name, fields] of wanted) {
    if (!table.indexes.has(name)) backfill(store, store.catalog.addIndex(table, name, fields));
  }
}

export function backfill(store: Store, index: IndexInfo): void {
  const rows = store.writer.database.prepare(`SELECT n, body FROM d_${index.table.number}`).iterate() as Iterable<{
    n: number;
    body: string;
  }>;
  for (const row of rows)
    store.putIndexEntry(index.id, indexKey(JSON.parse(row.body) as JSONObject, index.fields), row.n);
}

function definitions(declared: TableSchema): Map<string, SpecialDefinition> {
  const wanted = new Map<string, SpecialDefinition>();
  for (const { indexDescriptor, searchField, filterFields } of declared.searchIndexes ?? []) {
    wanted.set(indexDescriptor, { kind: 'search', field: searchField, filterFields });
  }
  for (const { indexDescriptor, vectorField, dimensions, filterFields } of declared.vectorIndexes ?? []) {
    wanted.set(indexDescriptor, { kind: 'vector', field: vectorField, dimensions, filterFields });
  }
  return wanted;
}

function applySpecialIndexes(store: Store, table: TableInfo, declared: TableSchema): void {
  const wanted = definitions(declared);
  for (const index of [...table.special.values()]) {
    if (JSON.stringify(wanted.get(index.name)) === JSON.stringify(index.definition)) continue;
    (isVectorIndex(index) ? dropVectorTable : dropSearchTable)(store.writer.database, index);
    store.catalog.dropSpecial(index);
  }
  for (const [name, definition] of wanted) {
    if (!table.special.has(name)) backfillSpecial(store, store.catalog.addSpecial(table, name, definition));
  }
}

function backfillSpecial(store: Store, index: SpecialIndexInfo): void {
  const { writer } = store;
  (isVectorIndex(index) ? createVectorTable : createSearchTable)(writer.database, index);
  const rows = writer.database.prepare(`SELECT n, body FROM d_${index.table.number}`).iterate() as Iterable<{
    n: number;
    body: string;
  }>;
  for (const { n, body } of rows) {
    const document = JSON.parse(body) as JSONObject;
    const words = isVectorIndex(index) ? null : searchEntry(index, document);
    const vector = isVectorIndex(index) ? vectorEntry(index, document) : null;
    if (words) addSearchEntry(writer, index, n, words);
    if (vector) putVectorRow(writer, index as VectorIndexInfo, vector);
  }
}
