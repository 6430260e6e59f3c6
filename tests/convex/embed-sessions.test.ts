/** Embed sessions: their tokens, the profiles that viewers see, and the ways a session ends. */
import { SESSION_MS } from '@gigsy/schema';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { api } from '../../convex/_generated/api.js';
import { key, person, refusalOf, SITE, type Caller, type Deployment } from './deployment.ts';
import { withoutLeases } from './leased.ts';
import { asViewer, embedding, linked, problemOf, session, type Embedding, type Partner } from './partner.ts';

let d: Deployment;
let partner: Partner;
let secret: Embedding['secret'];
let ada: Caller;
let mint: Embedding['mint'];
beforeEach(async () => {
  ({ d, partner, secret, ada, mint } = await embedding());
});

const get = (caller: Caller, handle = 'ada') => caller.query(api.profile.get, { handle });

describe('a token', () => {
  test('names its session but not the person', async () => {
    await linked(partner, secret.secret, ada, 'u-ada');
    const before = Date.now();
    const response = await mint({ user: 'u-ada' });
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const { token, expiresAt } = (await response.json()) as { token: string; expiresAt: number };
    expect(expiresAt - before).toBeGreaterThanOrEqual(SESSION_MS);
    const [header, claims] = token
      .split('.')
      .slice(0, 2)
      .map((part) => JSON.parse(atob(part.replaceAll('-', '+').replaceAll('_', '/'))) as Record<string, unknown>);
    expect(header).toEqual({ alg: 'ES256', kid: 'test', typ: 'JWT' });
    expect(claims).toEqual({
      iss: `${SITE}/v1`,
      aud: 'gigsy-embed',
      sub: expect.any(String),
      iat: Math.floor((expiresAt - SESSION_MS) / 1000),
      exp: Math.floor(expiresAt / 1000),
    });
    expect(JSON.stringify(claims)).not.toMatch(/ada|Northfield/);
  });

  test('is checked by keys that tell no secret', async () => {
    const { keys } = (await (await d.t.fetch('/v1/.well-known/jwks.json')).json()) as { keys: object[] };
    expect(keys).toEqual([
      { kty: 'EC', crv: 'P-256', kid: 'test', x: expect.any(String), y: expect.any(String), use: 'sig', alg: 'ES256' },
    ]);
  });

  test('is not given while the deployment has no key, and there is none to check one with', async () => {
    for (const set of ['', 'nonsense', 'null', '{}', '{"keys":[]}', '{"keys":[{"kty":"RSA"}]}', '[]']) {
      process.env.EMBED_SIGNING_KEYS = set;
      expect(await problemOf(await mint('organisation'))).toMatchObject({
        status: 503,
        code: 'not_configured',
        detail: expect.stringContaining('EMBED_SIGNING_KEYS'),
      });
      expect(await (await d.t.fetch('/v1/.well-known/jwks.json')).json()).toEqual({ keys: [] });
    }
  });
});

