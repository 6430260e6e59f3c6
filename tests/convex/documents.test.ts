/** Checks of identity documents: the request to the provider, its signed outcomes in the inbox, and the stand-in for development. */
import { CLOUD_EVENT_TYPE, IDENTITY_CHECK_MS } from '@gigsy/schema';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import {
  type Caller,
  type Deployment,
  deployment,
  identityRequests,
  key,
  person,
  photosTaken,
  refusalOf,
  standInRequests,
} from './deployment.ts';
import { type TestSource, sourceOf } from './inbox-source.ts';
import { withoutLaterWork } from './later-work.ts';

const { documents, verifications } = api.trust;

let d: Deployment;
let ada: Caller;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2031, 4, 1, 12) });
  withoutLaterWork();
  d = deployment();
  ada = await person(d, 'ada');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const mine = () => ada.query(verifications.mine, {});
const start = () => ada.mutation(documents.start, { idempotencyKey: key() });
const level = async () => (await d.t.query(api.trust.get, { handle: 'ada' }))!.level;
const drained = async () => {
  await photosTaken(d);
  await photosTaken(d);
};

describe('at a provider', () => {
  const PROVIDER = 'https://identity.example';
  let source: TestSource;
  let count = 0;
  beforeEach(async () => {
    source = await sourceOf(d, { address: PROVIDER });
    vi.stubEnv('GIGSY_IDENTITY_URL', `${PROVIDER}/checks`);
    vi.stubEnv('GIGSY_IDENTITY_SOURCE', source.name);
  });

  /** A check under way, by the name that the provider was given. */
  async function begun(): Promise<string> {
    await start();
    await photosTaken(d);
    return identityRequests.at(-1)!.check;
  }

  /** The provider tells an outcome; the last one again where `id` is that of the last. */
  async function tells(type: string, check: string, more: { id?: string; by?: TestSource; address?: string } = {}) {
    const { id = `check-${(count += 1)}`, by = source, address = PROVIDER } = more;
    const event = { specversion: '1.0', id, source: address, type, subject: 'handle:ada', data: { check } };
    const [body, at] = [JSON.stringify(event), new Date()];
    const headers = {
      'Content-Type': CLOUD_EVENT_TYPE,
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(by.secret).sign(id, at, body),
    };
    const { status } = await d.t.fetch(`/v1/events?source=${by.name}`, { method: 'POST', headers, body });
    await drained();
    return status;
  }

  test('a check is opened under a random name, passed, and is the highest level', async () => {
    expect(await start()).toEqual({ state: 'opening', standIn: false, expiresAt: Date.now() + IDENTITY_CHECK_MS });
    await photosTaken(d);
    expect(identityRequests).toEqual([{ check: expect.stringMatching(/^[0-9a-f]{32}$/), subject: 'handle:ada' }]);
    expect((await mine()).session).toMatchObject({ state: 'open', url: 'https://identity.example/check' });
    expect(await tells('identity.verified', identityRequests[0]!.check)).toBe(202);
    expect(await mine()).toMatchObject({ level: 'government', evidence: [{ id: 'document', provider: 'identity' }] });
    expect((await mine()).session).toBeUndefined();
    const [evidence] = (await d.t.query(api.trust.get, { handle: 'ada' }))!.evidence!;
    expect(evidence).toMatchObject({ method: 'document', provider: 'Identity provider', expiresOn: '2033-04-30' });
  });

  test.each([
    ['identity.failed', 'failed'],
    ['identity.lapsed', 'lapsed'],
    ['identity.revoked', 'failed'],
  ])('a check that ends by %s is shown as %s, and passes no more', async (type, state) => {
    const check = await begun();
    await tells(type, check);
    expect(await mine()).toMatchObject({ level: 'none', session: { state } });
    await tells('identity.verified', check);
    expect(await mine()).toMatchObject({ level: 'none', session: { state } });
  });

  test('outcomes that come again, or after another one, change nothing', async () => {
    const check = await begun();
    await tells('identity.verified', check, { id: 'first' });
    const after = await mine();
    for (const [type, id] of [
      ['identity.verified', 'first'],
      ['identity.verified', 'second'],
      ['identity.failed', 'third'],
      ['identity.lapsed', 'fourth'],
    ] as const)
      await tells(type, check, { id });
    expect(await mine()).toEqual(after);
    await tells('identity.revoked', check);
    await tells('identity.verified', check);
    expect(await mine()).toMatchObject({ level: 'none', evidence: [{ state: 'revoked' }] });
  });

  test('an outcome counts for the check that it names, and from the provider alone', async () => {
    const before = await begun();
    const check = await begun();
    await tells('identity.verified', before);
    await tells('identity.verified', '0'.repeat(32));
    const other = await sourceOf(d, { address: 'https://courses.example' });
    await tells('identity.verified', check, { by: other, address: 'https://courses.example' });
    expect(await tells('identity.verified', check, { by: { ...source, secret: other.secret } })).toBe(401);
    expect(await level()).toBe('none');
    const set = await d.t.run((ctx) => ctx.db.query('inboxQuarantine').collect());
    expect(set.map(({ reason }) => reason)).toEqual(['unknown_subject']);
    vi.setSystemTime(Date.now() + IDENTITY_CHECK_MS);
    await tells('identity.verified', check);
    await d.t.mutation(internal.trust.verifications.endOverdue, {});
    expect([await level(), (await mine()).session]).toEqual(['none', undefined]);
  });

  test('a check that is passed again takes the place of the one before, and is taken back whole', async () => {
    await tells('identity.verified', await begun());
    await tells('identity.verified', await begun());
    expect((await mine()).evidence.map(({ state }) => state)).toEqual(['active', 'withdrawn']);
    await start();
    await ada.mutation(verifications.withdraw, { id: 'document', idempotencyKey: key() });
    expect(await mine()).toMatchObject({ level: 'none' });
    expect((await mine()).session).toBeUndefined();
  });

  test('nobody but the provider says how a check ends', async () => {
    await begun();
    const play = ada.mutation(documents.play, { play: 'pass', idempotencyKey: key() });
    expect((await refusalOf(play)).code).toBe('not_configured');
  });
});

