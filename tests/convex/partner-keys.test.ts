/** Partners' keys: issued, shown once, rotated, revoked, bounded; and the public route with a publishable key. */
import { MAX_KEYS } from '@gigsy/schema';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { deployment, key, person, refusalOf, type Deployment } from './deployment.ts';
import { ORIGIN, partnerOf, type Partner } from './partner.ts';

let d: Deployment;
let partner: Partner;
beforeEach(async () => {
  d = deployment();
  partner = await partnerOf(d);
});

function read(
  handle: string,
  publishable?: string,
  origin: string | null = ORIGIN,
  more: Record<string, string> = {},
): Promise<Response> {
  return d.t.fetch(`/v1/profiles/${handle}${publishable === undefined ? '' : `?key=${publishable}`}`, {
    headers: { ...(origin !== null && { Origin: origin }), ...more },
  });
}

/** All that a page can see of an answer. */
async function seen(response: Response): Promise<unknown> {
  return [response.status, [...response.headers].sort(), await response.text()];
}

describe('a key', () => {
  test('is shown once, and only its hash is kept', async () => {
    const request = { partner: partner.partner, kind: 'secret' as const, idempotencyKey: key() };
    const first = await partner.admin.mutation(api.operations.keys.issue, request);
    expect(first.secret).toMatch(new RegExp(`^${first.key.key}_[0-9a-f]{64}$`));
    const again = await partner.admin.mutation(api.operations.keys.issue, request);
    expect(again).toEqual({ key: first.key, secret: null });
    const stored = await d.t.run(async (ctx) =>
      JSON.stringify(
        await Promise.all(
          (['partnerKeys', 'idempotencyKeys', 'auditLog', 'partners'] as const).map((table) =>
            ctx.db.query(table).collect(),
          ),
        ),
        (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
      ),
    );
    expect(stored).toContain(first.key.key);
    expect(stored).not.toContain(first.secret!.slice(-64));
  });

  test('is listed by its name alone, with its quota', async () => {
    const publishable = await partner.issue('publishable', 10);
    const secret = await partner.issue('secret');
    expect(await partner.admin.query(api.operations.keys.list, { partner: partner.partner })).toEqual([
      { key: publishable.name, kind: 'publishable', perMinute: 10, createdAt: expect.any(Number), endsAt: null },
      { key: secret.name, kind: 'secret', perMinute: 600, createdAt: expect.any(Number), endsAt: null },
    ]);
  });

  test('is one of ten at most, and a revoked one makes room', async () => {
    const keys = [];
    for (let count = 0; count < MAX_KEYS; count += 1) keys.push(await partner.issue('publishable'));
    expect((await refusalOf(partner.issue('secret'))).code).toBe('too_large');
    await partner.admin.mutation(api.operations.keys.revoke, { key: keys[0]!.name, idempotencyKey: key() });
    expect((await partner.issue('secret')).secret).not.toBe('');
  });

  test('leaves a trace of who issued, rotated and revoked it', async () => {
    const { name } = await partner.issue('publishable');
    const { key: next } = await partner.admin.mutation(api.operations.keys.rotate, {
      key: name,
      graceMs: 60_000,
      idempotencyKey: key(),
    });
    await partner.admin.mutation(api.operations.keys.revoke, { key: next.key, idempotencyKey: key() });
    const rows = await d.t.run((ctx) =>
      ctx.db
        .query('auditLog')
        .withIndex('by_subject', (range) => range.eq('subject.id', partner.partner as never))
        .collect(),
    );
    rows.sort((one, other) => one._creationTime - other._creationTime);
    expect(rows.map(({ action, changed }) => [action, changed])).toEqual([
      ['operations.partners.create', ['name', 'origins']],
      ['operations.keys.issue', [name]],
      ['operations.keys.rotate', [name, next.key]],
      ['operations.keys.revoke', [next.key]],
    ]);
    expect(new Set(rows.map(({ actor }) => actor))).toEqual(new Set([expect.any(String)]));
  });
});

describe('a replaced key', () => {
  test('works beside the new one until its grace is over, then no longer', async () => {
    vi.useFakeTimers();
    try {
      const before = await partner.issue('publishable', 7);
      const { key: after, secret } = await partner.admin.mutation(api.operations.keys.rotate, {
        key: before.name,
        graceMs: 60_000,
        idempotencyKey: key(),
      });
      expect([after.kind, after.perMinute, secret]).toEqual(['publishable', 7, null]);
      expect([(await read('nobody', before.name)).status, (await read('nobody', after.key)).status]).toEqual([
        404, 404,
      ]);
      const again = refusalOf(
        partner.admin.mutation(api.operations.keys.rotate, { key: before.name, graceMs: 0, idempotencyKey: key() }),
      );
      expect(await again).toMatchObject({
        code: 'invalid_argument',
        fields: [{ path: 'key', message: expect.any(String) }],
      });
      vi.advanceTimersByTime(60_001);
      await d.t.finishInProgressScheduledFunctions();
      expect([(await read('nobody', before.name)).status, (await read('nobody', after.key)).status]).toEqual([
        401, 404,
      ]);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('a read with a publishable key', () => {
  test('from an allowed origin is the read without one, and varies by origin', async () => {
    await person(d, 'ada');
    const { name } = await partner.issue('publishable');
    const [open, keyed] = [await read('ada'), await read('ada', name)];
    expect(keyed.headers.get('vary')).toBe('Origin');
    expect(open.headers.get('vary')).toBeNull();
    expect([keyed.status, keyed.headers.get('etag'), await keyed.text()]).toEqual([
      200,
      open.headers.get('etag'),
      await open.text(),
    ]);
    expect((await read('ada', name, ORIGIN, { 'If-None-Match': open.headers.get('etag')! })).status).toBe(304);
  });

  test.each([
    ['another site', 'https://evil.example', 'https://evil.example'],
    ['another port', `${ORIGIN}:8443`, `${ORIGIN}:8443`],
    ['another scheme', 'http://careers.example', 'http://careers.example'],
    ['a subdomain', 'https://x.careers.example', 'https://x.careers.example'],
    ['a longer name', 'https://careers.example.evil.example', 'evil.example'],
    ['a file or a sandboxed frame', 'null', 'sandboxed frame'],
    ['no page at all', null, 'names no origin'],
  ])('from %s is refused, and names the origin', async (_, origin, told) => {
    await person(d, 'ada');
    const { name } = await partner.issue('publishable');
    const response = await read('ada', name, origin);
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([403, '*']);
    const problem = (await response.json()) as { code: string; detail: string };
    expect(problem.code).toBe('origin_not_allowed');
    expect(problem.detail).toContain(told);
  });

  test('follows a change of the origins at once', async () => {
    const { name } = await partner.issue('publishable');
    expect((await read('nobody', name, 'https://new.example')).status).toBe(403);
    await partner.admin.mutation(api.operations.partners.update, {
      partner: partner.partner,
      origins: ['https://new.example'],
      idempotencyKey: key(),
    });
    expect([(await read('nobody', name, 'https://new.example')).status, (await read('nobody', name)).status]).toEqual([
      404, 403,
    ]);
  });

  test('that is unknown, revoked, malformed or secret is refused by its own code', async () => {
    const revoked = await partner.issue('publishable');
    await partner.admin.mutation(api.operations.keys.revoke, { key: revoked.name, idempotencyKey: key() });
    const { secret, name } = await partner.issue('secret');
    const answers = [];
    for (const given of [revoked.name, `pk_${'0'.repeat(32)}`, '', 'pk_', '%00', 'x'.repeat(5000)]) {
      const response = await read('ada', given);
      expect([given, response.status, ((await response.clone().json()) as { code: string }).code]).toEqual([
        given,
        401,
        'invalid_key',
      ]);
      answers.push(JSON.stringify(await seen(response)));
    }
    expect(new Set(answers).size).toBe(1);
    for (const given of [secret, name]) {
      const problem = (await (await read('ada', given)).json()) as { code: string; detail: string };
      expect([problem.code, problem.detail]).toEqual(['invalid_key', expect.stringContaining('revoke it')]);
      expect(JSON.stringify(problem)).not.toContain(name);
    }
  });

  test('is never refused for the number of requests: a program that sends the right origin takes nothing from the page', async () => {
    await person(d, 'ada');
    const { name } = await partner.issue('publishable', 2);
    const rows = () =>
      d.t.run(async (ctx) =>
        JSON.stringify(
          await Promise.all(
            (['partnerKeys', 'idempotencyKeys', 'auditLog', 'events'] as const).map((table) =>
              ctx.db.query(table).collect(),
            ),
          ),
          (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
        ),
      );
    const before = await rows();
    const statuses = [];
    for (let count = 0; count < 70; count += 1) statuses.push((await read('ada', name)).status);
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(await rows()).toBe(before);
  });

  test('is admitted by a query: it waits for no write', async () => {
    const { name } = await partner.issue('publishable');
    const { endsAt } = await d.t.query(internal.operations.keys.admit, { key: name, origin: ORIGIN });
    expect(endsAt).toBeNull();
  });

  test('is refused from the moment its grace is over, even while the row is still there', async () => {
    vi.useFakeTimers();
    try {
      const { name } = await partner.issue('publishable');
      await partner.admin.mutation(api.operations.keys.rotate, { key: name, graceMs: 60_000, idempotencyKey: key() });
      vi.setSystemTime(Date.now() + 60_000);
      expect(
        await d.t.run(async (ctx) => (await ctx.db.query('partnerKeys').collect()).some((row) => row.name === name)),
      ).toBe(true);
      const problem = (await (await read('nobody', name)).json()) as { code: string };
      expect(problem.code).toBe('invalid_key');
    } finally {
      vi.useRealTimers();
    }
  });

  test('never tells a hidden profile from a missing one, even after the key has ended', async () => {
    const hidden = await person(d, 'hidden');
    await hidden.mutation(api.privacy.update, { changes: { profile: 'owner' }, expected: 1, idempotencyKey: key() });
    await person(d, 'shown');
    const { name } = await partner.issue('publishable', 6);
    const each = async (...request: [string | undefined, (string | null)?]) =>
      Promise.all(
        ['hidden', 'nobody', 'shown'].map(async (handle) => JSON.stringify(await seen(await read(handle, ...request)))),
      );
    for (const request of [[name, 'https://evil.example'], [name, null], ['pk_none']] as const) {
      expect(new Set(await each(...(request as [string])))).toHaveProperty('size', 1);
    }
    const [a, b, shown] = await each(name);
    expect([a === b, a === shown]).toEqual([true, false]);
  });
});
