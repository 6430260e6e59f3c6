/** Claims to domains and pages: from the line that is to be shown to the level that others see, and what ends it. */
import { CLAIM_LOOKS, CLAIM_MS, MAX_CLAIMS } from '@gigsy/schema';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { type Caller, type Deployment, deployment, key, person, photosTaken, places, refusalOf } from './deployment.ts';
import { withoutLaterWork } from './later-work.ts';

const { claims, verifications } = api.trust;
const DAY_MS = 24 * 60 * 60_000;
const PAGE = 'https://social.example/@ada';

let d: Deployment;
let ada: Caller;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2031, 4, 1, 12) });
  withoutLaterWork();
  vi.stubEnv('GIGSY_PROFILE_URL', 'https://people.example/{handle}');
  d = deployment();
  ada = await person(d, 'ada', { role: 'mentor' });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const seen = (by: Pick<Caller, 'query'> = d.t) => by.query(api.trust.get, { handle: 'ada' });
const mine = () => ada.query(verifications.mine, {});
const start = (subject: string, method: 'domain' | 'link' = 'domain', by = ada) =>
  by.mutation(claims.start, { method, subject, idempotencyKey: key() });
const check = (id: string) => ada.mutation(claims.check, { id, idempotencyKey: key() });
const withdraw = (id: string) => ada.mutation(verifications.withdraw, { id, idempotencyKey: key() });
const rows = () => d.t.run((ctx) => ctx.db.query('trustClaims').collect());

/** Looks that are due, and their outcomes. */
async function looked(): Promise<void> {
  await d.t.mutation(internal.trust.claims.resume, {});
  await photosTaken(d);
}

/** Lets time pass. Looks come when they are due, and ends that the clock brings too. */
async function pass(days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) {
    vi.setSystemTime(Date.now() + DAY_MS);
    await d.t.mutation(internal.trust.verifications.endOverdue, {});
    await photosTaken(d);
    await looked();
  }
}

/** A claim to a domain that is seen. */
async function proved(subject = 'example.org'): Promise<string> {
  const { id } = await start(subject);
  places.set(subject, null);
  await check(id);
  await photosTaken(d);
  return id;
}

describe('a domain', () => {
  test('that shows the line raises the level, and its name is shown where its owner says so', async () => {
    const { id, subject, expected, looking } = await start(' Example.ORG. ');
    expect([subject, looking, expected]).toEqual([
      'example.org',
      false,
      expect.stringMatching(/^gigsy-verification=[\w-]{43}$/),
    ]);
    await check(id);
    expect((await mine()).claims).toMatchObject([{ id, looking: true }]);
    await photosTaken(d);
    expect(await mine()).toMatchObject({ level: 'none', claims: [{ looking: false, fault: 'not_shown' }] });
    places.set('example.org', ({ expected: line }) => (line === expected ? null : 'other_token'));
    await check(id);
    await photosTaken(d);
    const shown = { id, method: 'domain', level: 'organisation', provider: 'Gigsy' };
    const days = { issuedOn: '2031-05-01', expiresOn: '2031-05-31' };
    expect(await seen()).toEqual({ handle: 'ada', level: 'organisation', evidence: [{ ...shown, ...days }] });
    expect(JSON.stringify(await seen(await person(d, 'ben')))).not.toContain('example.org');
    expect((await seen(ada))!.evidence).toMatchObject([{ domain: 'example.org' }]);
    const changes = { 'verification.domain': 'public' } as const;
    await ada.mutation(api.privacy.update, { changes, expected: 1, idempotencyKey: key() });
    expect((await seen())!.evidence).toEqual([{ ...shown, ...days, domain: 'example.org' }]);
  });

  test('gives each person and each domain another line, and the same one again', async () => {
    const ben = await person(d, 'ben');
    const made = [await start('example.org'), await start('example.net'), await start('example.org', 'domain', ben)];
    expect(new Set(made.flatMap(({ id, expected }) => [id, expected])).size).toBe(6);
    expect(await start('EXAMPLE.org')).toEqual(made[0]);
    expect(made.map(({ id }) => id).join()).not.toContain('example');
  });

  test('is stored by its name in ASCII', async () => {
    expect((await start('Bücher.com')).subject).toBe('xn--bcher-kva.com');
    expect((await start('例え.jp')).subject).toBe('xn--r8jz45g.jp');
  });

  test.each(['co.uk', 'github.io', 'org', 'www.example.org', 'printer.local', 'gitlab.internal', 'localhost'])(
    '%s is not a name that somebody registers',
    async (name) => {
      const refusal = await refusalOf(start(name));
      expect([refusal.code, refusal.fields?.map(({ path }) => path)]).toEqual(['invalid_argument', ['subject']]);
    },
  );

  test.each([
    '127.0.0.1',
    '[::1]',
    '10.1',
    'https://example.org',
    'exa mple.org',
    'example.org/x',
    'a@example.org',
    '',
  ])('%j is no name of one', async (name) => {
    expect((await refusalOf(start(name))).fields).toMatchObject([{ path: 'subject', code: 'invalid_format' }]);
  });

  test('is looked at each week without the person, and its evidence holds on', async () => {
    await proved();
    await pass(60);
    expect((await mine()).evidence).toMatchObject([{ state: 'active', endsSoon: false }]);
    expect((await mine()).evidence[0]!.expiresAt).toBeGreaterThan(Date.now() + 20 * DAY_MS);
    const types = (await d.t.run((ctx) => ctx.db.query('events').collect())).map(({ type }) => type);
    expect(types.filter((type) => type === 'trust.verified')).toHaveLength(1);
  });

  test('that stops showing the line counts until the clock ends it, and the person is told before', async () => {
    await proved();
    places.set('example.org', 'not_shown');
    await pass(15);
    expect([(await seen())!.level, (await mine()).evidence]).toMatchObject(['organisation', [{ state: 'active' }]]);
    await pass(4);
    expect(await mine()).toMatchObject({ evidence: [{ endsSoon: true }], claims: [{ fault: 'not_shown' }] });
    await pass(12);
    expect(await seen()).toEqual({ handle: 'ada', level: 'none' });
    expect(await mine()).toMatchObject({ evidence: [{ state: 'expired' }], claims: [] });
    expect(JSON.stringify(await rows())).toBe('[]');
  });

  test('that shows the line again in time is renewed, and ends soon no more', async () => {
    await proved();
    places.set('example.org', 'unreachable');
    await pass(20);
    places.set('example.org', null);
    await pass(2);
    expect(await mine()).toMatchObject({ evidence: [{ endsSoon: false, state: 'active' }], claims: [{}] });
    expect((await mine()).claims[0]!.fault).toBeUndefined();
  });

  test('that was taken back or revoked is not looked at again, nor by a look that was under way', async () => {
    const id = await proved();
    const [row] = await rows();
    await withdraw(id);
    await d.t.mutation(internal.trust.claims.settle, { claim: row!._id, fault: null });
    expect([(await seen())!.level, await rows()]).toEqual(['none', []]);
    await proved('example.net');
    const evidence = (await d.t.run((ctx) => ctx.db.query('trustEvidence').collect())).at(-1)!._id;
    await d.t.mutation(internal.trust.verifications.revoke, { evidence });
    await pass(8);
    expect([(await seen())!.level, await rows()]).toEqual(['none', []]);
  });

  test('stays as hidden as before when it is proved again', async () => {
    const id = await proved();
    const changes = { items: { [`verification/${id}`]: 'owner' } } as never;
    await ada.mutation(api.privacy.update, { changes, expected: 1, idempotencyKey: key() });
    await withdraw(id);
    expect(await proved()).toBe(id);
    expect([await seen(), (await mine()).level]).toEqual([{ handle: 'ada', level: 'none' }, 'organisation']);
  });
});

