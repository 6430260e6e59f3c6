/**
 * fast-check's generators of schemas, and of values for them. Values come from small pools, so that reads meet earlier
 * writes.
 */
import * as fc from 'fast-check';
import type { FieldSpec, SchemaSpec, TableSpec, Tagged } from './spec.ts';

export const TABLES = ['boxes', 'pets', 'notes'];
const POOLS = {
  number: [
    0,
    1,
    2,
    3,
    -1.5,
    1e21,
    { $float: '-0' },
    { $float: 'NaN' },
    { $float: 'Infinity' },
    { $float: '-Infinity' },
  ],
  int: ['0', '1', '-5', '9223372036854775807', '-9223372036854775808'].map(($int) => ({ $int })),
  string: ['', 'a', 'ab', 'b', 'a\0b', 'é', '\u{1f600}', 'Z'],
  boolean: [true, false],
  bytes: [[], [0], [0, 255], [1, 2]].map(($bytes) => ({ $bytes })),
  null: [null],
} satisfies Record<string, Tagged[]>;

const scalar = fc.constantFrom<Tagged>(...Object.values(POOLS).flat());
export const missing = fc.constant<Tagged>({ $undefined: 1 });
export const slot = fc.nat(30);
const slotId: fc.Arbitrary<Tagged> = slot.map(($slot) => ({ $slot }));

export const anything: fc.Arbitrary<Tagged> = fc.oneof(
  { weight: 6, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  {
    weight: 1,
    arbitrary: fc.dictionary(fc.constantFrom('x', 'y', 'deep'), fc.oneof(scalar, fc.array(scalar, { maxLength: 2 })), {
      maxKeys: 2,
    }) as fc.Arbitrary<Tagged>,
  },
);

const leafSpec: fc.Arbitrary<FieldSpec> = fc.oneof(
  fc.constantFrom<FieldSpec>(
    ...(['number', 'int', 'string', 'boolean', 'bytes', 'null', 'any'] as const).map((kind) => ({ kind })),
  ),
  fc.constantFrom<FieldSpec>({ kind: 'literal', value: 'a' }, { kind: 'literal', value: 2 }),
  fc.constantFrom(...TABLES).map((table): FieldSpec => ({ kind: 'id', table })),
);
const optional = (of: fc.Arbitrary<FieldSpec>) => of.map((inner): FieldSpec => ({ kind: 'optional', of: inner }));
const objectSpec = fc
  .record({ x: leafSpec, y: fc.oneof(leafSpec, optional(leafSpec)) })
  .map((fields): FieldSpec => ({ kind: 'object', fields }));
const requiredSpec = fc.oneof(
  { weight: 4, arbitrary: leafSpec },
  { weight: 1, arbitrary: leafSpec.map((of): FieldSpec => ({ kind: 'array', of })) },
  { weight: 2, arbitrary: objectSpec },
  {
    weight: 1,
    arbitrary: fc.array(leafSpec, { minLength: 2, maxLength: 3 }).map((of): FieldSpec => ({ kind: 'union', of })),
  },
);
const fieldSpec = fc.oneof({ weight: 3, arbitrary: requiredSpec }, { weight: 1, arbitrary: optional(requiredSpec) });

/** The two sides' ids sort differently, so an id is only ever an index's first field, and read there by equality. */
function holdsIds(spec: FieldSpec): boolean {
  if (spec.kind === 'id') return true;
  if (spec.kind === 'object') return Object.values(spec.fields).some(holdsIds);
  if (spec.kind === 'union') return spec.of.some(holdsIds);
  return (spec.kind === 'array' || spec.kind === 'optional') && holdsIds(spec.of);
}

function paths(fields: Record<string, FieldSpec>): string[] {
  return Object.entries(fields).flatMap(([name, spec]) => {
    const inner = spec.kind === 'object' ? paths(spec.fields).map((path) => `${name}.${path}`) : [];
    return holdsIds(spec) ? inner : [name, ...inner];
  });
}

/** A field that surely holds a small number where the schema is enforced. Not 0: convex-test takes -0 for it. */
const COUNT: FieldSpec = { kind: 'union', of: [1, 2, 3, 4].map((value) => ({ kind: 'literal', value })) };

function tableSpec(name: string): fc.Arbitrary<TableSpec> {
  return fc.dictionary(fc.constantFrom('p', 'q', 'r', 's'), fieldSpec, { minKeys: 1, maxKeys: 4 }).chain((some) => {
    const fields: TableSpec['fields'] = { ...some, n: COUNT };
    const first = fc.constantFrom<string[][]>(
      [],
      ...Object.keys(fields)
        .filter((field) => fields[field]!.kind === 'id')
        .map((field) => [field]),
    ) as fc.Arbitrary<string[]>;
    const rest = fc.uniqueArray(fc.constantFrom(...paths(fields)), { minLength: 1, maxLength: 3 });
    const index = fc.tuple(first, rest).map((parts) => parts.flat());
    return fc.uniqueArray(index, { minLength: 1, maxLength: 3, selector: (path) => path.join() }).map((indexes) => ({
      name,
      fields,
      indexes: indexes.map((indexed, at) => ({ name: `by_${at}`, fields: indexed })),
    }));
  });
}

export const schemaSpec: fc.Arbitrary<SchemaSpec> = fc.record({
  validation: fc.integer({ min: 0, max: 3 }).map((roll) => roll > 0),
  tables: fc.tuple(...TABLES.map(tableSpec)),
  argument: fieldSpec,
  result: fieldSpec,
});

/** A value that fits the field. */
export function fitting(spec: FieldSpec): fc.Arbitrary<Tagged> {
  switch (spec.kind) {
    case 'any':
      return anything;
    case 'literal':
      return fc.constant(spec.value);
    case 'id':
      return slotId;
    case 'array':
      return fc.array(fitting(spec.of), { maxLength: 3 });
    case 'object':
      return document(spec.fields);
    case 'union':
      return fc.oneof(...spec.of.map(fitting));
    case 'optional':
      return fitting(spec.of);
    default:
      return fc.constantFrom<Tagged>(...POOLS[spec.kind]);
  }
}

export function document(fields: Record<string, FieldSpec>): fc.Arbitrary<Tagged> {
  const optionalFields = Object.keys(fields).filter((name) => fields[name]!.kind === 'optional');
  const requiredKeys = Object.keys(fields).filter((name) => !optionalFields.includes(name));
  const parts = Object.fromEntries(Object.entries(fields).map(([name, spec]) => [name, fitting(spec)]));
  return fc.record(parts, { requiredKeys }) as fc.Arbitrary<Tagged>;
}
