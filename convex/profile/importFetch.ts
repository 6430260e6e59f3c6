/** Requests to GitHub: what the action asks and reports, and the end of answers that are old. */
import { type FetchFault, type GitHubFound, fetchFaults, gitHubFoundSchema } from '@gigsy/schema';
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import { internalMutation } from '../_generated/server.js';
import { findConsentById } from '../model/privacy/consents.js';
import { disclosed } from '../model/privacy/disclosures.js';
import { expireFetches, failFetch, fetchWaiting, keepFound } from '../model/privacy/fetches.js';
import { purgeAgain } from '../model/privacy/purges.js';
import { convexObject } from '../tables/contract.js';

/** Arguments name the row alone, since those of scheduled functions are kept and shown to operators. */
const fetch = v.id('importFetches');

/** The account to ask for, which is disclosed from now on. Null if it is not wanted any more. */
export const begin = internalMutation({
  args: { fetch },
  returns: v.union(v.null(), v.string()),
  handler: async (ctx, args) => {
    const waiting = await fetchWaiting(ctx, args.fetch);
    const consent = waiting && (await findConsentById(ctx, waiting.consent));
    if (!consent) return null;
    await disclosed(ctx, { to: 'github', subject: { kind: 'profile', id: consent.profileId } });
    return waiting.login;
  },
});

export const keep = internalMutation({
  args: { fetch, found: convexObject<GitHubFound>(gitHubFoundSchema) },
  returns: v.null(),
  handler: async (ctx, args) => {
    await keepFound(ctx, args.fetch, args.found);
    return null;
  },
});

export const fail = internalMutation({
  args: { fetch, fault: v.union(...fetchFaults.map((fault: FetchFault) => v.literal(fault))) },
  returns: v.null(),
  handler: async (ctx, args) => {
    await failFetch(ctx, args.fetch, args.fault);
    return null;
  },
});

/** Ends the wait for an action that was lost: Convex runs an action at most once. */
export const overdue = internalMutation({
  args: { fetch },
  returns: v.null(),
  handler: async (ctx, args) => {
    await failFetch(ctx, args.fetch, 'unreachable');
    return null;
  },
});

/** Deletes answers that are older than a day. A cron starts it. */
export const expire = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx): Promise<null> =>
    purgeAgain(ctx, 'fetches', await expireFetches(ctx), internal.profile.importFetch.expire),
});
