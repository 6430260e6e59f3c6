/** The privacy matrix as data: grounds, classes of retention, and the readers of the contract that its places follow from. */
import {
  contract,
  listFunctions,
  listRoutes,
  listSectionNames,
  matrixKeys,
  maySee,
  placesOf,
  readers,
  readersOf,
  retention,
  roles,
  routes,
  rowOf,
  portfolioMatrix,
} from '@gigsy/schema';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { rows } from '../../packages/elements/src/privacy/privacy-matrix/rows.generated.ts';
import { itemTables } from '../../convex/model/profile/rows.ts';

type Shape = Record<string, unknown>;

/** Whether a shape has, at any depth, an object with this section whose content has this field. */
function holds(shape: unknown, section: string, field: string): boolean {
  if (typeof shape !== 'object' || shape === null) return false;
  const inner = ((shape as Shape).properties as Shape | undefined)?.[section];
  if (inner !== undefined && has(inner, field)) return true;
  return Object.values(shape).some((each) => holds(each, section, field));
}

function has(shape: unknown, field: string): boolean {
  if (typeof shape !== 'object' || shape === null) return false;
  const { properties = {} } = shape as { properties?: object };
  return field in properties || Object.values(shape).some((each) => has(each, field));
}

const functions = listFunctions(contract);
const shapeOf = (result: z.ZodType) => z.toJSONSchema(result, { unrepresentable: 'any', io: 'output' });

test('every function whose result has room for a section or for a headline is declared as a reader, and so is its way over HTTP', () => {
  const found = functions.filter(({ contract: { result } }) => {
    const shape = shapeOf(result);
    // A line about somebody has their headline without the section around it.
    return holds(shape, 'education', 'institution') || has(shape, 'headline');
  });
  expect(found.map(({ name }) => name)).toContain('profile.get');
  const declared = readers.map(({ at }) => at);
  for (const { name, contract: declaration } of found) {
    expect(declared).toContain(name);
    if (declaration.http) expect(declared).toContain(`GET /v1/read/${name}`);
  }
});

test('every reader is in the contract, and every route that tells of people is a reader or gives no content', () => {
  const known = [
    ...functions.flatMap(({ name, contract: { http } }) => (http ? [name, `GET /v1/read/${name}`] : [name])),
    ...listRoutes(routes).map(({ contract: { method, path } }) => `${method} ${path}`),
  ];
  for (const { at } of readers) expect(known).toContain(at);
  const telling = listRoutes(routes)
    .filter(({ contract: { reveals } }) => !reveals.startsWith('Nothing'))
    .map(({ contract: { method, path } }) => `${method} ${path}`)
    .filter((at) => !readers.some((reader) => reader.at === at));
  // The first answers the functions that are readers; the others tell that somebody is there, and no content.
  // A status list is bits without names.
  expect([...telling].sort()).toEqual([
    'GET /v1/credential-status/',
    'GET /v1/oembed',
    'GET /v1/read/',
    'POST /v1/embed-sessions',
  ]);
});

test('a row can appear where its owner may open it, and nowhere else', () => {
  for (const key of matrixKeys) {
    const audiences = readersOf(key).map((reader) => reader.audiences.some((one) => maySee(one, rowOf(key).widest)));
    expect([key, audiences.every(Boolean), placesOf(key).includes('own')]).toEqual([key, true, true]);
    expect([key, placesOf(key).includes('web')]).toEqual([key, rowOf(key).widest === 'public']);
  }
  expect(placesOf('contact.phone')).toEqual(['members', 'accesses', 'own']);
  expect(readersOf('identity.avatarUrl').map(({ at }) => at)).toContain('GET /v1/photos/');
  expect(readersOf('skills').map(({ at }) => at)).not.toContain('GET /v1/photos/');
});

test('a row names classes of retention that hold its content, and a ground for it', () => {
  const ofPortfolio = Object.fromEntries(Object.keys(portfolioMatrix).map((section) => [section, 'portfolioRecords']));
  const tablesOf: Partial<Record<string, string>> = {
    ...itemTables,
    ...ofPortfolio,
    contributions: 'portfolioContributions',
    verification: 'trustEvidence',
    endorsements: 'trustEndorsements',
    reviews: 'trustReviews',
    reputation: 'trustStandings',
  };
  for (const key of matrixKeys) {
    const { kept, basis, special, note } = rowOf(key);
    const classes = kept.map((name) => (retention as Partial<Record<string, { tables: readonly string[] }>>)[name]!);
    const [section = ''] = key.split('.');
    const table = tablesOf[section] ?? 'profiles';
    const isList = listSectionNames.some((name) => name === section);
    expect([key, classes.some(({ tables }) => tables.includes(table))]).toEqual([key, true]);
    expect([key, kept.includes('removedItems')]).toEqual([key, isList]);
    // Content that may tell of a special category is held by consent alone, and the note says which.
    expect([key, special === true]).toEqual([key, basis === 'consent']);
    if (special) expect(note).toMatch(/^May indicate /);
  }
});

test('the element shows the rows of the matrix and no others', () => {
  expect(rows.map(([key]) => key)).toEqual(matrixKeys);
  for (const [key, defaults, widest] of rows)
    expect([defaults, widest]).toEqual([roles.map((role) => rowOf(key).defaults[role]), rowOf(key).widest]);
});
