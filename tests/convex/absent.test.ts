/**
 * People who are hidden, deactivated, suspended or deleted look as if they had never been: every function and route gives the
 * same answer as for a handle of nobody, after reads of the same index ranges. tests/local/absent.test.ts compares whole answers of a
 * running deployment.
 */
import { sharedAudiences } from '@gigsy/schema';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { SECRET, deliver } from './clerk-delivery.ts';
import { key, person, photosTaken, pictures, type Caller } from './deployment.ts';
import { withoutLaterWork } from './later-work.ts';
import { everythingSeen, told, world, type World } from './probe.ts';

beforeEach(() => {
  // One moment for all worlds: rows are as old, limits as full.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2031, 4, 1) });
  withoutLaterWork();
  vi.stubEnv('CLERK_WEBHOOK_SIGNING_SECRET', SECRET);
  pictures.clear();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const absences: Record<string, (at: World, owner: Caller) => Promise<unknown>> = {
  hidden: (_, owner) =>
    owner.mutation(api.privacy.update, { changes: { profile: 'owner' }, expected: 1, idempotencyKey: key() }),
  deactivated: (_, owner) => owner.mutation(api.profile.accounts.deactivate, { idempotencyKey: key() }),
  suspended: ({ d }) => d.t.mutation(internal.profile.accounts.setStatus, { subject: 'user_ada', status: 'suspended' }),
  deleted: async ({ d }) => {
    await deliver(d, { type: 'user.deleted', data: { id: 'user_ada', deleted: true } });
    // The first page of the job that erases.
    await photosTaken(d);
  },
};

/** Functions that tell that a handle cannot be had: the closed list of docs/privacy.md. */
const except = new Set(['profile.create', 'profile.changeHandle', ...told]);

test.each(sharedAudiences.flatMap((audience) => Object.keys(absences).map((absence) => [absence, audience] as const)))(
  'a person who is %s, to %s viewers',
  async (absence, audience) => {
    const [there, without] = [await world(), await world()];
    const sections = { skills: Array.from({ length: 50 }, (_, i) => ({ name: `Skill ${i}` })) };
    await absences[absence]!(there, await person(there.d, 'ada', { sections }));
    const about = { handle: 'ada', photos: [], etag: '"none"' };
    const never = await everythingSeen(without, audience, about, except);
    const seen = await everythingSeen(there, audience, about, except);
    expect(seen.filter((line, index) => line !== never[index])).toEqual([]);
    expect(seen).toHaveLength(never.length);
    expect(never.join()).toContain('by_handle');
  },
);
