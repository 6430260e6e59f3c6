/** Breaking differences between two contracts, and shapes that occur twice and are written once. */
import { contract as today, listFunctions } from '@gigsy/schema';
import { describe, expect, test } from 'vitest';
import { breakingChanges } from '../../scripts/contract/breaking.ts';
import { type JsonSchema, expanded, jsonSchema, shared } from '../../scripts/contract/shapes.ts';
import { type FunctionSnapshot, type Snapshot, snapshotText, takeSnapshot } from '../../scripts/contract/snapshot.ts';

const text = { type: 'string' };
const object = (properties: Record<string, JsonSchema>, required = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
});

function contract(change: Partial<FunctionSnapshot> = {}): Snapshot {
  const base: FunctionSnapshot = {
    name: 'profile.get',
    kind: 'query',
    summary: '',
    callers: ['anonymous', 'student'],
    errors: [],
    reveals: '',
    rate: null,
    audit: null,
    http: { batch: 100 },
    args: object({ handle: text, as: { type: 'string', enum: ['a', 'b'] } }, ['handle']),
    result: { anyOf: [object({ name: text, tags: { type: 'array', items: object({ id: text }) } }), { type: 'null' }] },
  };
  return { errors: { not_found: 404 }, functions: [{ ...base, ...change }] };
}

const result = (shape: JsonSchema) => ({ result: { anyOf: [shape, { type: 'null' }] } });

test.each<[expected: string, after: Snapshot]>([
  ['profile.get was removed', { ...contract(), functions: [] }],
  ['error code not_found was removed', { ...contract(), errors: {} }],
  ['profile.get is now a mutation, was a query', contract({ kind: 'mutation' })],
  ['profile.get no longer admits anonymous', contract({ callers: ['student'] })],
  ['profile.get is no longer read over plain HTTP', contract({ http: null })],
  ['profile.get now answers 10 in one request, was 100', contract({ http: { batch: 10 } })],
  ['profile.get args.as was removed', contract({ args: object({ handle: text }) })],
  [
    'profile.get args.as is now required',
    contract({ args: object({ handle: text, as: { type: 'string', enum: ['a', 'b'] } }) }),
  ],
  [
    'profile.get args.as no longer accepts b',
    contract({ args: object({ handle: text, as: { type: 'string', enum: ['a'] } }, ['handle']) }),
  ],
  [
    'profile.get args.more is now required',
    contract({
      args: object({ handle: text, as: { type: 'string', enum: ['a', 'b'] }, more: text }, ['handle', 'more']),
    }),
  ],
  [
    'profile.get args.handle: maxLength fell to 5',
    contract({
      args: object({ handle: { ...text, maxLength: 5 }, as: { type: 'string', enum: ['a', 'b'] } }, ['handle']),
    }),
  ],
  ['profile.get result.tags was removed', contract(result(object({ name: text })))],
  [
    'profile.get result.tags[].id was removed',
    contract(result(object({ name: text, tags: { type: 'array', items: object({}) } }))),
  ],
  [
    'profile.get result.name may now be missing',
    contract(result(object({ name: text, tags: { type: 'array', items: object({ id: text }) } }, ['tags']))),
  ],
  [
    'profile.get result.name is now "number", was "string"',
    contract(result(object({ name: { type: 'number' }, tags: { type: 'array', items: object({ id: text }) } }))),
  ],
])('%s', (expected, after) => {
  expect(breakingChanges(contract(), after)).toContain(expected);
  // As well where either of the two refers to its shapes.
  expect(breakingChanges(referring(contract()), referring(after))).toContain(expected);
  expect(breakingChanges(contract(), referring(after))).toContain(expected);
  expect(breakingChanges(referring(contract()), after)).toContain(expected);
});

/** The same contract, every shape at every depth behind a reference of its own. */
function referring({ functions, errors }: Snapshot): Snapshot {
  const shapes: Record<string, JsonSchema> = {};
  const refer = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(refer);
    if (typeof value !== 'object' || value === null) return value;
    const inner = Object.fromEntries(Object.entries(value).map(([key, member]) => [key, refer(member)]));
    if (!('type' in inner || 'anyOf' in inner) || typeof inner.type === 'object') return inner;
    const name = `Shape${Object.keys(shapes).length}`;
    shapes[name] = inner;
    return { $ref: `#/shapes/${name}` };
  };
  return {
    errors,
    functions: functions.map((declared) => ({
      ...declared,
      args: refer(declared.args) as JsonSchema,
      result: refer(declared.result) as JsonSchema,
    })),
    shapes,
  };
}