describe('a viewer', () => {
  test('sees profiles as members do, their own too, and never as their owner does', async () => {
    await linked(partner, secret.secret, ada, 'u-ada');
    const viewer = asViewer(d, await session(partner, secret.secret, { user: 'u-ada' }));
    await person(d, 'eve');
    await withoutLeases(d);
    expect(await get(viewer)).toEqual(await get(d.as('user_eve')));
    expect(await get(viewer)).toMatchObject({ identity: { headline: 'Builds things' } });
    expect(await get(ada)).toMatchObject({ contact: { email: 'ada@example.org' } });
    expect((await refusalOf(viewer.query(api.profile.mine, {}))).code).toBe('forbidden');
  });

  test('that is the organisation sees public views', async () => {
    const organisation = asViewer(d, await session(partner, secret.secret, 'organisation'));
    expect(await get(organisation)).toEqual(await get(d.t as never));
    expect(await get(organisation)).not.toHaveProperty('identity.headline');
  });

  test('cannot be made up: neither the id of another row nor another issuer names a session', async () => {
    await linked(partner, secret.secret, ada, 'u-ada');
    const claims = await session(partner, secret.secret, { user: 'u-ada' });
    const rows = await d.t.run(async (ctx) =>
      Promise.all(
        (['accounts', 'partners', 'partnerKeys', 'partnerLinks'] as const).map(
          async (table) => (await ctx.db.query(table).first())!._id as string,
        ),
      ),
    );
    const open = await get(d.t as never);
    for (const sub of [...rows, 'user_ada', '', 'x'.repeat(1000), `${claims.sub} `])
      expect(await get(asViewer(d, { ...claims, sub }))).toEqual(open);
    for (const iss of [`${SITE}/v1/`, SITE, `${SITE}/v1#`, 'https://elsewhere.example/v1'])
      expect(await get(asViewer(d, { ...claims, iss }))).toEqual(open);
    expect(await get(asViewer(d, claims))).not.toEqual(open);
  });

  test('stays a viewer where the variable for people is set to the deployment itself by mistake', async () => {
    const claims = await session(partner, secret.secret, 'organisation');
    process.env.CLERK_JWT_ISSUER_DOMAIN = claims.iss;
    const refused = refusalOf(
      asViewer(d, claims).mutation(api.profile.create, {
        handle: 'fresh',
        role: 'student',
        sections: { identity: { displayName: 'F' } },
        idempotencyKey: key(),
      }),
    );
    expect((await refused).code).toBe('forbidden');
  });
});

describe('a session ends', () => {
  const ends: [string, (link: string) => Promise<unknown>][] = [
    [
      'its key is revoked',
      () => partner.admin.mutation(api.operations.keys.revoke, { key: secret.name, idempotencyKey: key() }),
    ],
    ['the person ends the link', (link) => ada.mutation(api.operations.links.revoke, { link, idempotencyKey: key() })],
    [
      'the account is suspended',
      () =>
        d.t.run(async (ctx) => {
          const account = (await ctx.db.query('accounts').collect()).find((row) => row.subject === 'user_ada')!;
          await ctx.db.patch('accounts', account._id, { status: 'suspended' });
        }),
    ],
    [
      "the partner's user becomes another person",
      async () => linked(partner, (await partner.issue('secret')).secret, await person(d, 'eve'), 'u-ada'),
    ],
  ];
  test.each(ends)('when %s', async (_, end) => {
    const link = await linked(partner, secret.secret, ada, 'u-ada');
    const viewer = asViewer(d, await session(partner, secret.secret, { user: 'u-ada' }));
    expect(await get(viewer)).toHaveProperty('identity.headline');
    await end(link);
    expect(await get(viewer)).toEqual(await get(d.t as never));
  });

  test('by the clock: the row is gone when the token is', async () => {
    vi.useFakeTimers();
    try {
      const viewer = asViewer(d, await session(partner, secret.secret, 'organisation'));
      vi.advanceTimersByTime(SESSION_MS - 1_000);
      await d.t.finishInProgressScheduledFunctions();
      expect((await refusalOf(viewer.query(api.profile.mine, {}))).code).toBe('forbidden');
      vi.advanceTimersByTime(1_001);
      await d.t.finishInProgressScheduledFunctions();
      expect((await refusalOf(viewer.query(api.profile.mine, {}))).code).toBe('unauthenticated');
      expect(await d.t.run((ctx) => ctx.db.query('embedSessions').collect())).toEqual([]);
    } finally {
      vi.useRealTimers();
    }
  });

  test('and leaves a trace without personal data', async () => {
    await linked(partner, secret.secret, ada, 'u-ada');
    await session(partner, secret.secret, { user: 'u-ada' });
    const rows = await d.t.run(async (ctx) =>
      (
        await ctx.db
          .query('auditLog')
          .withIndex('by_subject', (range) => range.eq('subject.id', partner.partner as never))
          .collect()
      ).map(({ _id, _creationTime, commitTs, ...row }) => row),
    );
    expect(rows.at(-1)).toEqual({
      action: 'operations.sessions.mint',
      actor: null,
      subject: { kind: 'partner', id: partner.partner },
      person: expect.any(String),
      changed: [secret.name],
    });
    expect(JSON.stringify(rows)).not.toContain('u-ada');
  });
});
