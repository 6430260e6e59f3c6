/** Breaking differences between two contracts. */
import { expect, test } from 'vitest';
import { breakingChanges } from '../../scripts/contract/breaking.ts';
import {
  type FunctionSnapshot,
  type JsonSchema,
  type Snapshot,
  takeSnapshot,
} from '../../scripts/contract/snapshot.ts';

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
