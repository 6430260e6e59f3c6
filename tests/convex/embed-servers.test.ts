/** A partner's server: how it opens sessions and offers links, and what it is refused. */
import { MAX_LINKS, MAX_SHOWN } from '@gigsy/schema';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { api } from '../../convex/_generated/api.js';
import { key, person, refusalOf, type Caller, type Deployment } from './deployment.ts';
import { embedding, problemOf, type Embedding, type Partner } from './partner.ts';

let d: Deployment;
let partner: Partner;
let secret: Embedding['secret'];
let ada: Caller;
let mint: Embedding['mint'];
beforeEach(async () => {
  ({ d, partner, secret, ada, mint } = await embedding());
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
      wrong.map(async (given) => JSON.stringify(await problemOf(await mint('organisation', given)))),
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
      const refused = await problemOf(
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
    const refused = await problemOf(await partner.post('/v1/embed-sessions', secret.secret, body));
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
    expect(await problemOf(await mint({ user: 'u-ada' }))).toMatchObject({ status: 404, code: 'not_found' });
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

  test('of a suspended person names nobody, as for an unknown link', async () => {
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
