/** Database queries as convex/server serializes them, turned into an index range, an order and a chain of operators. */
import { createHash } from 'node:crypto';
import { planSearch } from '../search/search-query.ts';
import type { SearchFilter, SearchPlan } from '../search/search-query.ts';
import type { IndexInfo, SearchIndexInfo, TableInfo } from '../store/catalog.ts';
import { BY_CREATION_TIME, BY_ID } from '../store/catalog.ts';
import { isUndefinedMarker } from '../values/json.ts';
import type { JSONValue } from '../values/json.ts';
import { HIGHEST, LOWEST, afterPrefix, encodeKey } from '../values/keys.ts';
import type { Key } from '../values/keys.ts';

export interface RangeExpression {
  type: 'Eq' | 'Gt' | 'Gte' | 'Lt' | 'Lte';
  fieldPath: string;
  value: JSONValue;
}

export type QuerySource =
  | { type: 'FullTableScan'; tableName: string; order: 'asc' | 'desc' | null }
  | { type: 'IndexRange'; indexName: string; range: RangeExpression[]; order: 'asc' | 'desc' | null }
  | { type: 'Search'; indexName: string; filters: SearchFilter[] };

export type Operator = { filter: JSONValue } | { limit: number };

export interface QueryJSON {
  source: QuerySource;
  operators: Operator[];
}

interface PlannedRange {
  low: Key;
  high: Key;
  descending: boolean;
  operators: Operator[];
  /** Tells cursors of different queries apart. */
  fingerprint(): string;
}

export type QueryPlan = PlannedRange &
  ({ index: IndexInfo; search: null } | { index: SearchIndexInfo; search: SearchPlan });

export function planQuery(table: TableInfo, query: QueryJSON): QueryPlan {
  const { source } = query;
  const fingerprint = () => createHash('sha256').update(JSON.stringify(query)).digest('base64url').slice(0, 10);
  if (source.type === 'Search') {
    const search = planSearch(table, splitIndexName(source.indexName)[1], source.filters);
    return {
      index: search.index,
      search,
      low: LOWEST,
      high: HIGHEST,
      descending: false,
      operators: query.operators,
      fingerprint,
    };
  }
  const indexName = source.type === 'FullTableScan' ? BY_CREATION_TIME : splitIndexName(source.indexName)[1];
  const index = indexName === BY_ID ? table.byId : table.indexes.get(indexName);
  if (!index)
    throw new Error(
      table.special.has(indexName)
        ? `Index ${table.name}.${indexName} is not a database index`
        : `Index ${table.name}.${indexName} not found.`,
    );
  const bounds = source.type === 'IndexRange' ? boundsOf(index, source.range) : { low: LOWEST, high: HIGHEST };
  return {
    index,
    search: null,
    ...bounds,
    descending: source.order === 'desc',
    operators: query.operators,
    fingerprint,
  };
}

export function splitIndexName(name: string): [string, string] {
  const dot = name.indexOf('.');
  return [name.slice(0, dot), name.slice(dot + 1)];
}

/** Zero or more equalities on the leading fields, then at most one lower and one upper bound on the next. */
function boundsOf(index: IndexInfo, range: RangeExpression[]): { low: Key; high: Key } {
  const equal: JSONValue[] = [];
  let lower: RangeExpression | undefined;
  let upper: RangeExpression | undefined;
  for (const expression of range) {
    const isLower = expression.type === 'Gt' || expression.type === 'Gte';
    const field = index.fields[equal.length];
    if (expression.type === 'Eq' ? lower || upper : isLower ? lower : upper) throw wrongChain(index, expression);
    if (expression.fieldPath !== field) {
      throw new Error(
        `Tried to query index ${index.table.name}.${index.name} but the query didn't use the index fields in order: expected "${field ?? 'no more fields'}", got "${expression.fieldPath}".`,
      );
    }
    if (expression.type === 'Eq') equal.push(expression.value);
    else if (isLower) lower = expression;
    else upper = expression;
  }
  const prefix = encodeKey(equal.map(literal));
  const low = lower ? bound(equal, lower, lower.type === 'Gt') : prefix;
  const high = upper ? bound(equal, upper, upper.type === 'Lte') : afterPrefix(prefix);
  return { low, high };
}

function bound(equal: JSONValue[], expression: RangeExpression, after: boolean): Key {
  const key = encodeKey([...equal, expression.value].map(literal));
  return after ? afterPrefix(key) : key;
}

function literal(value: JSONValue): JSONValue | undefined {
  return isUndefinedMarker(value) ? undefined : value;
}

function wrongChain(index: IndexInfo, expression: RangeExpression): Error {
  return new Error(
    `Invalid index range on ${index.table.name}.${index.name}: \`.${expression.type.toLowerCase()}\` on "${expression.fieldPath}" can not follow the bounds before it.`,
  );
}