describe('a claim', () => {
  test('that is never seen ends after a week, with looks until then', async () => {
    await start('example.org');
    vi.setSystemTime(Date.now() + CLAIM_LOOKS.waiting);
    await looked();
    expect((await mine()).claims).toMatchObject([{ fault: 'not_shown', lookedAt: Date.now() }]);
    vi.setSystemTime(Date.now() + CLAIM_MS);
    places.set('example.org', null);
    await looked();
    expect(await mine()).toMatchObject({ level: 'none', claims: [], evidence: [] });
  });

  test('is one of ten at most', async () => {
    for (let n = 0; n < MAX_CLAIMS; n += 1) await start(`example-${n}.org`);
    expect((await refusalOf(start('example.org'))).code).toBe('too_large');
    const [first] = (await mine()).claims;
    expect(await withdraw(first!.id)).toEqual({ level: 'none' });
    await start('example.org');
  });

  test('that nobody has is refused in one way', async () => {
    const { id } = await start('example.org', 'domain', await person(d, 'ben'));
    expect([(await refusalOf(check(id))).code, (await refusalOf(withdraw(id))).code]).toEqual([
      'not_found',
      'not_found',
    ]);
  });

  test('tells events, logs and others nothing of what it names', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await proved();
    const stored = await d.t.run(async (ctx) => [
      ...(await ctx.db.query('events').collect()),
      ...(await ctx.db.query('auditLog').collect()),
      ...(await ctx.db.system.query('_scheduled_functions').collect()).map(({ args }) => args),
    ]);
    const text = JSON.stringify(stored, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
    expect(text).not.toContain('example.org');
    expect(logged).not.toHaveBeenCalled();
    expect(text).toContain('claimedHost');
  });
});

describe('a page', () => {
  test('that links back is shown as it is claimed, and raises no level', async () => {
    places.set(PAGE, ({ expected }) => (expected === 'https://people.example/ada' ? null : 'not_shown'));
    const claim = await start(`${PAGE}#top`, 'link');
    expect(claim).toMatchObject({ subject: PAGE, looking: true, expected: 'https://people.example/ada' });
    await photosTaken(d);
    expect(await seen()).toMatchObject({ level: 'none', evidence: [{ method: 'link', level: 'none', link: PAGE }] });
    const changes = { 'verification.link': 'owner' } as const;
    await ada.mutation(api.privacy.update, { changes, expected: 1, idempotencyKey: key() });
    expect((await seen())!.evidence![0]).not.toHaveProperty('link');
  });

  test('must link to the handle that the person has now', async () => {
    places.set(PAGE, ({ expected }) => (expected === 'https://people.example/ada' ? null : 'not_shown'));
    const { id } = await start(PAGE, 'link');
    await photosTaken(d);
    await ada.mutation(api.profile.changeHandle, { handle: 'ada-two', idempotencyKey: key() });
    await check(id);
    await photosTaken(d);
    expect((await mine()).claims).toMatchObject([{ expected: 'https://people.example/ada-two', fault: 'not_shown' }]);
  });

  test('cannot be claimed where profiles have no addresses', async () => {
    vi.stubEnv('GIGSY_PROFILE_URL', '');
    expect((await refusalOf(start(PAGE, 'link'))).code).toBe('not_configured');
  });
});
