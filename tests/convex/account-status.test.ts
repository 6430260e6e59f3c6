/** Suspension, deactivation and restoring: their effects, and the traces that they leave. */
import { beforeEach, describe, expect, test } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { SITE, deployment, key, person, refusalOf, type Caller, type Deployment } from './deployment.ts';
import { ORIGIN, asViewer, linked, partnerOf, session } from './partner.ts';

type Status = 'active' | 'suspended' | 'deactivated';
let d: Deployment;
let ada: Caller;
beforeEach(async () => {
  d = deployment();
  ada = await person(d, 'ada', { role: 'mentor', sections: { about: { text: 'Public' } } });
});

const setStatus = (status: Status, subject = 'user_ada') =>
  d.t.mutation(internal.profile.accounts.setStatus, { subject, status });

/** Every answer about a handle to everybody except the owner, without the handle itself. */
async function everySight(doors: Record<string, Caller>, publishable: string, handle: string): Promise<string> {
  const answers: unknown[] = [];
  for (const caller of Object.values(doors)) answers.push(await caller.query(api.profile.get, { handle }));
  const oembed = `/v1/oembed?url=${encodeURIComponent(`${SITE}/v1/embed/${handle}`)}`;
  for (const path of [
    `/v1/profiles/${handle}`,
    `/v1/profiles/${handle}?key=${publishable}`,
    `/v1/embed/${handle}`,
    oembed,
  ]) {
    for (const more of [{}, { 'If-None-Match': '*' }] as Record<string, string>[]) {
      const response = await d.t.fetch(path, { headers: { Origin: ORIGIN, ...more } });
      answers.push(response.status, [...response.headers].sort(), await response.text());
    }
  }
  return JSON.stringify(answers).replaceAll(handle, '{handle}');
}

describe.each(['suspended', 'deactivated'] as const)('a %s account', (status) => {
  test('has a profile that looks by every door as if it had never been, and comes back as it was', async () => {
    await person(d, 'eve');
    const partner = await partnerOf(d);
    const { secret } = await partner.issue('secret');
    const { name: publishable } = await partner.issue('publishable');
    await linked(partner, secret, d.as('user_eve'), 'u-eve');
    const doors = {
      anonymous: d.t as never,
      member: d.as('user_eve'),
      newcomer: d.as('user_new'),
      owner: d.as('user_ada'),
      viewer: asViewer(d, await session(partner, secret, { user: 'u-eve' })),
      organisation: asViewer(d, await session(partner, secret, 'organisation')),
    };
    const [before, nobody] = [
      await everySight(doors, publishable, 'ada'),
      await everySight(doors, publishable, 'nobody'),
    ];
    expect(before).not.toBe(nobody);
    await setStatus(status);
    expect(await everySight(doors, publishable, 'ada')).toBe(nobody);
    await setStatus('active');
    expect(await everySight(doors, publishable, 'ada')).toBe(before);
  });

  test('can neither read its own, nor write, nor have an earlier answer again', async () => {
    const request = { changes: { about: { text: 'More' } }, expected: { about: 1 }, idempotencyKey: key() };
    await ada.mutation(api.profile.update, request);
    await setStatus(status);
    const calls = [
      ada.mutation(api.profile.update, request),
      ada.mutation(api.profile.update, { ...request, idempotencyKey: key(), expected: { about: 2 } }),
      ada.mutation(api.privacy.update, { changes: { about: 'owner' }, expected: 1, idempotencyKey: key() }),
      ada.mutation(api.profile.create, {
        handle: 'other',
        role: 'student',
        sections: { identity: { displayName: 'O' } },
        idempotencyKey: key(),
      }),
      ada.query(api.profile.mine, {}),
      ada.query(api.privacy.get, {}),
      ada.query(api.operations.links.list, {}),
    ];
    expect(new Set(await Promise.all(calls.map(async (call) => (await refusalOf(call)).code)))).toEqual(
      new Set(['forbidden']),
    );
    await setStatus('active');
    expect((await ada.query(api.profile.mine, {}))!.versions.about).toBe(2);
  });

  test("is not a partner's viewer, whether named before or after", async () => {
    const partner = await partnerOf(d);
    const { secret } = await partner.issue('secret');
    await linked(partner, secret, ada, 'u-ada');
    const before = asViewer(d, await session(partner, secret, { user: 'u-ada' }));
    await setStatus(status);
    expect((await refusalOf(before.query(api.profile.mine, {}))).code).toBe('unauthenticated');
    const mint = async (user: string) =>
      (await partner.post('/v1/embed-sessions', secret, { viewer: { user } })).text();
    expect(await mint('u-ada')).toBe(await mint('u-nobody'));
  });

  test('keeps its handle, and gets no view back by changes of an operator', async () => {
    await setStatus(status);
    await d.t.mutation(internal.profile.accounts.grantRole, { subject: 'user_ada', role: 'student' });
    await d.t.mutation(internal.privacy.views.refresh, {});
    expect(await d.t.run((ctx) => ctx.db.query('viewRefreshes').collect())).toMatchObject([{ reached: null }]);
    expect(await d.t.query(api.profile.get, { handle: 'ada' })).toBeNull();
    expect(await d.t.run((ctx) => ctx.db.query('profileViews').collect())).toEqual([]);
    expect(
      (
        await refusalOf(
          d.as('user_new').mutation(api.profile.create, {
            handle: 'ada',
            role: 'student',
            sections: { identity: { displayName: 'N' } },
            idempotencyKey: key(),
          }),
        )
      ).code,
    ).toBe('handle_unavailable');
  });
});

test('each change leaves an event and an audit row, a change to the current status leaves none', async () => {
  for (const status of ['suspended', 'suspended', 'deactivated', 'active'] as const) await setStatus(status);
  const [events, audit] = await d.t.run(
    async (ctx) => [await ctx.db.query('events').collect(), await ctx.db.query('auditLog').collect()] as const,
  );
  expect(events.map(({ type }) => type)).toEqual([
    'profile.published',
    'profile.created',
    'profile.unpublished',
    'account.suspended',
    'account.deactivated',
    'profile.published',
    'account.restored',
  ]);
  const rows = audit.filter(({ action }) => action === 'profile.accounts.setStatus');
  expect(rows).toHaveLength(3);
  expect(rows[0]).toMatchObject({
    actor: null,
    subject: { kind: 'account', id: audit[0]!.actor },
    changed: ['status'],
  });
});

test('an account without a profile has a status too; a person without an account has none', async () => {
  await d.t.mutation(internal.profile.accounts.grantRole, { subject: 'user_mod', role: 'moderator' });
  await setStatus('suspended', 'user_mod');
  expect((await refusalOf(d.as('user_mod').query(api.profile.mine, {}))).code).toBe('forbidden');
  expect((await refusalOf(setStatus('suspended', 'user_nobody'))).code).toBe('not_found');
});
