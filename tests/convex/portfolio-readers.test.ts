/** Readers of portfolios: audiences, holders of leases, and those who ask for a badge. */
import type { PortfolioView } from '@gigsy/schema';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api } from '../../convex/_generated/api.js';
import { type Caller, type Deployment, SITE, deployment, key, person } from './deployment.ts';
import { type TestSource, sourceOf } from './inbox-source.ts';
import { withoutLeases } from './leased.ts';
import { sending } from './portfolio-events.ts';

let d: Deployment;
let ada: Caller;
let source: TestSource;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.UTC(2031, 4, 1) });
  d = deployment();
  source = await sourceOf(d);
  ada = await person(d, 'ada', { role: 'mentor' });
});
afterEach(() => {
  vi.useRealTimers();
});

const send = sending(() => [d, source]);
const get = (by: Pick<Caller, 'query'> = d.t, handle = 'ada'): Promise<PortfolioView | null> =>
  by.query(api.portfolio.get, { handle });
const hide = async (changes: object) => {
  const { version } = (await ada.query(api.privacy.get, {}))!;
  await ada.mutation(api.privacy.update, { changes, expected: version, idempotencyKey: key() });
};
const badge = (id: string, more: { time?: string; data?: object } = {}) =>
  send('badge.awarded', { id, record: `award-${id}`, ...more });

describe('a reader', () => {
  test('sees by audience what the owner shows', async () => {
    await withoutLeases(d);
    const bob = await person(d, 'bob');
    await badge('one');
    await send('course.completed', { id: 'two' });
    await hide({ badges: 'platform', courses: 'restricted' });
    expect(await get()).toEqual({ handle: 'ada' });
    expect(Object.keys((await get(bob))!).sort()).toEqual(['badges', 'handle']);
    await ada.mutation(api.privacy.grants.add, { to: { role: 'student' }, idempotencyKey: key() });
    expect(Object.keys((await get(bob))!).sort()).toEqual(['badges', 'courses', 'handle', 'skills']);
  });

  test('gets the sections that they name', async () => {
    await badge('one');
    await send('course.completed', { id: 'two' });
    const some = await d.t.query(api.portfolio.get, { handle: 'ada', sections: ['badges'] });
    expect(Object.keys(some!).sort()).toEqual(['badges', 'handle']);
  });

  test('cannot tell a hidden profile from an unknown one', async () => {
    await badge('one');
    await hide({ profile: 'owner' });
    expect([await get(), await get(d.t, 'nobody')]).toEqual([null, null]);
  });

  test('finds the portfolio under a handle that its owner has left, and under the new one', async () => {
    await badge('one');
    await ada.mutation(api.profile.changeHandle, { handle: 'countess', idempotencyKey: key() });
    const view = await get(d.t, 'countess');
    expect(view).toMatchObject({ handle: 'countess', badges: [{ name: 'First lamp' }] });
    expect(await get(d.t, 'ada')).toEqual(view);
  });

  test('over HTTP gets it with an entity tag, many at once', async () => {
    await badge('one');
    const answer = await d.t.fetch('/v1/read/portfolio.get?sections=badges&handle=ada,nobody');
    expect(await answer.json()).toMatchObject({
      answers: [{ etag: expect.any(String) as string, value: { badges: [{ name: 'First lamp' }] } }, { value: null }],
    });
  });
});

