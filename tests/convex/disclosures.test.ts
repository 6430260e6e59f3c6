/** Disclosures: what the deployment sends of people to others stands in the log that they read, from before it is sent. */
import { ACCESS_PAGE } from '@gigsy/schema';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { SECRET, deliver } from './clerk-delivery.ts';
import { type Caller, type Deployment, deployment, gitHub, key, person, pictures, scheduledRun } from './deployment.ts';
import { png } from './png.ts';

let d: Deployment;
let ada: Caller;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.UTC(2031, 4, 1) });
  vi.stubEnv('CLERK_WEBHOOK_SIGNING_SECRET', SECRET);
  d = deployment();
  ada = await person(d, 'ada');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  pictures.clear();
  gitHub.clear();
});

const list = async (caller: Caller) =>
  (await caller.query(api.privacy.disclosures.list, {})).disclosures.map(({ to, told }) => ({ to, told }));

async function consentToGitHub(): Promise<string> {
  const given = { source: 'github', notice: 1, language: 'en', idempotencyKey: key() } as const;
  return (await ada.mutation(api.privacy.consents.give, given)).consent;
}

test('a request to GitHub tells it the name of the account, and a consent that ends before sends nothing', async () => {
  const fetch = async (consent: string) =>
    ada.mutation(api.profile.imports.fetch, { consent, login: 'ada-l', idempotencyKey: key() });
  await fetch(await consentToGitHub());
  await scheduledRun(d);
  expect(await list(ada)).toEqual([{ to: 'github', told: ['imports.account'] }]);
  const consent = await consentToGitHub();
  await fetch(consent);
  await ada.mutation(api.privacy.consents.withdraw, { consent, idempotencyKey: key() });
  await scheduledRun(d);
  expect(await list(ada)).toHaveLength(1);
  expect(await list(await person(d, 'bob'))).toEqual([]);
});

test('a picture’s host learns the address of the picture, once a request', async () => {
  pictures.set('https://pictures.example/p', { bytes: png(8, 8) });
  await ada.mutation(api.profile.update, {
    changes: { identity: { displayName: 'Ada', avatarUrl: 'https://pictures.example/p' } },
    expected: { identity: 1 },
    idempotencyKey: key(),
  });
  await scheduledRun(d);
  expect(await list(ada)).toEqual([{ to: 'pictureHost', told: ['identity.avatarUrl'] }]);
});

test('the deletion of a user at Clerk leaves a row about the account before Clerk is asked', async () => {
  vi.stubEnv('CLERK_SECRET_KEY', 'sk_test_none');
  const rowsWhenAsked: unknown[] = [];
  const disclosed = () =>
    d.t.run(async (ctx) =>
      (await ctx.db.query('auditLog').collect()).flatMap((row) =>
        'disclosedTo' in row && row.disclosedTo ? [[row.subject.kind, row.disclosedTo, row.changed]] : [],
      ),
    );
  vi.stubGlobal('fetch', async () => {
    rowsWhenAsked.push(...(await disclosed()));
    return new Response('{}');
  });
  await ada.mutation(api.profile.accounts.requestDeletion, { idempotencyKey: key() });
  vi.setSystemTime(Date.now() + 31 * 24 * 3_600_000);
  await d.t.mutation(internal.profile.accounts.deletionsDue, {});
  await scheduledRun(d);
  await d.t.mutation(internal.profile.clerkDeletions.due, {});
  await scheduledRun(d);
  expect(rowsWhenAsked).toEqual([['account', 'clerk', ['account.user']]]);
});

test('an erasure that Clerk asked for tells Clerk nothing', async () => {
  vi.stubEnv('CLERK_SECRET_KEY', 'sk_test_none');
  await deliver(d, { type: 'user.deleted', data: { id: 'user_ada' } });
  await scheduledRun(d);
  await d.t.mutation(internal.profile.clerkDeletions.due, {});
  const rows = await d.t.run((ctx) => ctx.db.query('auditLog').collect());
  expect(rows.filter((row) => 'disclosedTo' in row && row.disclosedTo)).toEqual([]);
});

test('comes page by page', async () => {
  const profileId = await d.t.run(async (ctx) => (await ctx.db.query('profiles').first())!._id);
  for (let n = 0; n < ACCESS_PAGE + 2; n += 1)
    await d.t.run((ctx) =>
      ctx.db.insert('auditLog', {
        ...{ actor: null, action: 'privacy.disclosed', changed: ['imports.account'], disclosedTo: 'github' },
        subject: { kind: 'profile', id: profileId },
        commitTs: ctx.db.vars.commitTs,
      } as never),
    );
  const first = await ada.query(api.privacy.disclosures.list, {});
  const second = await ada.query(api.privacy.disclosures.list, { before: first.next! });
  expect([first.disclosures.length, second.disclosures.length, second.next]).toEqual([ACCESS_PAGE, 2, null]);
});
