/**
 * The oracle's inputs, as data: schemas, and programs of reads and writes. Values are JSON with tags for values that
 * JSON lacks, so that one text means the same to the embedded deployment and to convex-test.
 */
import { defineSchema, defineTable } from 'convex/server';
import type { SchemaDefinition } from 'convex/server';
import { v } from 'convex/values';
import type { GenericValidator } from 'convex/values';

export type FieldSpec =
  | { kind: 'number' | 'int' | 'string' | 'boolean' | 'bytes' | 'null' | 'any' }
  | { kind: 'literal'; value: string | number }
  | { kind: 'id'; table: string }
  | { kind: 'array'; of: FieldSpec }
  | { kind: 'object'; fields: Record<string, FieldSpec> }
  | { kind: 'union'; of: FieldSpec[] }
  | { kind: 'optional'; of: FieldSpec };

export interface TableSpec {
  name: string;
  fields: Record<string, FieldSpec>;
  indexes: { name: string; fields: string[] }[];
}

export interface SchemaSpec {
  validation: boolean;
  tables: TableSpec[];
  /** Argument and result of the function `programs:typed`. */
  argument: FieldSpec;
  result: FieldSpec;
}

/** JSON, with {$int}, {$bytes}, {$float}, {$slot} (an id inserted earlier), {$time} (its creation time), {$undefined}. */
export type Tagged = null | boolean | number | string | Tagged[] | { [key: string]: Tagged };

export interface Bound {
  method: 'eq' | 'gt' | 'gte' | 'lt' | 'lte';
  field: string;
  value: Tagged;
}

/** `[operator, field, value]`, or a combination of filters. */
export type Filter =
  | { test: 'eq' | 'neq' | 'lt' | 'lte' | 'gt' | 'gte'; field: string; value: Tagged; plus?: number }
  | { all: Filter[] }
  | { some: Filter[] }
  | { not: Filter };

export interface QuerySpec {
  table: string;
  index: string | null;
  range: Bound[];
  order: 'asc' | 'desc' | null;
  filters: Filter[];
}

export type Ending = 'collect' | 'first' | 'unique' | { take: number } | { stopAfter: number };

export type Op = { caught: boolean } & (
  | { op: 'insert'; table: string; value: Tagged }
  /** Something that Convex refuses: see refusals.ts. */
  | { op: 'refused'; what: string; table: string }
  | { op: 'get' | 'delete'; slot: number }
  | { op: 'patch' | 'replace'; table: string; slot: number; value: Tagged }
  | { op: 'query'; query: QuerySpec; ending: Ending }
  | { op: 'pages'; query: QuerySpec; size: number; maximumRowsRead: number | null }
  | { op: 'samePage'; query: QuerySpec; size: number; between: Op[] }
  | { op: 'normalize'; slot: number; table: string }
  | { op: 'typed'; value: Tagged }
  | { op: 'mutation' | 'query-call'; ops: Op[]; fail: Failure }
);

export type Failure = null | 'convex' | 'error';

export interface Step {
  kind: 'query' | 'mutation' | 'action';
  ops: Op[];
  fail: Failure;
}

export interface Program {
  data: { table: string; value: Tagged }[];
  steps: Step[];
}

export function toValidator(spec: FieldSpec): GenericValidator {
  switch (spec.kind) {
    case 'number':
      return v.number();
    case 'int':
      return v.int64();
    case 'string':
      return v.string();
    case 'boolean':
      return v.boolean();
    case 'bytes':
      return v.bytes();
    case 'null':
      return v.null();
    case 'any':
      return v.any();
    case 'literal':
      return v.literal(spec.value);
    case 'id':
      return v.id(spec.table);
    case 'array':
      return v.array(toValidator(spec.of) as never);
    case 'object':
      return v.object(toValidators(spec.fields) as never);
    case 'union':
      return v.union(...(spec.of.map(toValidator) as never[]));
    case 'optional':
      return v.optional(toValidator(spec.of) as never);
  }
}

function toValidators(fields: Record<string, FieldSpec>): Record<string, GenericValidator> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, toValidator(field)]));
}

export function toSchema(spec: SchemaSpec): SchemaDefinition<never, boolean> {
  const tables = spec.tables.map((table) => {
    let definition = defineTable(toValidators(table.fields) as never);
    for (const index of table.indexes) definition = definition.index(index.name, index.fields as never) as never;
    return [table.name, definition] as const;
  });
  return defineSchema(Object.fromEntries(tables), { schemaValidation: spec.validation }) as never;
}
