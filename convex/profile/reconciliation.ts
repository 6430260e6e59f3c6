/**
 * The jobs of reconciliation. Crons start them, and operators may: `npx convex run profile/reconciliation:start
 * '{ "walk": "all" }'`.
 */
import { driftPlaces, driftWalks } from '@gigsy/schema';
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import { internalMutation, internalQuery } from '../_generated/server.js';
import { deliverOverdue, delivered, waitingAlert } from '../model/profile/alarms.js';
import { reconcilePage } from '../model/profile/reconcile.js';
import { takeOver } from '../model/profile/walks.js';
import { readModels } from '../model/readModels.js';

const walk = v.union(...driftWalks.map((each) => v.literal(each)));
const where = v.union(...driftPlaces.map((each) => v.literal(each)));

/** Begins a walk, or goes on with one that was interrupted, and has alerts sent again that nobody has taken. */
export const start = internalMutation({
  args: { walk },
  returns: v.null(),
  handler: async (ctx, args): Promise<null> => {
    await deliverOverdue(ctx);
    const chain = await takeOver(ctx, args.walk);
    await ctx.scheduler.runAfter(0, internal.profile.reconciliation.page, { walk: args.walk, chain });
    return null;
  },
});

/** One page of a walk, which schedules the next. */
export const page = internalMutation({
  args: { walk, chain: v.number() },
  returns: v.null(),
  handler: async (ctx, args): Promise<null> => {
    if (await reconcilePage(ctx, args.walk, args.chain, readModels))
      await ctx.scheduler.runAfter(0, internal.profile.reconciliation.page, args);
    return null;
  },
});

/** The alert of a place that is still to be sent; null if there is none. */
export const waiting = internalQuery({
  args: { where },
  returns: v.union(v.null(), v.object({ revision: v.number(), event: v.any() })),
  handler: (ctx, args) => waitingAlert(ctx, args.where),
});

/** Records that the receiver took an alert. */
export const sent = internalMutation({
  args: { where, revision: v.number() },
  returns: v.null(),
  handler: async (ctx, args): Promise<null> => {
    await delivered(ctx, args.where, args.revision);
    return null;
  },
});
