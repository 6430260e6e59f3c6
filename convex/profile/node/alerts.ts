'use node';
/** The action that posts alerts to the receiver in the deployment's settings. Node, because it must say where a connection goes. */
import { driftPlaces } from '@gigsy/schema';
import { v } from 'convex/values';
import { internal } from '../../_generated/api.js';
import { internalAction } from '../../_generated/server.js';
import { logLine } from '../../model/operations/logLine.js';
import { alertAddress } from '../../model/profile/alarms.js';
import { isOnThisMachine, resolveByDns, targetOf } from './addresses.js';
import { connect, withinTime } from './connect.js';

/** Milliseconds before each further attempt. After the last one, the next run of reconciliation sends the alert again. */
const RETRY_AFTER = [60_000, 600_000];
const TIMEOUT_MS = 10_000;

/** Posts the latest alert of a place, and notes it as taken once the receiver has answered with a status from 200 to 299. */
export const send = internalAction({
  args: { where: v.union(...driftPlaces.map((place) => v.literal(place))), attempt: v.number() },
  returns: v.null(),
  handler: async (ctx, { where, attempt }): Promise<null> => {
    const receiver = alertAddress();
    const alert = receiver && (await ctx.runQuery(internal.profile.reconciliation.waiting, { where }));
    if (!receiver || !alert) return null;
    const fault = await post(receiver.url, JSON.stringify({ routing_key: receiver.routingKey, ...alert.event }));
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

/** Undefined if the receiver took the text; otherwise the reason. Redirects are not followed. */
async function post(address: string, body: string): Promise<string | undefined> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const headers = {
    'Content-Type': 'application/json',
    'Content-Length': String(new TextEncoder().encode(body).length),
  };
  try {
    // A receiver on this machine is one of a deployment for development.
    const loopback = isOnThisMachine(process.env.CONVEX_SITE_URL);
    const target = await withinTime(signal, targetOf(new URL(address), { resolve: resolveByDns, loopback }));
    if (!target) return 'address_not_allowed';
    const answer = await withinTime(signal, connect(target, { method: 'POST', headers, body }, signal));
    answer.resume();
    const status = answer.statusCode ?? 0;
    return status >= 200 && status < 300 ? undefined : `status_${status}`;
  } catch {
    return 'unreachable';
  }
}