describe('a lease', () => {
  const { open, view } = api.privacy.access;
  const opened = async (by: Caller) =>
    (await by.mutation(open, { handle: 'ada', purpose: 'hiring', idempotencyKey: key() })).lease;

  test('opens what members see of the portfolio and the public does not, with the skills of that', async () => {
    const bob = await person(d, 'bob');
    await badge('one');
    await send('course.completed', { id: 'two' });
    await hide({ courses: 'platform' });
    expect(Object.keys((await get(bob))!).sort()).toEqual(['badges', 'handle']);
    const lease = await opened(bob);
    const seen = (await bob.query(view, { lease }))!;
    expect(seen.portfolio).toMatchObject({
      badges: [{ name: 'First lamp' }],
      courses: [{ name: 'Glass blowing', completedOn: '2026-05-17' }],
      skills: [{ name: 'Glass' }, { name: 'Heat' }],
    });
    const [held] = await bob.query(api.privacy.access.held, {});
    expect(held!.fields).toEqual(expect.arrayContaining(['courses.name', 'courses.issuer', 'courses.skills']));
    expect(held!.fields.filter((field) => field.startsWith('badges.'))).toEqual([]);
    await hide({ courses: 'owner' });
    expect(Object.keys((await bob.query(view, { lease }))!.portfolio!).sort()).toEqual(['badges', 'handle']);
  });

  test('does not open what came after it was asked for', async () => {
    const bob = await person(d, 'bob');
    await hide({ badges: 'platform', about: 'platform', courses: 'platform' });
    await send('course.completed', { id: 'two' });
    const lease = await opened(bob);
    await badge('one');
    expect(Object.keys((await bob.query(view, { lease }))!.portfolio!).sort()).toEqual(['courses', 'handle', 'skills']);
  });
});

describe('a badge as a document', () => {
  const place = async () => `/v1/badges/ada/${(await get())!.badges![0]!.id}`;

  test('is an unsigned Open Badges 3.0 credential, with an entity tag', async () => {
    await badge('one', { data: { expiresOn: '2032-02', evidence: ['https://courses.example/lamp'] } });
    const path = await place();
    const answer = await d.t.fetch(path);
    expect(answer.headers.get('Content-Type')).toBe('application/ld+json');
    const document: unknown = await answer.json();
    expect(document).toEqual({
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ],
      id: `${SITE}${path}`,
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      name: 'First lamp',
      issuer: {
        id: 'https://courses.example',
        type: ['Profile'],
        name: 'Open Courses',
        url: 'https://courses.example',
      },
      validFrom: '2026-05-17T00:00:00Z',
      validUntil: '2032-02-29T23:59:59Z',
      credentialSubject: {
        id: `${SITE}/v1/profiles/ada`,
        type: ['AchievementSubject'],
        achievement: {
          id: `${SITE}${path}#achievement`,
          type: ['Achievement'],
          name: 'First lamp',
          description: 'First lamp',
          criteria: { id: 'https://courses.example/badges/1' },
        },
      },
      evidence: [{ id: 'https://courses.example/lamp', type: ['Evidence'] }],
    });
    const again = await d.t.fetch(path, { headers: { 'If-None-Match': answer.headers.get('ETag')! } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test('is not to be told from one that there is not, once it is hidden or revoked', async () => {
    await badge('one');
    const path = await place();
    const none = await answerAt(`${path.slice(0, -1)}_`);
    expect(none[0]).toBe(404);
    await hide({ badges: 'platform' });
    expect(await answerAt(path)).toEqual(none);
    await hide({ badges: null });
    expect((await answerAt(path))[0]).toBe(200);
    await send('badge.revoked', { id: 'gone', record: 'award-one', time: '2031-01-03T00:00:00Z' });
    expect(await answerAt(path)).toEqual(none);
    for (const other of ['/v1/badges/nobody/x', '/v1/badges/ada', '/v1/badges/', `${path}/more`, '/v1/badges/%ff/x'])
      expect([other, await answerAt(other)]).toEqual([other, none]);
  });

  test('leads from a handle that its owner has left to the new one', async () => {
    await badge('one');
    const path = await place();
    await ada.mutation(api.profile.changeHandle, { handle: 'countess', idempotencyKey: key() });
    const answer = await d.t.fetch(path, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('Location')]).toEqual([308, path.replace('ada', 'countess')]);
  });

  async function answerAt(path: string) {
    const answer = await d.t.fetch(path);
    return [answer.status, [...answer.headers], await answer.text()];
  }
});
