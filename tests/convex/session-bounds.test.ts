/** Bounds of embed sessions: the shown profiles, and the clock. */
import { MAX_SHOWN, OFFER_MS, SESSION_MS, SHOWN_PER_HOUR } from '@gigsy/schema';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { api } from '../../convex/_generated/api.js';
import { deployment, key, person, refusalOf, type Caller, type Deployment } from './deployment.ts';
import { asViewer, linked, partnerOf, session, type Partner } from './partner.ts';

let d: Deployment;
let partner: Partner;
let secret: { name: string; secret: string };
let ada: Caller;
beforeEach(async () => {
  d = deployment();
  partner = await partnerOf(d);
  secret = await partner.issue('secret');
  ada = await person(d, 'ada', { role: 'mentor' });
  await ada.mutation(api.privacy.update, {
    changes: { 'identity.headline': 'platform' } as never,
    expected: 1,
    idempotencyKey: key(),
  });
});

const get = (caller: Caller) => caller.query(api.profile.get, { handle: 'ada' });
const mint = (viewer: unknown) => partner.post('/v1/embed-sessions', secret.secret, { viewer });

describe('a viewer', () => {
  test('sees other people as members do where its session was opened for them, and as anyone does elsewhere', async () => {
    await linked(partner, secret.secret, await person(d, 'eve'), 'u-eve');
    const [opened, bare] = [
      asViewer(d, await session(partner, secret.secret, { user: 'u-eve' }, ['ada'])),
      asViewer(d, await session(partner, secret.secret, { user: 'u-eve' })),
    ];
    expect(await get(opened)).toHaveProperty('identity.headline');
    expect(await get(bare)).toEqual(await get(d.t as never));
    const organisation = asViewer(d, await session(partner, secret.secret, 'organisation', ['ada']));
    expect(await get(organisation)).toEqual(await get(d.t as never));
  });

  test('is shown so many people as members see them in an hour, over all sessions, whether they exist or not', async () => {
    await linked(partner, secret.secret, await person(d, 'eve'), 'u-eve');
    await linked(partner, secret.secret, ada, 'u-ada');
    const many = (round: number) => Array.from({ length: MAX_SHOWN }, (_, n) => `person-${round}-${n}`);
    const open = (round: number, user = 'u-eve') =>
      partner.post('/v1/embed-sessions', secret.secret, { viewer: { user }, handles: many(round) });
    for (let round = 0; round < SHOWN_PER_HOUR / MAX_SHOWN; round += 1) expect((await open(round)).status).toBe(200);
    const refused = await open(99);
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect([(await open(99, 'u-ada')).status, (await mint({ user: 'u-eve' })).status]).toEqual([200, 200]);
  });
});

describe('the end', () => {
  test('of a session is there for a write from that moment on, even while its row is', async () => {
    vi.useFakeTimers();
    try {
      const viewer = asViewer(d, await session(partner, secret.secret, 'organisation'));
      const write = () =>
        refusalOf(viewer.mutation(api.operations.links.revoke, { link: 'none', idempotencyKey: key() }));
      expect((await write()).code).toBe('forbidden');
      vi.setSystemTime(Date.now() + SESSION_MS + 60_000);
      expect(await d.t.run((ctx) => ctx.db.query('embedSessions').collect())).toHaveLength(1);
      expect((await write()).code).toBe('unauthenticated');
    } finally {
      vi.useRealTimers();
    }
  });

  test('of a code and of the secret key that made it is there from that moment on, even while their rows are', async () => {
    vi.useFakeTimers();
    try {
      const { code } = (await (await partner.post('/v1/embed-links', secret.secret, { user: 'u-ada' })).json()) as {
        code: string;
      };
      await partner.admin.mutation(api.operations.keys.rotate, {
        key: secret.name,
        graceMs: OFFER_MS,
        idempotencyKey: key(),
      });
      vi.setSystemTime(Date.now() + OFFER_MS + 60_000);
      expect(await d.t.run((ctx) => ctx.db.query('linkOffers').collect())).toHaveLength(1);
      expect((await refusalOf(ada.mutation(api.operations.links.create, { code, idempotencyKey: key() }))).code).toBe(
        'not_found',
      );
      expect((await mint('organisation')).status).toBe(401);
    } finally {
      vi.useRealTimers();
    }
  });
});
