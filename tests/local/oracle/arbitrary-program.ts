/** fast-check's generators of programs for a schema. */
import * as fc from 'fast-check';
import { TABLES, anything, document, fitting, missing, slot } from './arbitrary-schema.ts';
import { REFUSALS } from './refusals.ts';
import type {
  Bound,
  Ending,
  Failure,
  FieldSpec,
  Filter,
  Op,
  Program,
  QuerySpec,
  SchemaSpec,
  Step,
  TableSpec,
  Tagged,
} from './spec.ts';

class Programs {
  readonly #schema: SchemaSpec;

  constructor(schema: SchemaSpec) {
    this.#schema = schema;
  }

  #perTable<T>(make: (table: TableSpec) => fc.Arbitrary<T>): fc.Arbitrary<T> {
    return fc.oneof(...this.#schema.tables.map(make));
  }

  /** Mostly valid documents; now and then a field too many, of another type, or missing. */
  #row(table: TableSpec): fc.Arbitrary<Tagged> {
    const spoiled = fc
      .tuple(
        document(table.fields),
        fc.constantFrom(...Object.keys(table.fields), 'extra'),
        fc.oneof(anything, missing),
      )
      .map(([row, field, value]) => ({ ...(row as object), [field]: value }) as Tagged);
    return fc.oneof({ weight: 6, arbitrary: document(table.fields) }, { weight: 1, arbitrary: spoiled });
  }

  #change(table: TableSpec): fc.Arbitrary<Tagged> {
    const value = (spec: FieldSpec) =>
      fc.oneof(
        { weight: 4, arbitrary: fitting(spec) },
        { weight: 2, arbitrary: missing },
        { weight: 1, arbitrary: anything },
      );
    const fields = Object.fromEntries(Object.entries(table.fields).map(([field, spec]) => [field, value(spec)]));
    return fc.record(fields, { requiredKeys: [] }) as fc.Arbitrary<Tagged>;
  }

  #bounds(table: TableSpec, fields: string[]): fc.Arbitrary<Bound[]> {
    const literal = (field: string) => {
      const spec = table.fields[field];
      return fc.oneof(
        { weight: 4, arbitrary: spec ? fitting(spec) : anything },
        { weight: 1, arbitrary: anything },
        { weight: 1, arbitrary: missing },
      );
    };
    const bound = (field: string, methods: Bound['method'][]) =>
      fc.record({ method: fc.constantFrom(...methods), field: fc.constant(field), value: literal(field) });
    const least = table.fields[fields[0]!]?.kind === 'id' ? 1 : 0;
    return fc.integer({ min: least, max: fields.length }).chain((equal) => {
      const prefix = fields.slice(0, equal).map((field) => bound(field, ['eq']));
      const next = fields[equal];
      if (next === undefined) return fc.tuple(...prefix);
      const lower = bound(next, ['gt', 'gte']);
      const upper = bound(next, ['lt', 'lte']);
      const wrong = bound('n', ['eq', 'gt', 'lt']);
      const endings = [[], [lower], [upper], [lower, upper], [upper, lower], [lower, wrong]];
      return fc.oneof(...endings.map((ending) => fc.tuple(...prefix, ...ending)));
    });
  }

  /** convex-test compares with JavaScript's `<`, so an order is asked only of fields that are sure to hold a number. */
  #filter(table: TableSpec, depth = 1): fc.Arbitrary<Filter> {
    const fields = [...Object.keys(table.fields), 'missing', 'p.x'];
    const equality = fc.record({
      test: fc.constantFrom('eq' as const, 'neq' as const),
      field: fc.constantFrom(...fields),
      value: fc.oneof(anything, missing),
    });
    const order = fc.record({
      test: fc.constantFrom('lt' as const, 'lte' as const, 'gt' as const, 'gte' as const),
      field: fc.constant(this.#schema.validation ? 'n' : '_creationTime'),
      value: fc.constantFrom<Tagged>(1, 2, 3, 4, 5, 1e15),
      plus: fc.constantFrom(0, 1, -1, 0.5),
    });
    if (depth === 0) return fc.oneof(equality, order);
    const parts = fc.array(this.#filter(table, depth - 1), { minLength: 1, maxLength: 2 });
    return fc.oneof(
      { weight: 3, arbitrary: equality },
      order,
      parts.map((all) => ({ all })),
      parts.map((some) => ({ some })),
      this.#filter(table, depth - 1).map((not) => ({ not })),
    );
  }

  #query(): fc.Arbitrary<QuerySpec> {
    return this.#perTable((table) => {
      const indexes = [
        ...table.indexes,
        { name: 'by_creation_time', fields: ['_creationTime'] },
        { name: 'by_missing', fields: [] },
      ];
      const weights = indexes.map((index, at) => ({
        weight: at < table.indexes.length ? 5 : 1,
        arbitrary: fc.constant(index),
      }));
      const source = fc.oneof(fc.constant(null), ...weights).chain((index) =>
        fc.record({
          index: fc.constant(index?.name ?? null),
          range: index ? this.#bounds(table, index.fields) : fc.constant<Bound[]>([]),
        }),
      );
      return source.chain((chosen) =>
        fc.record({
          table: fc.constant(table.name),
          index: fc.constant(chosen.index),
          range: fc.constant(chosen.range),
          order: fc.constantFrom('asc' as const, 'desc' as const, null),
          filters: fc.oneof(
            { weight: 2, arbitrary: fc.constant<Filter[]>([]) },
            { weight: 1, arbitrary: fc.array(this.#filter(table), { maxLength: 2 }) },
          ),
        }),
      );
    });
  }

  readonly #ending: fc.Arbitrary<Ending> = fc.oneof(
    fc.constantFrom<Ending>('collect', 'collect', 'first', 'unique'),
    fc.nat(4).map((take) => ({ take })),
    fc.integer({ min: 1, max: 3 }).map((stopAfter) => ({ stopAfter })),
  );

  #reads(): fc.Arbitrary<Op>[] {
    const caught = fc.boolean();
    const size = fc.integer({ min: 1, max: 4 });
    return [
      fc.record({ caught, op: fc.constant('query' as const), query: this.#query(), ending: this.#ending }),
      fc.record({ caught, op: fc.constant('get' as const), slot }),
      fc.record({ caught, op: fc.constant('normalize' as const), slot, table: fc.constantFrom(...TABLES) }),
      fc.record({
        caught,
        op: fc.constant('pages' as const),
        query: this.#query(),
        size,
        maximumRowsRead: fc.constantFrom(null, null, 3),
      }),
    ];
  }

  #writes(): fc.Arbitrary<Op>[] {
    const caught = fc.boolean();
    return [
      this.#perTable((table) =>
        fc.record({
          caught,
          op: fc.constant('insert' as const),
          table: fc.constant(table.name),
          value: this.#row(table),
        }),
      ),
      this.#perTable((table) =>
        fc.record({
          caught,
          op: fc.constant('patch' as const),
          table: fc.constant(table.name),
          slot,
          value: this.#change(table),
        }),
      ),
      this.#perTable((table) =>
        fc.record({
          caught,
          op: fc.constant('replace' as const),
          table: fc.constant(table.name),
          slot,
          value: this.#row(table),
        }),
      ),
      fc.record({ caught, op: fc.constant('delete' as const), slot }),
      fc.record({
        caught,
        op: fc.constant('refused' as const),
        what: fc.constantFrom(...Object.keys(REFUSALS)),
        table: fc.constantFrom(...TABLES),
      }),
    ];
  }

  #calls(depth: number): fc.Arbitrary<Op>[] {
    const caught = fc.integer({ min: 0, max: 3 }).map((roll) => roll > 0);
    const fail = fc.constantFrom<Failure>(null, null, 'convex', 'error');
    const typed = fc.record({
      caught,
      op: fc.constant('typed' as const),
      value: fc.oneof(fitting(this.#schema.argument), fitting(this.#schema.result), anything),
    });
    if (depth === 0) return [typed];
    const nested = fc.record({ caught, op: fc.constant('mutation' as const), ops: this.#ops(depth - 1), fail });
    const query = fc.record({
      caught,
      op: fc.constant('query-call' as const),
      ops: fc.array(fc.oneof(...this.#reads()), { maxLength: 3 }),
      fail,
    });
    return [typed, nested, query];
  }

  #ops(depth: number): fc.Arbitrary<Op[]> {
    const live = fc.record({
      caught: fc.boolean(),
      op: fc.constant('samePage' as const),
      query: this.#query(),
      size: fc.integer({ min: 1, max: 3 }),
      between: fc.array(fc.oneof(...this.#writes()), { minLength: 1, maxLength: 3 }),
    });
    return fc.array(fc.oneof(...this.#writes(), ...this.#reads(), ...this.#calls(depth), live), { maxLength: 5 });
  }

  #step(): fc.Arbitrary<Step> {
    const fail = fc.constantFrom<Failure>(null, null, null, 'convex', 'error');
    return fc.oneof(
      { weight: 4, arbitrary: fc.record({ kind: fc.constant('mutation' as const), ops: this.#ops(2), fail }) },
      {
        weight: 3,
        arbitrary: fc.record({
          kind: fc.constant('query' as const),
          ops: fc.array(fc.oneof(...this.#reads()), { minLength: 1, maxLength: 4 }),
          fail,
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('action' as const),
          ops: fc.array(fc.oneof(...this.#calls(1)), { maxLength: 3 }),
          fail,
        }),
      },
    );
  }

  program(): fc.Arbitrary<Program> {
    const row = this.#perTable((table) => document(table.fields).map((value) => ({ table: table.name, value })));
    return fc.record({
      data: fc.array(row, { maxLength: 12 }),
      steps: fc.array(this.#step(), { minLength: 1, maxLength: 4 }),
    });
  }
}

export function programFor(schema: SchemaSpec): fc.Arbitrary<Program> {
  return new Programs(schema).program();
}
