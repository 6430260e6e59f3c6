/** News from Clerk about its users: the webhook, and the walk through users from before the webhook was set. */
import { verifyWebhook } from '@clerk/backend/webhooks';
import { routes } from '@gigsy/schema';
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import { type ActionCtx, internalAction } from '../_generated/server.js';
import { emptyResponse, problemResponse } from '../model/contract/problem.js';
import { auditedMutation } from '../model/door/audit.js';
import { implementRoute, refuseMethods } from '../model/door/route.js';
import { USER_PAGE, usersFrom } from '../model/profile/clerkApi.js';
import { clerkUserIn, deletedSubjectIn } from '../model/profile/clerkFacts.js';
import { followClerkDeletion, followClerkUser } from '../model/profile/writeClerkUser.js';
import { clerkFacts } from '../tables/profile.js';

/** Largest delivery, in characters. Clerk's metadata of a user weigh 24 kB at most. */
const MAX_DELIVERY = 256 * 1024;

/**
 * `POST /v1/clerk`: a delivery of Clerk's webhook. The signature covers id, time and body; a time more than five minutes off
 * is refused. Clerk sends a delivery again unless the answer is 2xx, so one that tells nothing of a user is taken too.
 */
export const receive = implementRoute(routes.profile.clerk, async (ctx, request) => {
  const signingSecret = process.env.CLERK_WEBHOOK_SIGNING_SECRET;
  if (!signingSecret)
    return problemResponse(
      'not_configured',
      'This deployment takes no deliveries: its operator has not set CLERK_WEBHOOK_SIGNING_SECRET.',
    );
  const body = await request.text();
  if (body.length > MAX_DELIVERY) return problemResponse('too_large', 'A delivery has at most 256 KiB.');
  const delivery = await verified(request, body, signingSecret);
  if (!delivery) return problemResponse('unauthenticated', 'The delivery is not signed by Clerk, or is not of now.');
  await take(ctx, delivery);
  return emptyResponse(204);
});

const { refuseGetClerk, refusePutClerk, refusePatchClerk, refuseDeleteClerk } = routes.profile;

export const refusals = refuseMethods(
  [refuseGetClerk, refusePutClerk, refusePatchClerk, refuseDeleteClerk],
  'POST',
  "This address takes POST alone, from Clerk's webhook.",
);

/** All refusals look the same: the reason would help only somebody who forges deliveries. */
async function verified(
  { url, headers }: Request,
  body: string,
  signingSecret: string,
): Promise<{ type: string; data: unknown } | null> {
  try {
    return await verifyWebhook(new Request(url, { method: 'POST', headers, body }), { signingSecret });
  } catch {
    return null;
  }
}

async function take(ctx: ActionCtx, { type, data }: { type: string; data: unknown }): Promise<void> {
  if (type === 'user.deleted') {
    const subject = deletedSubjectIn(data);
    if (subject !== null) await ctx.runMutation(internal.profile.clerk.followDeletion, { subject });
  } else if (type === 'user.created' || type === 'user.updated') {
    const user = clerkUserIn(data);
    if (user) await ctx.runMutation(internal.profile.clerk.follow, { user });
  }
}

const clerkUser = v.object({ subject: v.string(), updatedAt: v.number(), facts: clerkFacts });

export const follow = auditedMutation(
  { action: 'profile.clerk.follow', subject: 'account', args: { user: clerkUser }, returns: v.null() },
  async (ctx, { user }) => {
    const account = await followClerkUser(ctx, user);
    return { answer: null, audit: account && { subject: account, changed: ['photo'] } };
  },
);

export const followDeletion = auditedMutation(
  { action: 'profile.clerk.followDeletion', subject: 'account', args: { subject: v.string() }, returns: v.null() },
  async (ctx, { subject }) => {
    const account = await followClerkDeletion(ctx, subject);
    return { answer: null, audit: account && { subject: account, changed: ['status'] } };
  },
);

/**
 * Takes over the users that Clerk had before its webhook was set, a page a run. An operator starts it once; it goes on by
 * itself, and a second run changes nothing. The webhook may be in use meanwhile. Users who are deleted meanwhile move others
 * to pages that are done: a second run finds those.
 */
export const backfill = internalAction({
  args: { offset: v.optional(v.number()) },
  returns: v.null(),
  handler: async (ctx, { offset = 0 }): Promise<null> => {
    const users = await usersFrom(offset);
    for (const data of users) await take(ctx, { type: 'user.updated', data });
    if (users.length === USER_PAGE)
      await ctx.scheduler.runAfter(0, internal.profile.clerk.backfill, { offset: offset + USER_PAGE });
    return null;
  },
});
