/** Clerk's webhook: whom it believes, what it keeps, and that the order of deliveries makes no difference. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { SECRET, clerkUser, deliver, signed, type Delivery } from './clerk-delivery.ts';
import {
  deployment,
  key,
  person,
  pictures,
  refusalOf,
  type Caller,
  type Deployment,
  scheduledRun,
} from './deployment.ts';
import { png } from './png.ts';

const NOW = Date.UTC(2031, 4, 1);
let d: Deployment;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: NOW });
  vi.stubEnv('CLERK_WEBHOOK_SIGNING_SECRET', SECRET);
  pictures.clear();
  d = deployment();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

const state = (subject: string) => d.as(subject).query(api.profile.accounts.status, {});
const updated = (id: string, at: number, more: object = {}): Delivery => ({
  type: 'user.updated',
  data: clerkUser(id, at, more),
});

const pass = () => scheduledRun(d, 4);

describe('a delivery is refused', () => {
  const ada = JSON.stringify(updated('user_ada', 1, { first_name: 'Ada' }));
  const post = async (body: string, headers: Record<string, string>) => {
    const response = await d.t.fetch('/v1/clerk', { method: 'POST', body, headers });
    const { code, detail } = (await response.json()) as { code: string; detail: string };
    return [response.status, code, detail];
  };
  const minutes = (count: number) => Math.floor(NOW / 1000) + 60 * count;

  test.each<[string, () => Promise<[string, Record<string, string>]>]>([
    ['with another secret', async () => [ada, await signed(ada, { secret: new Uint8Array(24) })]],
    ['with another body', async () => [ada.replace('Ada', 'Eve'), await signed(ada)]],
    ['under another id', async () => [ada, { ...(await signed(ada)), 'svix-id': 'msg_2' }]],
    ['at another time', async () => [ada, { ...(await signed(ada)), 'svix-timestamp': String(minutes(1)) }]],
    ['six minutes old, as in a replay', async () => [ada, await signed(ada, { at: minutes(-6) })]],
    ['six minutes from now', async () => [ada, await signed(ada, { at: minutes(6) })]],
    ['without a signature', async () => [ada, { 'svix-id': 'msg_1', 'svix-timestamp': String(minutes(0)) }]],
    ['with headers of another kind', async () => [ada, { Authorization: `Bearer ${SECRET}` }]],
    ['signed, but not JSON', async () => ['{', await signed('{')]],
  ])('%s', async (_, made) => {
    const [body, headers] = await made();
    expect(await post(body, headers)).toEqual([401, 'unauthenticated', expect.any(String)]);
    expect((await state('user_ada')).suggestion).toBeNull();
  });

  test('all with the same words, which do not help a forger', async () => {
    const answers = [
      await post(ada, {}),
      await post(ada, await signed(ada, { at: minutes(-6) })),
      await post(ada, await signed(ada, { secret: new Uint8Array(24) })),
    ];
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  test('when it is larger than any of Clerk', async () => {
    const large = JSON.stringify(updated('user_ada', 1, { first_name: 'x'.repeat(300_000) }));
    expect((await post(large, await signed(large)))[1]).toBe('too_large');
  });

  test('while the deployment has no secret', async () => {
    vi.stubEnv('CLERK_WEBHOOK_SIGNING_SECRET', '');
    expect((await post(ada, await signed(ada)))[1]).toBe('not_configured');
  });

  test('by every method but POST', async () => {
    for (const method of ['GET', 'PUT', 'PATCH', 'DELETE']) {
      const response = await d.t.fetch('/v1/clerk', { method });
      expect([method, response.status, response.headers.get('Allow')]).toEqual([method, 405, 'POST']);
    }
  });
});

describe('a delivery is taken', () => {
  test('with a second signature beside the good one, as while a secret is changed', async () => {
    const body = JSON.stringify(updated('user_ada', 1, { first_name: 'Ada' }));
    const headers = await signed(body);
    headers['svix-signature'] = `v1,${btoa('another')} ${headers['svix-signature']}`;
    expect((await d.t.fetch('/v1/clerk', { method: 'POST', body, headers })).status).toBe(204);
    expect((await state('user_ada')).suggestion?.displayName).toBe('Ada');
  });

  test.each<[string, Delivery]>([
    ['of an event that is of no use here', { type: 'session.created', data: { id: 'sess_1', user_id: 'user_ada' } }],
    ['of a user without an id', { type: 'user.updated', data: { updated_at: 1 } }],
    ['of a user without a time', { type: 'user.created', data: { id: 'user_ada' } }],
    ['of a deletion without an id', { type: 'user.deleted', data: { deleted: true } }],
    ['of something else than a user', { type: 'user.updated', data: [1] }],
  ])('and changes nothing: one %s', async (_, delivery) => {
    expect(await deliver(d, delivery)).toBe(204);
    expect(await d.t.run((ctx) => ctx.db.query('clerkUsers').collect())).toEqual([]);
    expect(await d.t.run((ctx) => ctx.db.query('accounts').collect())).toEqual([]);
  });
});

describe('the scaffold of a newcomer', () => {
  test('is a suggestion with role, name and handle, and takes no handle and makes no account', async () => {
    const user = { first_name: 'Ada', last_name: 'Lovelace', username: 'Ada', unsafe_metadata: { role: 'mentor' } };
    await deliver(d, { type: 'user.created', data: clerkUser('user_ada', 1, user) });
    expect(await state('user_ada')).toEqual({
      status: 'newcomer',
      role: null,
      handle: null,
      deletion: null,
      suggestion: { role: 'mentor', displayName: 'Ada Lovelace', handle: 'ada' },
    });
    expect(await d.t.run((ctx) => ctx.db.query('accounts').collect())).toEqual([]);
    await person(d, 'ada');
    expect((await state('user_ada')).suggestion).toBeNull();
  });

  test.each([
    ['a role that operators grant', { unsafe_metadata: { role: 'admin' }, public_metadata: { role: 'moderator' } }],
    ['words that could deceive', { first_name: '\u202e\u0000', last_name: '\u200b', username: '../x' }],
    ['values of other types', { first_name: 5, unsafe_metadata: 'role', public_metadata: null }],
  ])('has nothing of %s', async (_, user) => {
    await deliver(d, { type: 'user.created', data: clerkUser('user_ada', 1, user) });
    const { suggestion } = await state('user_ada');
    expect(suggestion ?? { role: null, displayName: null, handle: null }).toEqual({
      role: null,
      displayName: null,
      handle: null,
    });
  });

  test('keeps no address of e-mail, and nothing else that Clerk says', async () => {
    await deliver(d, updated('user_ada', 1, { first_name: 'Ada' }));
    const rows = await d.t.run((ctx) => ctx.db.query('clerkUsers').collect());
    expect(rows).toMatchObject([{ subject: 'user_ada', updatedAt: 1, facts: { displayName: 'Ada' } }]);
    expect(JSON.stringify(rows)).not.toContain('secret@example.org');
  });

  test('is shown to nobody else', async () => {
    await deliver(d, updated('user_ada', 1, { first_name: 'Ada' }));
    expect((await state('user_eve')).suggestion).toBeNull();
  });
});

describe('the picture that a person has at Clerk', () => {
  const A = 'https://img.clerk.com/a';
  const B = 'https://img.clerk.com/b';
  const OWN = 'https://pictures.example/own';
  const withPicture = (at: number, image_url: string | null) =>
    updated('user_ada', at, { image_url, has_image: image_url !== null });
  let ada: Caller;
  const photo = () => d.t.run((ctx) => ctx.db.query('profilePhotos').first());
  const own = async (avatarUrl: string | null) => {
    const expected = { identity: (await ada.query(api.profile.mine, {}))!.versions.identity };
    const changes = { identity: { avatarUrl } };
    await ada.mutation(api.profile.update, { changes, expected, idempotencyKey: key() } as never);
    await pass();
  };
  const told = async (at: number, address: string | null) => {
    await deliver(d, withPicture(at, address));
    await pass();
  };

  beforeEach(() => {
    pictures.set(A, { bytes: png(8, 8) });
    pictures.set(B, { bytes: png(9, 9) });
    pictures.set(OWN, { bytes: png(10, 10) });
  });

  test('is fetched, shown from our own address, and follows, without a change of the owner’s words', async () => {
    await told(1, A);
    ada = await person(d, 'ada');
    await pass();
    const shown = async () => (await ada.query(api.profile.get, { handle: 'ada' }))!.identity!.avatarUrl!;
    const first = await shown();
    expect(first).toMatch(/^https:\/\/example\.convex\.site\/v1\/photos\/owner\//);
    await told(2, B);
    expect(await shown()).not.toBe(first);
    expect((await ada.query(api.profile.mine, {}))!.versions.identity).toBe(1);
    await told(3, null);
    expect(await photo()).toBeNull();
  });

  test('does not replace one that the owner chose, and does not come back once the owner has removed it', async () => {
    ada = await person(d, 'ada');
    await told(1, A);
    await own(OWN);
    await told(2, B);
    expect(await photo()).toMatchObject({ source: OWN, state: 'stored' });
    await own(null);
    expect(await photo()).toBeNull();
    await told(3, B);
    expect(await photo()).toBeNull();
    await told(4, A);
    expect(await photo()).toMatchObject({ provided: A, state: 'stored' });
  });

  test('leaves an audit row where it changes the profile', async () => {
    ada = await person(d, 'ada');
    await told(1, A);
    await told(1, A);
    const rows = await d.t.run((ctx) => ctx.db.query('auditLog').collect());
    expect(rows.filter(({ action }) => action === 'profile.clerk.follow')).toMatchObject([{ changed: ['photo'] }]);
  });
});

describe('a deletion at Clerk', () => {
  const deleted: Delivery = { type: 'user.deleted', data: { id: 'user_ada', object: 'user', deleted: true } };

  test('hides the profile in its own transaction, ends the sign-in, and is final', async () => {
    const ada = await person(d, 'ada');
    await deliver(d, deleted);
    expect(await d.t.query(api.profile.get, { handle: 'ada' })).toBeNull();
    expect((await refusalOf(ada.query(api.profile.accounts.status, {}))).code).toBe('forbidden');
    await pass();
    await deliver(d, updated('user_ada', NOW, { first_name: 'Ada' }));
    expect((await refusalOf(state('user_ada'))).code).toBe('forbidden');
  });

  test('of a person who never came keeps a token that is still valid from making an account', async () => {
    await deliver(d, updated('user_ada', 1, { first_name: 'Ada' }));
    await deliver(d, deleted);
    expect((await refusalOf(person(d, 'ada'))).code).toBe('forbidden');
    expect(await d.t.run((ctx) => ctx.db.query('clerkUsers').collect())).toEqual([]);
  });
});

describe('the backfill', () => {
  test('takes over all users, page by page, and leaves alone what the webhook has told since', async () => {
    vi.stubEnv('CLERK_SECRET_KEY', 'sk_test_1');
    const users = Array.from({ length: 250 }, (_, n) =>
      clerkUser(`user_${n}`, 10, { first_name: `Old ${n}`, created_at: n }),
    );
    const asked: string[] = [];
    vi.stubGlobal('fetch', async (address: URL, { headers }: { headers: Record<string, string> }) => {
      asked.push(`${headers.Authorization} ${address}`);
      const [offset, limit] = ['offset', 'limit'].map((name) => Number(address.searchParams.get(name))) as [
        number,
        number,
      ];
      return Response.json(users.slice(offset, offset + limit));
    });
    await deliver(d, updated('user_7', 20, { first_name: 'New 7' }));
    await d.t.action(internal.profile.clerk.backfill, {});
    await d.t.finishAllScheduledFunctions(vi.runAllTimers);
    expect(asked).toEqual(
      [0, 100, 200].map(
        (offset) => `Bearer sk_test_1 https://api.clerk.com/v1/users?limit=100&offset=${offset}&order_by=%2Bcreated_at`,
      ),
    );
    const kept = await d.t.run((ctx) => ctx.db.query('clerkUsers').collect());
    expect(kept).toHaveLength(250);
    expect((await state('user_7')).suggestion?.displayName).toBe('New 7');
    expect((await state('user_249')).suggestion?.displayName).toBe('Old 249');
  });

  test('says what it lacks, and fails where Clerk refuses', async () => {
    await expect(d.t.action(internal.profile.clerk.backfill, {})).rejects.toThrow('CLERK_SECRET_KEY');
    vi.stubEnv('CLERK_SECRET_KEY', 'sk_test_1');
    vi.stubGlobal('fetch', async () => new Response('no', { status: 401 }));
    await expect(d.t.action(internal.profile.clerk.backfill, {})).rejects.toThrow('Clerk answered 401');
  });
});

test('the same deliveries in any order, and again, come to the same end', async () => {
  const at = fc.integer({ min: 1, max: 4 });
  const user = fc.constantFrom('user_ada', 'user_new');
  const delivery = fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(
          user,
          at,
          fc.constantFrom('A', 'B'),
          fc.constantFrom('student', 'mentor', 'none'),
          fc.constantFrom(undefined, 'a', 'b'),
        )
        .map(([id, time, name, role, image]) =>
          updated(id, time, {
            first_name: name,
            unsafe_metadata: { role },
            has_image: image !== undefined,
            image_url: `https://img.clerk.com/${image}`,
          }),
        ),
    },
    { weight: 1, arbitrary: user.map((id): Delivery => ({ type: 'user.deleted', data: { id } })) },
  );
  const deliveries = fc.array(delivery, { minLength: 1, maxLength: 6 }).chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc
        .array(fc.integer({ min: 0, max: all.length - 1 }), { maxLength: 4 })
        .chain((again) =>
          fc.shuffledSubarray([...all, ...again.map((index) => all[index]!)], { minLength: all.length + again.length }),
        ),
    ),
  );
  await fc.assert(
    fc.asyncProperty(deliveries, async ([once, again]) => {
      expect(await endOf(again)).toEqual(await endOf(once));
    }),
    { numRuns: 60 },
  );
});

/** Everything that is left of these deliveries, without what every run makes anew: ids, times of rows, random tokens. */
async function endOf(deliveries: readonly Delivery[]): Promise<unknown> {
  d = deployment();
  for (const image of ['a', 'b']) pictures.set(`https://img.clerk.com/${image}`, { bytes: png(8, 8) });
  await person(d, 'ada');
  for (const delivery of deliveries) expect(await deliver(d, delivery)).toBe(204);
  await pass();
  const views = await Promise.all(
    [d.as('user_eve'), d.as('user_ada')].map((caller) => caller.query(api.profile.get, { handle: 'ada' })),
  );
  const rows = await d.t.run(async (ctx) => ({
    accounts: await ctx.db.query('accounts').collect(),
    clerkUsers: (await ctx.db.query('clerkUsers').collect()).sort((a, b) => a.subject.localeCompare(b.subject)),
    photos: await ctx.db.query('profilePhotos').collect(),
    profiles: await ctx.db.query('profiles').collect(),
    snapshots: await ctx.db.query('users').collect(),
    erasures: await ctx.db.query('erasures').collect(),
    files: (await ctx.db.system.query('_storage').collect()).length,
  }));
  return JSON.parse(JSON.stringify({ views, rows }), (name, value: unknown) => {
    if (/^(_id|_creationTime|.*Id|tokens|file|avatarUrl|finishedAt|erased)$/.test(name)) return undefined;
    return value;
  });
}
