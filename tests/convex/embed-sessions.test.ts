/** Embed sessions and links: who may be named, what a viewer sees, what ends it. */
import { MAX_LINKS, MAX_SHOWN, SESSION_MS } from '@gigsy/schema';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { api } from '../../convex/_generated/api.js';
import { deployment, key, person, refusalOf, SITE, type Caller, type Deployment } from './deployment.ts';
import { asViewer, linked, partnerOf, session, type Partner } from './partner.ts';

let d: Deployment;
let partner: Partner;
let secret: { name: string; secret: string };
let ada: Caller;
beforeEach(async () => {
  d = deployment();
  partner = await partnerOf(d);
  secret = await partner.issue('secret');
  // A mentor's text is public, a headline made for members is not, an email address is its owner's alone.
  ada = await person(d, 'ada', { role: 'mentor', sections: { contact: { email: 'ada@example.org' } } });
  await ada.mutation(api.privacy.update, {
    changes: { 'identity.headline': 'platform' } as never,
    expected: 1,
    idempotencyKey: key(),
  });
});

const get = (caller: Caller, handle = 'ada') => caller.query(api.profile.get, { handle });
const mint = (viewer: unknown, given = secret.secret, headers: Record<string, string> = {}) =>
  partner.post('/v1/embed-sessions', given, { viewer }, headers);
async function problem(response: Response): Promise<{ status: number; code: string; detail: string }> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  return (await response.json()) as never;
}

describe('a token', () => {
  test('names its session and nothing of the person', async () => {
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
      expect(await problem(await mint('organisation'))).toMatchObject({
        status: 503,
        code: 'not_configured',
        detail: expect.stringContaining('EMBED_SIGNING_KEYS'),
      });
      expect(await (await d.t.fetch('/v1/.well-known/jwks.json')).json()).toEqual({ keys: [] });
    }
  });
});

