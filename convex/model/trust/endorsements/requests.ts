/**
 * Requests for endorsements. As with asks for a relation, a row says apart whether it is open in the eyes of the one who made it,
 * and whether it waits in the eyes of the one who is asked: a decline looks as silence does.
 */
import { type EndorsedSkill, LINK_USES, MAX_REQUESTS, REQUEST_OPEN_MS, SHOWN_REQUESTS, randomHex } from '@gigsy/schema';
import { internal } from '../../../_generated/api.js';
import type { Doc, Id } from '../../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../../_generated/server.js';
import { refusal } from '../../contract/errors.js';
import { hashOfText } from '../../contract/hash.js';

type Ctx = QueryCtx | MutationCtx;
export type RequestRow = Doc<'trustEndorsementRequests'>;

/** Random bytes of a token. */
const TOKEN_BYTES = 24;

interface Content {
  skills: EndorsedSkill[];
  note?: string | undefined;
}

/** The person's open requests, newest first. */
export async function requestsBy(ctx: Ctx, owner: Id<'accounts'>): Promise<RequestRow[]> {
  const rows = await ctx.db
    .query('trustEndorsementRequests')
    .withIndex('by_owner', (range) => range.eq('owner', owner))
    .order('desc')
    .take(MAX_REQUESTS);
  return rows.filter(isOpen);
}

/** Requests that wait for the person, newest first. */
export async function requestsTo(ctx: Ctx, asked: Id<'accounts'>): Promise<RequestRow[]> {
  const rows = await ctx.db
    .query('trustEndorsementRequests')
    .withIndex('by_asked', (range) => range.eq('asked', asked).eq('pending', true))
    .order('desc')
    .take(SHOWN_REQUESTS);
  return rows.filter(isOpen);
}

/** Asks the person under a handle, or finds the request that is open already. Nobody is looked up here. */
export async function putRequest(
  ctx: MutationCtx,
  owner: Id<'accounts'>,
  handle: string,
  content: Content,
): Promise<{ request: Id<'trustEndorsementRequests'>; isNew: boolean }> {
  const before = (await requestsBy(ctx, owner)).find((row) => row.handle === handle);
  if (before) return { request: before._id, isNew: false };
  const request = await enter(ctx, { owner, handle, ...content });
  // In a transaction of its own, so that this call does the same for a handle that nobody has.
  await ctx.scheduler.runAfter(0, internal.trust.endorsements.requests.resolve, { request });
  return { request, isNew: true };
}

/** Makes a link. Its token is nowhere but in the answer. */
export async function putLink(
  ctx: MutationCtx,
  owner: Id<'accounts'>,
  content: Content,
): Promise<{ request: Id<'trustEndorsementRequests'>; token: string }> {
  const token = randomHex(TOKEN_BYTES);
  const request = await enter(ctx, { owner, tokenHash: await hashOfText(token), uses: 0, ...content });
  return { request, token };
}

async function enter(ctx: MutationCtx, row: Omit<RequestRow, '_id' | '_creationTime' | 'pending' | 'endsAt'>) {
  // Rows that are over count until the cron has deleted them.
  const all = await ctx.db
    .query('trustEndorsementRequests')
    .withIndex('by_owner', (range) => range.eq('owner', row.owner))
    .take(MAX_REQUESTS);
  if (all.length >= MAX_REQUESTS)
    throw refusal('too_large', `${MAX_REQUESTS} of your requests are open; take one back first.`);
  return ctx.db.insert('trustEndorsementRequests', { ...row, pending: false, endsAt: Date.now() + REQUEST_OPEN_MS });
}

/** Brings a request to the one who is asked. */
export async function deliverRequest(ctx: MutationCtx, row: RequestRow, asked: Id<'accounts'>): Promise<void> {
  if (row.asked !== undefined || asked === row.owner) return;
  await ctx.db.patch('trustEndorsementRequests', row._id, { asked, pending: true });
}

export async function requestById(ctx: Ctx, id: string): Promise<RequestRow | null> {
  const known = ctx.db.normalizeId('trustEndorsementRequests', id);
  return known && ctx.db.get('trustEndorsementRequests', known);
}

/** The open request to a person with this id. */
export async function requestTo(ctx: Ctx, asked: Id<'accounts'>, id: string): Promise<RequestRow | null> {
  const row = await requestById(ctx, id);
  return row?.asked === asked && row.pending && isOpen(row) ? row : null;
}

/** The link with this token, if people may still write by it. */
export async function linkWith(ctx: Ctx, token: string): Promise<RequestRow | null> {
  const tokenHash = await hashOfText(token);
  const row = await ctx.db
    .query('trustEndorsementRequests')
    .withIndex('by_token', (range) => range.eq('tokenHash', tokenHash))
    .unique();
  return row && isOpen(row) && row.uses! < LINK_USES ? row : null;
}

/** Somebody has written by a request for the first time: a link has one use fewer, and another request is over. */
export async function answered(ctx: MutationCtx, { _id, uses }: RequestRow): Promise<void> {
  if (uses === undefined) await deleteRequest(ctx, { _id });
  else await ctx.db.patch('trustEndorsementRequests', _id, { uses: uses + 1 });
}

export async function declineRequest(ctx: MutationCtx, { _id }: RequestRow): Promise<void> {
  await ctx.db.patch('trustEndorsementRequests', _id, { pending: false });
}

export async function deleteRequest(ctx: MutationCtx, { _id }: Pick<RequestRow, '_id'>): Promise<void> {
  await ctx.db.delete('trustEndorsementRequests', _id);
}

function isOpen({ endsAt }: RequestRow): boolean {
  return endsAt > Date.now();
}

/** Rows that one transaction of a purge deletes. */
const BATCH = 200;

/** Deletes requests that are over. */
export async function purgeRequests(ctx: MutationCtx): Promise<{ count: number; more: boolean }> {
  const over = await ctx.db
    .query('trustEndorsementRequests')
    .withIndex('by_end', (range) => range.lte('endsAt', Date.now()))
    .take(BATCH);
  for (const row of over) await deleteRequest(ctx, row);
  return { count: over.length, more: over.length === BATCH };
}
