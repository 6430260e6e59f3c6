/**
 * Pagination. A cursor is the index key of the last document of a page; the journal of a live query pins the end of its
 * page there, so that neighbouring pages never gap or overlap while documents come and go.
 */
import type { JSONObject } from '../values/json.ts';
import { afterKey } from '../values/keys.ts';
import type { Key } from '../values/keys.ts';
import { matches } from './filters.ts';
import type { QueryPlan } from './query.ts';
import { openCursor } from './stream.ts';
import type { DocumentCursor } from './cursor.ts';
import type { FoundDocument, Transaction } from './transaction.ts';

export interface PageRequest {
  cursor: string | null;
  endCursor: string | null;
  pageSize: number;
  maximumRowsRead?: number | null;
  maximumBytesRead?: number | null;
}

export interface Page {
  /** JSON texts of the documents. */
  documents: string[];
  isDone: boolean;
  continueCursor: string;
  splitCursor: string | null;
  pageStatus: 'SplitRecommended' | 'SplitRequired' | null;
}

const AFTER = 0;
const END = 1;

function encodeCursor(plan: QueryPlan, key: Key | null): string {
  const position = key === null ? Uint8Array.of(END) : Buffer.concat([Uint8Array.of(AFTER), key]);
  return `${plan.fingerprint()}.${Buffer.from(position).toString('base64url')}`;
}

/** The key after which to go on, or 'end'. */
function decodeCursor(plan: QueryPlan, cursor: string): Key | 'end' {
  const dot = cursor.lastIndexOf('.');
  const owner = cursor.slice(0, dot);
  const position = Buffer.from(cursor.slice(dot + 1), 'base64url');
  if (dot < 0 || owner !== plan.fingerprint() || position.length === 0) {
    throw new Error(
      'InvalidCursor: Tried to run a query starting from a cursor, but it looks like this cursor is from a different query.',
    );
  }
  return position[0] === END ? 'end' : position.subarray(1);
}

export function readPage(transaction: Transaction, plan: QueryPlan, request: PageRequest): Page {
  const start = request.cursor === null ? null : decodeCursor(plan, request.cursor);
  const end = request.endCursor === null ? null : decodeCursor(plan, request.endCursor);
  if (start === 'end')
    return {
      documents: [],
      isDone: true,
      continueCursor: encodeCursor(plan, null),
      splitCursor: null,
      pageStatus: null,
    };
  const narrowed = narrow(plan, start, end);
  const cursor = openCursor(transaction, narrowed, request.endCursor === null ? request.pageSize : undefined);
  try {
    return collect(cursor, plan, request, end);
  } finally {
    cursor.record();
  }
}

function narrow(plan: QueryPlan, start: Key | null, end: Key | 'end' | null): QueryPlan {
  let { low, high } = plan;
  if (start !== null) plan.descending ? (high = start) : (low = afterKey(start));
  if (end !== null && end !== 'end') plan.descending ? (low = end) : (high = afterKey(end));
  return { ...plan, low, high };
}

function collect(cursor: DocumentCursor, plan: QueryPlan, request: PageRequest, end: Key | 'end' | null): Page {
  const documents: string[] = [];
  const read: FoundDocument[] = [];
  let bytes = 0;
  let last: FoundDocument | null = null;
  let overLimit = false;
  let exhausted = false;
  while (!overLimit && (end !== null || documents.length < request.pageSize)) {
    const row = cursor.next();
    if (!row) {
      exhausted = true;
      break;
    }
    last = row;
    read.push(row);
    bytes += row.size;
    if (passes(plan, row.body)) documents.push(row.body);
    overLimit = read.length >= (request.maximumRowsRead ?? Infinity) || bytes >= (request.maximumBytesRead ?? Infinity);
  }
  const position = exhausted
    ? end === null || end === 'end'
      ? null
      : end
    : last
      ? last.key
      : request.pageSize === 0
        ? startKey(plan, request)
        : null;
  const pageStatus = overLimit ? 'SplitRequired' : read.length > request.pageSize + 1 ? 'SplitRecommended' : null;
  return {
    documents,
    isDone: position === null,
    continueCursor: encodeCursor(plan, position),
    splitCursor:
      pageStatus && read.length >= 2 ? encodeCursor(plan, read[Math.floor((read.length - 1) / 2)]!.key) : null,
    pageStatus,
  };
}

/** An empty page leaves the cursor where it was. */
function startKey(plan: QueryPlan, request: PageRequest): Key {
  const key = request.cursor === null ? null : decodeCursor(plan, request.cursor);
  return key === null || key === 'end' ? plan.low : key;
}

function passes(plan: QueryPlan, body: string): boolean {
  let document: JSONObject | undefined;
  return plan.operators.every(
    (operator) => 'limit' in operator || matches((document ??= JSON.parse(body) as JSONObject), operator.filter),
  );
}
