/**
 * Live queries run no more than needed: once for all people who may share the result, and once a person if it depends
 * on them.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { api, startServices, until } from './services/start.ts';
import type { Fixture } from './services/start.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startServices();
});
afterAll(() => fixture.close());

function person(subject: string) {
  const client = fixture.live();
  // Not in the published types: the dashboard's way to act as a person.
  (client.client as any).setAdminAuth(fixture.deployment.adminKey, { subject, issuer: 'https://people.example' });
  return client;
}

interface Draw {
  who?: string | null;
  count: number;
  draw: number;
}

/** The last result that each person has seen. */
function watch(query: unknown, group: string, people: string[]): () => Draw[] {
  const last = people.map(() => undefined as unknown as Draw);
  for (const [at, subject] of people.entries())
    person(subject).onUpdate(query as any, { group } as any, (value: any) => (last[at] = value as Draw));
  return () => last;
}

const fill = (group: string) => fixture.http().mutation(api.rows.fill, { group, count: 1, bytes: 1 });

describe('a query that never reads the identity', () => {
  test('runs once for people of all kinds', async () => {
    const seen = watch(api.rows.anonymous, 'shared', ['ann', 'bob', 'cem']);
    await until(seen, (values) => values.every((value) => value?.count === 0));
    expect(new Set(seen().map(({ draw }) => draw)).size).toBe(1);
    await fill('shared');
    await until(seen, (values) => values.every(({ count }) => count === 1));
    expect(new Set(seen().map(({ draw }) => draw)).size).toBe(1);
  });
});

describe('a query that reads the identity', () => {
  test('runs for each person and reveals nothing about the others', async () => {
    const people = ['ann', 'bob', 'bob'];
    const seen = watch(api.rows.withIdentity, 'own', people);
    await until(seen, (values) => values.every((value) => value?.count === 0));
    expect(seen().map(({ who }) => who)).toEqual(people);
    await fill('own');
    await until(seen, (values) => values.every(({ count }) => count === 1));
    expect(seen().map(({ who }) => who)).toEqual(people);
    // The two sockets of one person share a run.
    expect(seen()[1]!.draw).toBe(seen()[2]!.draw);
    expect(seen()[0]!.draw).not.toBe(seen()[1]!.draw);
  });

  test('only from some commit on, goes over from one result to many', async () => {
    const last: unknown[] = [];
    for (const [at, subject] of ['ann', 'bob', 'cem'].entries())
      person(subject).onUpdate(api.rows.sometimes, { group: 'later' }, (value: unknown) => (last[at] = value));
    await until(
      () => last,
      (values) => values.length === 3 && values.every((value) => value === 'empty'),
    );
    await fill('later');
    await until(
      () => last,
      (values) => values.join() === 'ann,bob,cem',
    );
  });
});
