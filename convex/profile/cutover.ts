/** Work of the cutover that runs by schedule: comparisons of shadow reads, and the walks of phases. */
import { readCohorts } from '@gigsy/schema';
import { v } from 'convex/values';
import { internalMutation } from '../_generated/server.js';
import { compareReads } from '../model/profile/shadow.js';
import { compareAgain as compareCohortsAgain, walkPage } from '../model/profile/walk.js';

/** Compares the two reads of a profile that has just been written. */
export const compare = internalMutation({
  args: { profile: v.id('profiles') },
  returns: v.null(),
  handler: async (ctx, { profile }) => {
    await compareReads(ctx, profile);
    return null;
  },
});

/** Goes through one page of a cohort's walk, and goes on by itself. */
export const walk = internalMutation({
  args: { cohort: v.union(...readCohorts.map((cohort) => v.literal(cohort))), round: v.number() },
  returns: v.null(),
  handler: async (ctx, { cohort, round }) => {
    await walkPage(ctx, cohort, round);
    return null;
  },
});

/** Compares all shadow reads again: repairs and restores of backups are no writes of profiles. */
export const compareAgain = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx) => {
    await compareCohortsAgain(ctx);
    return null;
  },
});
