/** The flag `privacy.leases`: readers in its cohorts see by `profile.get` what the public sees, and open the rest. */
import { type ReadCohort, readCohorts } from '@gigsy/schema';
import { beforeEach, expect, test } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { type Caller, type Deployment, deployment, key, person, photosTaken } from './deployment.ts';
import { sections } from './leased.ts';
import { asViewer, linked, partnerOf, session } from './partner.ts';

let d: Deployment;
let ada: Caller;
let ben: Caller;
beforeEach(async () => {
  d = deployment();
  ada = await person(d, 'ada', { sections });
  ben = await person(d, 'ben');
});

const get = (caller: Caller, handle = 'ada') => caller.query(api.profile.get, { handle });
const setCohort = (cohort: ReadCohort, required: boolean) =>
  d.t.mutation(internal.privacy.leases.setCohort, { cohort, required });
const audited = async () =>
  (await d.t.run((ctx) => ctx.db.query('auditLog').collect()))
    .filter(({ action }) => action === 'privacy.leases.setCohort')
    .map(({ changed }) => changed);

test('a new deployment gives members the public view of others, and the whole of their own', async () => {
  const everybody = await get(d.t as never);
  expect(everybody).not.toHaveProperty('about');
  expect(await get(ben)).toEqual(everybody);
  expect(await get(ada)).toMatchObject({ about: sections.about, contact: sections.contact });
  await ada.mutation(api.privacy.grants.add, { to: { person: 'ben' }, idempotencyKey: key() });
  await photosTaken(d);
  expect(await get(ben)).toEqual(everybody);
});

test('a lease gives what a member read before by profile.get', async () => {
  const asked = { handle: 'ada', purpose: 'hiring', idempotencyKey: key() } as const;
  const { lease } = await ben.mutation(api.privacy.access.open, asked);
  const leased = (await ben.query(api.privacy.access.view, { lease }))!.profile;
  for (const cohort of readCohorts) await setCohort(cohort, false);
  expect(leased).toEqual(await get(ben));
  expect(leased).toMatchObject({ about: sections.about });
});

test('cohorts of readers move one by one, each change leaves one row, and a repeated one leaves none', async () => {
  await d.t.mutation(internal.profile.accounts.grantRole, { subject: 'user_root', role: 'moderator' });
  const root = d.as('user_root');
  await setCohort('staff', false);
  expect([await get(root), await get(ben)]).toMatchObject([{ about: sections.about }, {}]);
  expect(await get(ben)).not.toHaveProperty('about');
  await setCohort('staff', false);
  for (const cohort of ['pilot', 'early', 'rest'] as const) await setCohort(cohort, false);
  expect(await get(ben)).toMatchObject({ about: sections.about });
  for (const cohort of readCohorts) await setCohort(cohort, true);
  expect([await get(root), await get(ben)].some((view) => view && 'about' in view)).toBe(false);
  expect(await audited()).toEqual([...['staff', 'pilot', 'early', 'rest'], ...readCohorts].map((cohort) => [cohort]));
});

test('a partner’s session shows what it was opened for, without leases', async () => {
  const partner = await partnerOf(d);
  const { secret } = await partner.issue('secret');
  await linked(partner, secret, ben, 'u-ben');
  const shown = asViewer(d, await session(partner, secret, { user: 'u-ben' }, ['ada']));
  const other = asViewer(d, await session(partner, secret, { user: 'u-ben' }));
  expect(await get(shown)).toMatchObject({ about: sections.about });
  expect(await get(other)).toEqual(await get(d.t as never));
});