test('forms of a union are known by their constants, wherever they stand', () => {
  const form = (section: string, fields: Record<string, JsonSchema> = {}) =>
    object({ section: { type: 'string', const: section }, ...fields });
  const forms = (...anyOf: JsonSchema[]) => contract({ result: { anyOf: [...anyOf, { type: 'null' }] } });
  const before = forms(form('about', { text }), form('skills', { name: text }));
  expect(breakingChanges(before, forms(form('new'), form('skills', { name: text }), form('about', { text })))).toEqual(
    [],
  );
  expect(breakingChanges(before, forms(form('about', { text }), form('other', { name: text })))).toEqual([
    'profile.get result has an alternative less',
  ]);
  expect(breakingChanges(before, forms(form('skills', { name: text }), form('about')))).toEqual([
    'profile.get result.text was removed',
  ]);
});

test('a break in a shared shape is named for each function that refers to it', () => {
  const shapes = (name: JsonSchema) => ({ Person: object({ name }) });
  const [one] = contract({ result: { $ref: '#/shapes/Person' } }).functions;
  const functions = [one!, { ...one!, name: 'profile.mine' }];
  const before = { errors: {}, functions, shapes: shapes(text) };
  expect(breakingChanges(before, { ...before, shapes: shapes({ type: 'number' }) })).toEqual([
    'profile.get result.name is now "number", was "string"',
    'profile.mine result.name is now "number", was "string"',
  ]);
});

test('a reference to a shape that is not there is an error, not a contract without faults', () => {
  const lost = contract({ result: { $ref: '#/shapes/Person' } });
  expect(() => breakingChanges(lost, contract())).toThrow('has no shape Person');
});

test('additions are not breaking', () => {
  const wider = contract({
    callers: ['anonymous', 'student', 'mentor'],
    args: object({ handle: text, as: { type: 'string', enum: ['a', 'b', 'c'] }, more: text }, ['handle']),
    ...result(object({ name: text, tags: { type: 'array', items: object({ id: text, label: text }) }, more: text })),
  });
  expect(
    breakingChanges(contract(), {
      ...wider,
      functions: [...wider.functions, { ...wider.functions[0]!, name: 'profile.list' }],
    }),
  ).toEqual([]);
});

test('the current contract has every function and does not differ from itself', () => {
  const snapshot = takeSnapshot();
  expect(snapshot.functions.map(({ name }) => name)).toContain('profile.get');
  expect(breakingChanges(snapshot, snapshot)).toEqual([]);
});

describe('the committed form', () => {
  const snapshot = takeSnapshot();

  test('matches the schemas', () => {
    for (const { name, contract: declared } of listFunctions(today)) {
      const taken = snapshot.functions.find((one) => one.name === name)!;
      expect([name, expanded(taken.args, snapshot.shapes!)]).toEqual([name, jsonSchema(declared.args)]);
      expect([name, expanded(taken.result, snapshot.shapes!)]).toEqual([name, jsonSchema(declared.result)]);
    }
  });

  test('writes no shape of some length twice', () => {
    const seen = new Map<string, number>();
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('type' in value && typeof value.type === 'string') {
        const written = JSON.stringify(value);
        seen.set(written, (seen.get(written) ?? 0) + 1);
      }
      Object.values(value).forEach(visit);
    };
    visit([snapshot.shapes, snapshot.functions.map(({ args, result }) => [args, result])]);
    expect([...seen].filter(([written, count]) => count > 1 && written.length >= 100)).toEqual([]);
  });

  test('is JSON in lines of at most 120 columns where they can be broken, and a third shorter than with every shape written out', () => {
    const written = snapshotText(snapshot);
    expect(JSON.parse(written)).toEqual(snapshot);
    const long = written.split('\n').filter((line) => line.length > 120);
    expect(long.filter((line) => !/^ *"\w+": "/.test(line))).toEqual([]);
    const lines = (functions: unknown) => snapshotText({ errors: {}, functions } as Snapshot).split('\n').length;
    const writtenOut = snapshot.functions.map((declared) => ({
      ...declared,
      args: expanded(declared.args, snapshot.shapes!),
      result: expanded(declared.result, snapshot.shapes!),
    }));
    expect(written.split('\n').length).toBeLessThan((lines(writtenOut) * 2) / 3);
  });

  test('names a shape as the package exports it, or by its place in a shape that has such a name', () => {
    const { shapes } = shared({
      one: jsonSchema(today.profile.create.args),
      two: jsonSchema(today.profile.update.args),
      three: jsonSchema(today.profile.mine.result),
      four: jsonSchema(today.privacy.get.result),
    });
    expect(Object.keys(shapes)).toEqual(expect.arrayContaining(['PrivacySettings', 'Changes.skills']));
  });
});