describe('a viewer', () => {
  test('sees what members see, of themselves too, and never what their owner sees', async () => {
    await linked(partner, secret.secret, ada, 'u-ada');
    const viewer = asViewer(d, await session(partner, secret.secret, { user: 'u-ada' }));
    await person(d, 'eve');
    expect(await get(viewer)).toEqual(await get(d.as('user_eve')));
    expect(await get(viewer)).toMatchObject({ identity: { headline: 'Builds things' } });
    expect(await get(ada)).toMatchObject({ contact: { email: 'ada@example.org' } });
    expect((await refusalOf(viewer.query(api.profile.mine, {}))).code).toBe('forbidden');
  });

  test('that is the organisation sees what anyone sees', async () => {
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

describe('a server', () => {
  test('is refused without the secret key in force, the same for each reason', async () => {
    const publishable = await partner.issue('publishable');
    const [name, digits] = [secret.name, secret.secret.slice(-64)];
    const other = await partner.issue('secret');
    const wrong = [
      '',
      'x',
      publishable.name,
      name,
      `${name}_${'0'.repeat(64)}`,
      `${name}_${digits.slice(0, -1)}${digits.endsWith('0') ? '1' : '0'}`,
      `${other.name}_${digits}`,
      `${name}_${digits} x`,
    ];
    const answers = await Promise.all(
      wrong.map(async (given) => JSON.stringify(await problem(await mint('organisation', given)))),
    );
    expect(new Set(answers).size).toBe(1);
    expect(JSON.parse(answers[0]!)).toMatchObject({
      status: 401,
      code: 'invalid_key',
      detail: expect.stringContaining('Bearer sk_'),
    });
    expect((await mint('organisation')).status).toBe(200);
  });

  test('is never a page: a request that names an origin is refused, even the right one', async () => {
    for (const [path, body] of [
      ['/v1/embed-sessions', { viewer: 'organisation' }],
      ['/v1/embed-links', { user: 'u' }],
    ] as const) {
      const refused = await problem(
        await partner.post(path, secret.secret, body, { Origin: 'https://careers.example' }),
      );
      expect(refused).toMatchObject({
        status: 403,
        code: 'origin_not_allowed',
        detail: expect.stringContaining('Revoke it'),
      });
    }
    const preflight = await d.t.fetch('/v1/embed-sessions', { method: 'OPTIONS' });
    expect(preflight.headers.get('access-control-allow-headers')).not.toMatch(/authorization/i);
  });

  test.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['no object', '7'],
    ['no viewer', '{}'],
    ['a number', '{"viewer":7}'],
    ['somebody of a role', '{"viewer":"admin"}'],
    ['two viewers', '{"viewer":{"user":"a","account":"b"}}'],
    ['a blank user', '{"viewer":{"user":" "}}'],
    ['a long user', JSON.stringify({ viewer: { user: 'x'.repeat(129) } })],
    ['a control character', '{"viewer":{"user":"a\\u0000"}}'],
    ['a very long body', `{"viewer":"organisation"${' '.repeat(5_000)}}`],
    ['more than it may say', '{"viewer":"organisation","scope":"write"}'],
    ['what is no list of handles', '{"viewer":"organisation","handles":"ada"}'],
    ['what is no handle', '{"viewer":"organisation","handles":["../ada"]}'],
    [
      'too many handles',
      JSON.stringify({ viewer: 'organisation', handles: Array.from({ length: MAX_SHOWN + 1 }, (_, n) => `p${n}`) }),
    ],
  ])('that names %s is told which field is wrong', async (_, body) => {
    const refused = await problem(await partner.post('/v1/embed-sessions', secret.secret, body));
    expect(refused).toMatchObject({ status: 400, code: 'invalid_argument', fields: [expect.anything()] });
  });

  test('beyond its quota is told when to come back', async () => {
    const small = await partner.issue('secret', 2);
    expect([
      (await mint('organisation', small.secret)).status,
      (await mint('organisation', small.secret)).status,
    ]).toEqual([200, 200]);
    const refused = await mint('organisation', small.secret);
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect((await mint('organisation')).status).toBe(200);
  });

  test('that rotates its key is served by both until the grace is over', async () => {
    vi.useFakeTimers();
    try {
      const { secret: next } = await partner.admin.mutation(api.operations.keys.rotate, {
        key: secret.name,
        graceMs: 3_600_000,
        idempotencyKey: key(),
      });
      expect([(await mint('organisation')).status, (await mint('organisation', next!)).status]).toEqual([200, 200]);
      vi.advanceTimersByTime(3_600_001);
      await d.t.finishInProgressScheduledFunctions();
      expect([(await mint('organisation')).status, (await mint('organisation', next!)).status]).toEqual([401, 200]);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('a link', () => {
  const offer = async (user: string) =>
    ((await (await partner.post('/v1/embed-links', secret.secret, { user })).json()) as { code: string }).code;
  const accept = (caller: Caller, code: string) =>
    caller.mutation(api.operations.links.create, { code, idempotencyKey: key() });

  test('takes both sides: no person is named without their answer, no user without the partner', async () => {
    expect(await problem(await mint({ user: 'u-ada' }))).toMatchObject({ status: 404, code: 'not_found' });
    const code = await offer('u-ada');
    expect((await mint({ user: 'u-ada' })).status).toBe(404);
    expect(await ada.query(api.operations.links.preview, { code })).toEqual({
      name: 'Northfield',
      origins: ['https://careers.example'],
    });
    const link = await accept(ada, code);
    expect(link).toEqual({
      link: expect.any(String),
      name: 'Northfield',
      origins: ['https://careers.example'],
      user: 'u-ada',
      createdAt: expect.any(Number),
    });
    expect(await ada.query(api.operations.links.list, {})).toEqual([link]);
    expect((await mint({ user: 'u-ada' })).status).toBe(200);
  });

  test('is made by a code that works once, for ten minutes, and is not kept in clear', async () => {
    vi.useFakeTimers();
    try {
      const [used, late] = [await offer('u-ada'), await offer('u-late')];
      const stored = await d.t.run(async (ctx) => JSON.stringify(await ctx.db.query('linkOffers').collect()));
      expect(stored).not.toContain(used.slice(3));
      await accept(ada, used);
      const eve = await person(d, 'eve');
      expect((await refusalOf(accept(eve, used))).code).toBe('not_found');
      vi.advanceTimersByTime(10 * 60_000 + 1);
      await d.t.finishInProgressScheduledFunctions();
      expect(await eve.query(api.operations.links.preview, { code: late })).toBeNull();
      expect((await refusalOf(accept(eve, late))).code).toBe('not_found');
    } finally {
      vi.useRealTimers();
    }
  });

  test("is its own person's: another cannot end it, another partner cannot use it", async () => {
    const link = await accept(ada, await offer('u-ada'));
    const eve = await person(d, 'eve');
    expect(
      (await refusalOf(eve.mutation(api.operations.links.revoke, { link: link.link, idempotencyKey: key() }))).code,
    ).toBe('not_found');
    const { partner: second } = await partner.admin.mutation(api.operations.partners.create, {
      name: 'Southfield',
      origins: [],
      idempotencyKey: key(),
    });
    const { secret: theirs } = await partner.admin.mutation(api.operations.keys.issue, {
      partner: second,
      kind: 'secret',
      idempotencyKey: key(),
    });
    expect((await mint({ user: 'u-ada' }, theirs!)).status).toBe(404);
  });

  test('of a suspended person names nobody, as if there were none', async () => {
    await accept(ada, await offer('u-ada'));
    await d.t.run(async (ctx) => {
      const account = (await ctx.db.query('accounts').collect()).find((row) => row.subject === 'user_ada')!;
      await ctx.db.patch('accounts', account._id, { status: 'suspended' });
    });
    const [suspended, unknown] = [await mint({ user: 'u-ada' }), await mint({ user: 'u-nobody' })];
    expect(await suspended.text()).toBe(await unknown.text());
  });

  test('is one of twenty at most', async () => {
    const generous = (await partner.issue('secret', 1_000)).secret;
    await d.t.run(async (ctx) => {
      const account = (await ctx.db.query('accounts').collect()).find((row) => row.subject === 'user_ada')!;
      for (let count = 0; count < MAX_LINKS; count += 1)
        await ctx.db.insert('partnerLinks', {
          partnerId: partner.partner as never,
          user: `u-${count}`,
          accountId: account._id,
        });
    });
    const { code } = (await (await partner.post('/v1/embed-links', generous, { user: 'one-more' })).json()) as {
      code: string;
    };
    expect((await refusalOf(accept(ada, code))).code).toBe('too_large');
    const [first] = await ada.query(api.operations.links.list, {});
    await ada.mutation(api.operations.links.revoke, { link: first!.link, idempotencyKey: key() });
    expect(await accept(ada, code)).toMatchObject({ user: 'one-more' });
  });
});
