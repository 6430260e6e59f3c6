/** The job that erases a person's data from the stores of all domains. */
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import { internalMutation } from '../_generated/server.js';
import { erasePage, unfinishedErasures } from '../model/privacy/erasure.js';
import { personOf } from '../model/profile/person.js';
import { stores } from '../model/stores.js';

/** Erases page after page, one a transaction, until nothing is left. */
export const run = internalMutation({
  args: { erasure: v.id('erasures') },
  returns: v.null(),
  handler: async (ctx, { erasure }): Promise<null> => {
    if (await erasePage(ctx, { stores, findPerson: personOf }, erasure))
      await ctx.scheduler.runAfter(0, internal.privacy.erasure.run, { erasure });
    return null;
  },
});

/** Erasures that one run of the cron goes on with. */
const RESUMED = 20;

/** Goes on with erasures that lost their next page, as after an import of a snapshot, which has no scheduled functions. */
export const resume = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx): Promise<null> => {
    for (const erasure of await unfinishedErasures(ctx, RESUMED))
      await ctx.scheduler.runAfter(0, internal.privacy.erasure.run, { erasure });
    return null;
  },
});
