/** Partners' webhooks: entered, verified, signed for and ended. */
import { MAX_ALL_WEBHOOKS, MAX_WEBHOOKS, type DeliveryFault, type Webhook, newWebhookSecret } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { refusal } from '../contract/errors.js';
import { isThisMachine } from '../operations/machine.js';

type Row = Doc<'webhooks'>;
export type Sender = Doc<'webhookSenders'>;

/** Throws if there is no such webhook, for any `id`. */
export async function namedWebhook(ctx: QueryCtx | MutationCtx, id: string): Promise<Row> {
  const known = ctx.db.normalizeId('webhooks', id);
  const row = known && (await ctx.db.get('webhooks', known));
  if (row) return row;
  throw refusal('not_found', 'There is no such webhook.');
}

/** Throws unless the webhook gets deliveries. */
export function refuseInactive({ state }: Row): void {
  if (state === 'active') return;
  throw refusal('not_ready', 'Nothing is sent to this webhook: verify it first.', {
    fields: [{ path: 'webhook', code: 'invalid', message: 'is not verified' }],
  });
}

/** True if the deployment lets webhooks lead to this machine: on one for development alone. */
export function allowsLoopback(): boolean {
  const { GIGSY_WEBHOOK_LOOPBACK, CONVEX_SITE_URL = '' } = process.env;
  return GIGSY_WEBHOOK_LOOPBACK === 'on' && isThisMachine(CONVEX_SITE_URL);
}

/**
 * Enters an address. Throws for one that can be told to be private by its text; the addresses behind a name are checked at
 * each connection.
 */
export async function insertWebhook(ctx: MutationCtx, partnerId: Id<'partners'>, url: string): Promise<Row> {
  refusePrivate(url);
  const own = await webhooksOf(ctx, partnerId);
  const all = await allWebhooks(ctx);
  if (own.length >= MAX_WEBHOOKS || all.length >= MAX_ALL_WEBHOOKS)
    throw refusal('too_large', `A partner may have ${MAX_WEBHOOKS} webhooks, all partners ${MAX_ALL_WEBHOOKS}.`);
  const secrets = [{ secret: newWebhookSecret() }];
  const id = await ctx.db.insert('webhooks', { partnerId, url, state: 'pending', secrets });
  await ctx.db.insert('webhookSenders', { webhookId: id, failures: 0 });
  return (await ctx.db.get('webhooks', id))!;
}

/** A number in place of a name is refused too: certificates are for names. */
const NO_PUBLIC_NAME = /^(\[|[\d.]+$)|(^|\.)(localhost|local|internal|home\.arpa|onion)\.?$/;

function refusePrivate(url: string): void {
  const { hostname, port, protocol } = new URL(url);
  if (allowsLoopback() && isThisMachine(url)) return;
  if (protocol === 'https:' && port === '' && hostname.includes('.') && !NO_PUBLIC_NAME.test(hostname)) return;
  throw refusal('invalid_argument', 'Refused: the deployment may not post there.', {
    fields: [
      {
        path: 'url',
        code: 'invalid_format',
        message: 'must be an https:// address of a public host name, without a port',
      },
    ],
  });
}

export function webhooksOf(ctx: QueryCtx | MutationCtx, partnerId: Id<'partners'>): Promise<Row[]> {
  return ctx.db
    .query('webhooks')
    .withIndex('by_partner', (range) => range.eq('partnerId', partnerId))
    .take(MAX_WEBHOOKS);
}

/** Those of all partners, oldest first. */
export function allWebhooks(ctx: QueryCtx | MutationCtx): Promise<Row[]> {
  return ctx.db.query('webhooks').take(MAX_ALL_WEBHOOKS);
}

export async function senderOf(ctx: QueryCtx | MutationCtx, webhookId: Id<'webhooks'>): Promise<Sender | null> {
  return ctx.db
    .query('webhookSenders')
    .withIndex('by_webhook', (range) => range.eq('webhookId', webhookId))
    .unique();
}

/** The senders of all webhooks. */
export function allSenders(ctx: MutationCtx): Promise<Sender[]> {
  return ctx.db.query('webhookSenders').take(MAX_ALL_WEBHOOKS);
}

/** The new secret. The old one signs beside it for some more milliseconds; an older one no longer. */
export async function rotateSecret(ctx: MutationCtx, { _id, secrets }: Row, graceMs: number): Promise<string> {
  const secret = newWebhookSecret();
  const old = graceMs > 0 ? [{ secret: secrets[0]!.secret, endsAt: Date.now() + graceMs }] : [];
  await ctx.db.patch('webhooks', _id, { secrets: [{ secret }, ...old] });
  return secret;
}

/** The secrets that sign now. */
export function secretsInForce({ secrets }: Row): string[] {
  return secrets.filter(({ endsAt = Infinity }) => endsAt > Date.now()).map(({ secret }) => secret);
}

/** The outcome of a challenge. A webhook that was disabled gets what waits for it. */
export async function noteVerified(
  ctx: MutationCtx,
  id: Id<'webhooks'>,
  fault: DeliveryFault | null,
): Promise<boolean> {
  const [row, sender] = [await ctx.db.get('webhooks', id), await senderOf(ctx, id)];
  if (!row || !sender) return false;
  const isActive = fault === null || row.state === 'active';
  if (fault === null) await ctx.db.patch('webhooks', id, { state: 'active' });
  await ctx.db.patch('webhookSenders', sender._id, {
    fault: fault ?? undefined,
    ...(fault === null && { failures: 0, pausedUntil: undefined }),
  });
  return isActive;
}

/** Ends the webhook. Its deliveries are deleted by a job. */
export async function deleteWebhook(ctx: MutationCtx, { _id }: Row): Promise<void> {
  const sender = await senderOf(ctx, _id);
  if (sender) await ctx.db.delete('webhookSenders', sender._id);
  await ctx.db.delete('webhooks', _id);
}

/** A webhook as its contract shows it. */
export async function webhookShown(ctx: QueryCtx | MutationCtx, row: Row): Promise<Webhook> {
  const { failures = 0, fault = null, pausedUntil = null } = (await senderOf(ctx, row._id)) ?? {};
  const { _id: webhook, partnerId: partner, url, state, _creationTime: createdAt } = row;
  const [queued, waiting, dead] = [
    await oldestIn(ctx, webhook, 'queued'),
    await oldestIn(ctx, webhook, 'waiting'),
    await oldestIn(ctx, webhook, 'dead'),
  ];
  const unsent = [queued, waiting].filter((at) => at !== null);
  const oldest = unsent.length > 0 ? Math.min(...unsent) : null;
  return { webhook, partner, url, state, createdAt, failures, fault, pausedUntil, oldest, dead: dead !== null };
}

/** When the oldest delivery in this state was made; null if there is none. */
async function oldestIn(
  ctx: QueryCtx | MutationCtx,
  webhookId: Id<'webhooks'>,
  state: Doc<'webhookDeliveries'>['state'],
): Promise<number | null> {
  const first = await ctx.db
    .query('webhookDeliveries')
    .withIndex('by_state', (range) => range.eq('webhookId', webhookId).eq('state', state))
    .first();
  return first && first._creationTime;
}
