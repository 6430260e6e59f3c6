/** Drift between the copies of profiles: what administrators read and start, and the jobs that repair. */
import { MAX_FINDINGS, contract } from '@gigsy/schema';
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import { refusal } from '../model/contract/errors.js';
import { memberAccount } from '../model/contract/principal.js';
import { auditedMutation } from '../model/door/audit.js';
import { implementMutation, implementQuery } from '../model/door/implement.js';
import { driftStatus, driftedProfile, openFindingsAfter, openDrift } from '../model/profile/drift.js';
import { repairProfile } from '../model/profile/writeRepair.js';
import { readModels } from '../model/readModels.js';

export const status = implementQuery(contract.profile.drift.status, (ctx) => driftStatus(ctx));

export const repair = implementMutation(
  contract.profile.drift.repair,
  async (ctx, { principal, args: { profile } }) => {
    const account = memberAccount(principal);
    if (profile !== undefined) {
      const named = await driftedProfile(ctx, profile);
      if (!named) throw refusal('not_found', 'No profile with an open finding has this id.');
      await ctx.scheduler.runAfter(0, internal.profile.drift.repairOne, { profile: named });
      return { answer: { open: 1 }, audit: { subject: account._id, changed: ['drift'] } };
    }
    const open = await openDrift(ctx, MAX_FINDINGS);
    if (open > 0) await ctx.scheduler.runAfter(0, internal.profile.drift.repairNext, { after: 0 });
    return {
      answer: { open },
      audit: { subject: account._id, changed: ['drift'] },
    };
  },
);

const repaired = { action: 'profile.drift.repair', subject: 'profile', returns: v.null() } as const;

/** Repairs one profile. */
export const repairOne = auditedMutation(
  { ...repaired, args: { profile: v.id('profiles') } },
  async (ctx, { profile }) => {
    const changed = await repairProfile(ctx, profile, readModels);
    return { answer: null, audit: changed.length > 0 ? { subject: profile, changed } : null };
  },
);

/** Repairs the profile with the oldest finding after `after`, and has the next one repaired: one profile a transaction. */
export const repairNext = auditedMutation({ ...repaired, args: { after: v.number() } }, async (ctx, { after }) => {
  const [finding] = await openFindingsAfter(ctx, after, 1);
  if (!finding) return { answer: null, audit: null };
  const changed = await repairProfile(ctx, finding.profileId, readModels);
  await ctx.scheduler.runAfter(0, internal.profile.drift.repairNext, { after: finding._creationTime });
  return { answer: null, audit: { subject: finding.profileId, changed } };
});
