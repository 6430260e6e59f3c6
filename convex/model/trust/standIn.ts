/**
 * The stand-in for a provider of identity checks, on a deployment for development: it signs events as a provider does, and sends
 * them to the deployment's own inbox.
 */
import { CLOUD_EVENT_TYPE, type StandInPlay, randomHex, routes, schemaAddress, signWebhook } from '@gigsy/schema';
import { internal } from '../../_generated/api.js';
import type { Id } from '../../_generated/dataModel.js';
import type { ActionCtx, MutationCtx } from '../../_generated/server.js';
import { activeSources, registerSource } from '../events/sources.js';
import { ownerOf } from './owner.js';
import { type SessionRow, isWaiting } from './sessions.js';

/** The address under which the stand-in is registered as a source. RFC 6761: names below .invalid belong to nobody. */
export const STAND_IN = 'https://stand-in.invalid';

const TYPES = {
  pass: ['identity.verified'],
  fail: ['identity.failed'],
  lapse: ['identity.lapsed'],
  repeat: ['identity.verified', 'identity.verified'],
} as const satisfies Record<StandInPlay, readonly string[]>;

/** Has the stand-in play. It is registered as a source when it plays for the first time. */
export async function schedulePlay(ctx: MutationCtx, { _id: session }: SessionRow, play: StandInPlay): Promise<void> {
  if (!(await standInSource(ctx))) await registerSource(ctx, { label: 'Stand-in', address: STAND_IN });
  await ctx.scheduler.runAfter(0, internal.trust.node.standIn.run, { session, play });
}

async function standInSource(ctx: MutationCtx) {
  return (await activeSources(ctx)).find(({ address }) => address === STAND_IN);
}

/** The content that the stand-in signs and sends. The address holds the name of its source. */
export interface Delivery {
  path: string;
  secret: string;
  subject: string;
  check: string;
}

/** Null for a check that does not wait any more. */
export async function deliveryOf(ctx: MutationCtx, session: Id<'trustSessions'>): Promise<Delivery | null> {
  const [row, source] = [await ctx.db.get('trustSessions', session), await standInSource(ctx)];
  const owner = row && (await ownerOf(ctx, row));
  const secret = source?.secrets[0]?.secret;
  if (!row || !owner || !source || secret === undefined || !isWaiting(row)) return null;
  const path = `${routes.events.receive.path}?source=${source.name}`;
  return { path, secret, subject: `handle:${owner.handle}`, check: row.reference };
}

/** Plays in an action; `post` sends one request to the deployment's own site. */
export async function playStandIn(
  ctx: ActionCtx,
  { session, play }: { session: Id<'trustSessions'>; play: StandInPlay },
  post: (path: string, request: { body: string; headers: Record<string, string> }) => Promise<void>,
): Promise<void> {
  const delivery = await ctx.runMutation(internal.trust.documents.deliver, { session });
  if (!delivery) return;
  const id = `stand-in-${randomHex(8)}`;
  for (const type of TYPES[play]) await post(delivery.path, await signed(delivery, id, type));
}

async function signed({ secret, subject, check }: Delivery, id: string, type: string) {
  const body = JSON.stringify({
    ...{ specversion: '1.0', id, source: STAND_IN, type, subject },
    dataschema: schemaAddress(process.env.CONVEX_SITE_URL!, type, 1),
    data: { check },
  });
  const timestamp = Math.floor(Date.now() / 1000);
  return {
    body,
    headers: {
      'Content-Type': CLOUD_EVENT_TYPE,
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': await signWebhook(secret, { id, timestamp, body }),
    },
  };
}
