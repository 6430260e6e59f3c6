'use node';
/** The actions that post to webhooks. Node, because they must say which address a connection goes to. */
import { randomHex, signWebhook, traceparentOf } from '@gigsy/schema';
import { v } from 'convex/values';
import { internal } from '../../_generated/api.js';
import { internalAction } from '../../_generated/server.js';
import { type Posted, post } from './post.js';

/** Longest that one run goes on before another takes its place: an action ends after ten minutes. */
const RUN_MS = 5 * 60_000;

const args = { webhook: v.id('webhooks') };

/** Attempts what is due, until nothing is. One webhook's receiver keeps no other waiting: each has runs of its own. */
export const run = internalAction({
  args,
  returns: v.null(),
  handler: async (ctx, { webhook }): Promise<null> => {
    const until = Date.now() + RUN_MS;
    while (Date.now() < until) {
      const receiver = await ctx.runQuery(internal.events.deliveries.receiverOf, { webhook });
      const due = receiver ? await ctx.runMutation(internal.events.deliveries.claim, { webhook }) : [];
      if (!receiver || due.length === 0) return null;
      await Promise.all(
        due.map(async ({ delivery, id, body, span }) => {
          const traceparent = span?.told ? traceparentOf(span) : undefined;
          const request = await signed(receiver.secrets, { id, body, traceparent });
          const { fault, status, waitMs } = await post(receiver, request);
          const outcome = { delivery, fault, status, waitMs };
          await ctx.runMutation(internal.events.deliveries.settle, { ...outcome, ...(span && { span }) });
        }),
      );
    }
    await ctx.scheduler.runAfter(0, internal.events.node.deliver.run, { webhook });
    return null;
  },
});

/**
 * Posts a challenge. A receiver that wants deliveries answers it with the same text, which one that does not know of them
 * would not.
 */
export const challenge = internalAction({
  args,
  returns: v.null(),
  handler: async (ctx, { webhook }): Promise<null> => {
    const receiver = await ctx.runQuery(internal.events.deliveries.receiverOf, { webhook });
    if (!receiver) return null;
    const text = randomHex(16);
    const body = JSON.stringify({ type: 'webhook.challenge', challenge: text });
    const posted = await post(receiver, await signed(receiver.secrets, { id: `challenge_${randomHex(8)}`, body }));
    const fault = posted.fault ?? (answers(posted, text) ? null : 'wrong_answer');
    await ctx.runMutation(internal.events.deliveries.verified, { webhook, fault });
    return null;
  },
});

function answers({ body }: Posted, challenge: string): boolean {
  try {
    return (JSON.parse(body) as { challenge?: unknown } | null)?.challenge === challenge;
  } catch {
    return false;
  }
}

/** The request with the headers of Standard Webhooks: a signature by each secret that is in force. */
async function signed(
  secrets: readonly string[],
  { id, body, traceparent }: { id: string; body: string; traceparent?: string | undefined },
) {
  const timestamp = Math.floor(Date.now() / 1000);
  const signatures = await Promise.all(secrets.map((secret) => signWebhook(secret, { id, timestamp, body })));
  return {
    body,
    headers: {
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signatures.join(' '),
      ...(traceparent !== undefined && { traceparent }),
    },
  };
}
