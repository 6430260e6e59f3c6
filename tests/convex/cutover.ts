/** A deployment whose profile reads move by cohort, for tests that move them, write around the write path, and look. */
import { type Snapshot, type ReadCohort, type ReadPhase, readPhases, upcastProfile } from '@gigsy/schema';
import { afterEach, beforeEach, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import type { Doc } from '../../convex/_generated/dataModel.js';
import { hashesOf } from '../../convex/model/profile/hashes.js';
import { type Caller, type Deployment, deployment, key, person } from './deployment.ts';

export let d: Deployment;
export let admin: Caller;

/** Each test of the file gets a deployment of its own, with an administrator and a clock that stands. */
export function eachWithDeployment(): void {
  beforeEach(async () => {
    vi.useFakeTimers();
    d = deployment();
    await d.t.mutation(internal.profile.accounts.grantRole, { subject: 'user_root', role: 'admin' });
    admin = d.as('user_root');
  });
  afterEach(() => {
    vi.useRealTimers();
  });
}

/** Runs all scheduled work. */
export const settled = () => d.t.finishAllScheduledFunctions(vi.runAllTimers);

export async function statusOf(cohort: ReadCohort) {
  const { drift, cohorts } = await admin.query(api.operations.cutover.status, {});
  return { drift, ...cohorts.find((each) => each.cohort === cohort)! };
}

export async function move(cohort: ReadCohort, to: ReadPhase): Promise<unknown> {
  const { phase } = await statusOf(cohort);
  const answer = await admin.mutation(api.operations.cutover.move, {
    cohort,
    to,
    expected: phase,
    idempotencyKey: key(),
  });
  await settled();
  return answer;
}

/** Moves a cohort forward, step by step. */
export async function reach(cohort: ReadCohort, phase: ReadPhase): Promise<void> {
  for (const step of readPhases.slice(1, readPhases.indexOf(phase) + 1)) await move(cohort, step);
}

/** A person of the cohort `staff`. */
export async function moderator(handle: string, sections: object = {}): Promise<Caller> {
  const caller = await person(d, handle, { sections });
  await d.t.mutation(internal.profile.accounts.grantRole, { subject: `user_${handle}`, role: 'moderator' });
  return caller;
}

/** Writes around the one way to write: another name in the snapshot, which keeps its right hash, or in the row. */
export async function forge(handle: string, where: 'snapshot' | 'rows', displayName: string): Promise<void> {
  await d.t.run(async (ctx) => {
    const row = (await ctx.db.query('profiles').collect()).find((each) => each.handle === handle)!;
    if (where === 'rows') return ctx.db.patch('profiles', row._id, { identity: { ...row.identity, displayName } });
    const profile = (await ctx.db.get('users', row.userId))!.profile as Snapshot;
    const forged = { ...profile, sections: { ...profile.sections, identity: { displayName } } };
    return ctx.db.patch('users', row.userId, { profile: forged, hashes: await hashesOf(upcastProfile(forged)) });
  });
}

export const nameOf = async (caller: Caller) =>
  (await caller.query(api.profile.mine, {}))!.sections.identity.displayName;

export async function rename(caller: Caller, displayName: string): Promise<void> {
  const { versions } = (await caller.query(api.profile.mine, {}))!;
  await caller.mutation(api.profile.update, {
    changes: { identity: { displayName } },
    expected: { identity: versions.identity },
    idempotencyKey: key(),
  });
}

export const snapshots = () =>
  d.t.run(async (ctx) => (await ctx.db.query('users').collect()).map(({ profile }) => profile ?? null));
export const rowsOf = <T extends 'readDifferences' | 'driftFindings'>(table: T): Promise<Doc<T>[]> =>
  d.t.run((ctx) => ctx.db.query(table).collect()) as Promise<Doc<T>[]>;
