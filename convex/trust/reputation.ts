/** The reputation index: its reads, and the functions that compute it. */
import { contract, thresholdOf } from '@gigsy/schema';
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import { internalAction, internalMutation, internalQuery } from '../_generated/server.js';
import { memberAccount } from '../model/contract/principal.js';
import { implementQuery } from '../model/door/implement.js';
import { viewFor } from '../model/privacy/reads.js';
import {
  type Thresholds,
  adoptThresholds,
  beginWhole,
  markPage,
  ownReputation,
  settleSoon,
  settleStep,
} from '../model/trust/reputation.js';
import { trustViews } from '../model/trust/views.js';

const { reputation } = contract.trust;

export const get = implementQuery(reputation.get, (ctx, { principal, args: { handle }, once }) =>
  once(handle, async () => {
    const view = await viewFor(ctx, trustViews, principal, handle);
    return view?.reputation ? { handle: view.handle, ...view.reputation } : null;
  }),
);

export const mine = implementQuery(reputation.mine, (ctx, { principal }) =>
  ownReputation(ctx, memberAccount(principal)._id),
);

const nothing = { args: {}, returns: v.null() };

/** Computes some of those who are due. It schedules itself until nobody is. */
export const settle = internalMutation({
  ...nothing,
  handler: async (ctx): Promise<null> => {
    await settleStep(ctx);
    return null;
  },
});

/** Goes on where a chain was lost. A cron starts it. */
export const resume = internalMutation({
  ...nothing,
  handler: async (ctx): Promise<null> => {
    await settleSoon(ctx);
    return null;
  },
});

/** Computes the index of all as of now. A cron starts it. */
export const begin = internalMutation({
  ...nothing,
  handler: async (ctx): Promise<null> => {
    await beginWhole(ctx);
    return null;
  },
});

/** Has everybody computed again, page by page. */
export const markAll = internalMutation({
  args: { after: v.number() },
  returns: v.null(),
  handler: async (ctx, { after }): Promise<null> => {
    const next = await markPage(ctx, after);
    if (next !== null) await ctx.scheduler.runAfter(0, internal.trust.reputation.markAll, { after: next });
    return null;
  },
});

const amounts = v.object({ trust: v.number(), perVote: v.number() });

/** Trust of some people and what a vote of theirs carries, for the thresholds. */
export const page = internalQuery({
  args: { cursor: v.union(v.string(), v.null()) },
  returns: v.object({
    rows: v.array(v.object({ public: amounts, platform: amounts })),
    cursor: v.union(v.string(), v.null()),
  }),
  handler: async (ctx, { cursor }) => {
    const read = await ctx.db.query('trustStandings').paginate({ numItems: 1000, cursor });
    const amountsOf = ({ trust, told }: { trust: number; told: number }) => ({ trust, perVote: told });
    const rows = read.page.map((row) => ({ public: amountsOf(row.public), platform: amountsOf(row.platform) }));
    return { rows, cursor: read.isDone ? null : read.continueCursor };
  },
});

/** Measures the trust from which votes count in full, over all people. */
export const measure = internalAction({
  ...nothing,
  handler: async (ctx): Promise<null> => {
    const all: { public: { trust: number; perVote: number }; platform: { trust: number; perVote: number } }[] = [];
    let cursor: string | null = null;
    do {
      const read: { rows: typeof all; cursor: string | null } = await ctx.runQuery(internal.trust.reputation.page, {
        cursor,
      });
      all.push(...read.rows);
      ({ cursor } = read);
    } while (cursor !== null);
    const measured = (audience: 'public' | 'platform') => {
      const threshold = thresholdOf(
        Float64Array.from(all, (row) => row[audience].trust),
        Float64Array.from(all, (row) => row[audience].perVote),
      );
      return Number.isFinite(threshold) && threshold > 0 ? threshold : undefined;
    };
    const [forPublic, forPlatform] = [measured('public'), measured('platform')];
    const thresholds: Thresholds = {
      ...(forPublic !== undefined && { public: forPublic }),
      ...(forPlatform !== undefined && { platform: forPlatform }),
    };
    await ctx.runMutation(internal.trust.reputation.adopt, { thresholds });
    return null;
  },
});

export const adopt = internalMutation({
  args: { thresholds: v.object({ public: v.optional(v.number()), platform: v.optional(v.number()) }) },
  returns: v.null(),
  handler: async (ctx, { thresholds }): Promise<null> => {
    await adoptThresholds(ctx, thresholds);
    return null;
  },
});