describe('with the stand-in', () => {
  beforeEach(() => {
    vi.stubEnv('GIGSY_IDENTITY_STANDIN', 'on');
  });
  const onThisMachine = () => vi.stubEnv('CONVEX_SITE_URL', 'http://127.0.0.1:3211');
  const play = (how: 'pass' | 'fail' | 'lapse' | 'repeat') =>
    ada.mutation(documents.play, { play: how, idempotencyKey: key() });

  /** Brings what the stand-in sent to the inbox. */
  async function brought(): Promise<number[]> {
    await photosTaken(d);
    const statuses = [];
    for (const { path, ...request } of standInRequests.splice(0))
      statuses.push((await d.t.fetch(path, { method: 'POST', ...request })).status);
    await drained();
    return statuses;
  }

  test.each([
    ['pass', [202], 'government', undefined],
    ['repeat', [202, 202], 'government', undefined],
    ['fail', [202], 'none', 'failed'],
    ['lapse', [202], 'none', 'lapsed'],
  ] as const)('a check ends by %s through the inbox, as at a provider', async (how, statuses, reached, state) => {
    onThisMachine();
    expect(await start()).toMatchObject({ state: 'open', standIn: true });
    await play(how);
    expect(await brought()).toEqual(statuses);
    expect([await level(), (await mine()).session?.state]).toEqual([reached, state]);
    expect((await mine()).evidence.map(({ provider }) => provider)).toEqual(reached === 'none' ? [] : ['standIn']);
  });

  test('nothing can be checked on a deployment that is not for development', async () => {
    expect((await refusalOf(start())).code).toBe('not_configured');
    expect((await refusalOf(play('pass'))).code).toBe('not_configured');
  });
});
