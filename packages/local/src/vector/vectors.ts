/** Vector search over the last durable commit. An index is read into memory at its first search and kept up to date from then on. */
import type { Writer } from '../execution/writer.ts';
import type { VectorIndexInfo } from '../store/catalog.ts';
import type { Store } from '../store/store.ts';
import type { JSONValue } from '../values/json.ts';
import { isObject, isUndefinedMarker } from '../values/json.ts';
import { ResidentVectors } from './resident.ts';
import type { Hit } from './resident.ts';
import { filterText, isVectorIndex, normalised, vectorRows } from './vector-index.ts';
import type { VectorChange } from './vector-index.ts';

export interface VectorQuery {
  /** "table.index" */
  indexName: string;
  limit?: number | null;
  vector: number[];
  expressions: JSONValue;
}

/** docs.convex.dev/search/vector-search#limits */
const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 256;
const MAX_CONDITIONS = 64;

export class Vectors {
  readonly #store: Store;
  readonly #resident = new Map<number, ResidentVectors>();

  constructor(store: Store, writer: Writer) {
    this.#store = store;
    writer.onCommit((_, __, { vectors }) => {
      for (const change of vectors) this.#apply(change);
    });
  }

  #apply(change: VectorChange): void {
    const resident = this.#resident.get(change.index.id);
    if (!resident) return;
    if (change.entry) resident.put(change.entry);
    else resident.delete(change.id);
  }

  search(component: string, query: VectorQuery): Hit[] {
    const index = this.#find(component, query.indexName);
    const { dimensions } = index.definition;
    const limit = query.limit ?? DEFAULT_LIMIT;
    if (limit > MAX_LIMIT)
      throw new Error(`Vector queries can fetch at most ${MAX_LIMIT} results, requested ${limit}.`);
    if (!Number.isInteger(limit) || limit < 1)
      throw new Error(`Vector queries must request at least one result, requested ${limit}.`);
    const wanted = query.expressions === null ? null : wantedValues(index, query.indexName, query.expressions);
    if (query.vector.length !== dimensions) {
      throw new Error(
        `Query vector has the wrong number of dimensions: the vector index has ${dimensions} dimensions, and the query vector has ${query.vector.length} dimensions.`,
      );
    }
    return this.#load(index).nearest(normalised(query.vector), limit, wanted);
  }

  #find(component: string, name: string): VectorIndexInfo {
    const [tableName = '', indexName = ''] = name.split('.');
    const index = this.#store.catalog.find(component, tableName)?.special.get(indexName);
    if (!index) throw new Error(`Index ${name} not found.`);
    if (!isVectorIndex(index)) throw new Error(`Index ${name} is not a vector index`);
    return index;
  }

  /** In one turn of the event loop, so that no commit comes between the reading and the keeping up to date. */
  #load(index: VectorIndexInfo): ResidentVectors {
    const known = this.#resident.get(index.id);
    if (known) return known;
    const { dimensions, filterFields } = index.definition;
    const resident = new ResidentVectors(dimensions, filterFields.length);
    const snapshot = this.#store.snapshot();
    try {
      for (const entry of vectorRows(snapshot.reader, index)) resident.put(entry);
    } finally {
      snapshot.release();
    }
    this.#resident.set(index.id, resident);
    return resident;
  }
}

/** `q.eq` and `q.or` of them: a row that meets any one of the conditions passes, as on Convex. */
function wantedValues(index: VectorIndexInfo, printable: string, expression: JSONValue): Map<number, string[]> {
  const wanted = new Map<number, string[]>();
  for (const { field, value } of conditions(expression)) {
    const at = index.definition.filterFields.indexOf(field);
    if (at < 0) {
      throw new Error(
        `Vector query against ${printable} contains an equality filter on "${field}" but that field isn't indexed for filtering in \`filterFields\`.`,
      );
    }
    const values = wanted.get(at) ?? [];
    const text = filterText(isUndefinedMarker(value) ? undefined : value);
    wanted.set(at, values.includes(text) ? values : [...values, text]);
  }
  const count = [...wanted.values()].reduce((sum, values) => sum + values.length, 0);
  if (count > MAX_CONDITIONS)
    throw new Error(
      `Vector query against ${printable} has too many conditions. Max: ${MAX_CONDITIONS} Actual: ${count}`,
    );
  return wanted;
}

function conditions(expression: JSONValue): { field: string; value: JSONValue }[] {
  if (isObject(expression) && Array.isArray(expression.$or)) return expression.$or.flatMap(conditions);
  if (!isObject(expression) || !Array.isArray(expression.$eq))
    throw new Error('Filters should be a combination of `q.eq` and `q.or`.');
  const [field, value] = expression.$eq;
  if (!isObject(field) || typeof field.$field !== 'string' || !isObject(value) || !('$literal' in value)) {
    throw new Error('`q.eq` must take a field path as its first argument and a value as its second');
  }
  return [{ field: field.$field, value: value.$literal! }];
}
