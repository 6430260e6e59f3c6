'use node';
/** The action that posts alerts to the receiver in the deployment's settings. */
import { driftPlaces } from '@gigsy/schema';
import { v } from 'convex/values';
import { internal } from '../../_generated/api.js';
import { internalAction } from '../../_generated/server.js';
import { logLine } from '../../model/operations/logLine.js';
import { alertAddress } from '../../model/profile/alarms.js';
import { postJson } from './post.js';

/** Milliseconds before each further attempt. After the last one, the next run of reconciliation sends the alert again. */
const RETRY_AFTER = [60_000, 600_000];

/** Posts the latest alert of a place, and notes it as taken once the receiver has answered with a status from 200 to 299. */
export const send = internalAction({
  args: { where: v.union(...driftPlaces.map((place) => v.literal(place))), attempt: v.number() },
  returns: v.null(),
  handler: async (ctx, { where, attempt }): Promise<null> => {
    const receiver = alertAddress();
    const alert = receiver && (await ctx.runQuery(internal.profile.reconciliation.waiting, { where }));
    if (!receiver || !alert) return null;
    const fault = await postJson(receiver.url, { routing_key: receiver.routingKey, ...alert.event });
    if (fault === undefined) {
      await ctx.runMutation(internal.profile.reconciliation.sent, { where, revision: alert.revision });
      return null;
    }
    logLine('error', 'alert.not_taken', { where, attempt, fault });
    const delay = RETRY_AFTER[attempt - 1];
    if (delay !== undefined)
      await ctx.scheduler.runAfter(delay, internal.profile.node.alerts.send, { where, attempt: attempt + 1 });
    return null;
  },
});
