/** Claims to domains and pages: made and looked at by the person's wish, deleted when they were never seen. */
import {
  CLAIM_LOOKS,
  CLAIM_MS,
  type CheckMethod,
  MAX_CLAIMS,
  type OwnClaim,
  normalClaim,
  refusedFields,
} from '@gigsy/schema';
import { ConvexError } from 'convex/values';
import { internal } from '../../_generated/api.js';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { refusal } from '../contract/errors.js';
import { profileTemplate } from '../profile/embed.js';
import { claimId, tokenLine } from './derive.js';
import { isRegistered } from './registered.js';

export type ClaimRow = Doc<'trustClaims'>;

export function findClaim(
  ctx: QueryCtx | MutationCtx,
  accountId: Id<'accounts'>,
  id: string,
): Promise<ClaimRow | null> {
  return ctx.db
    .query('trustClaims')
    .withIndex('by_account', (range) => range.eq('accountId', accountId).eq('id', id))
    .unique();
}

/** The claims of a person: 10 at most. */
export function claimsOf(ctx: QueryCtx | MutationCtx, accountId: Id<'accounts'>): Promise<ClaimRow[]> {
  return ctx.db
    .query('trustClaims')
    .withIndex('by_account', (range) => range.eq('accountId', accountId))
    .take(MAX_CLAIMS);
}

type Claimant = Pick<Doc<'profiles'>, 'accountId' | 'handle'>;

/** Makes a claim, or has one that is there wait anew. A page is looked at at once; a domain has to be told its line first. */
export async function startClaim(
  ctx: MutationCtx,
  { accountId, handle }: Claimant,
  { method, subject: given }: { method: CheckMethod; subject: string },
): Promise<OwnClaim> {
  const subject = claimable(method, given);
  const expected = await expectedOf({ accountId, method, subject }, handle);
  if (expected === undefined) throw withoutPages();
  const id = await claimId({ accountId, method, subject });
  const before = await findClaim(ctx, accountId, id);
  if (!before && (await claimsOf(ctx, accountId)).length >= MAX_CLAIMS)
    throw refusal('too_large', `You may claim ${MAX_CLAIMS} domains and pages; take one back first.`);
  const row = before ?? (await added(ctx, { accountId, id, method, subject }));
  if (before?.expiresAt !== undefined) await ctx.db.patch('trustClaims', before._id, await waiting(ctx, before._id));
  if (method === 'link') await lookNow(ctx, row);
  return ownClaim((await ctx.db.get('trustClaims', row._id))!, handle);
}

async function added(
  ctx: MutationCtx,
  claimed: Pick<ClaimRow, 'accountId' | 'id' | 'method' | 'subject'>,
): Promise<ClaimRow> {
  const claim = await ctx.db.insert('trustClaims', { ...claimed, dueAt: Date.now() + CLAIM_LOOKS.waiting });
  await ctx.db.patch('trustClaims', claim, await waiting(ctx, claim));
  return (await ctx.db.get('trustClaims', claim))!;
}

/** The end of a claim that waits from now on. */
async function waiting(ctx: MutationCtx, claim: Id<'trustClaims'>): Promise<{ expiresAt: number }> {
  const expiresAt = Date.now() + CLAIM_MS;
  await ctx.scheduler.runAt(expiresAt, internal.trust.claims.lapse, { claim });
  return { expiresAt };
}

/** The stored form of what is claimed. Throws for a name under which others register, and for one that nobody can. */
function claimable(method: CheckMethod, given: string): string {
  const subject = normalClaim(method, given);
  if (subject !== undefined && (method !== 'domain' || isRegistered(subject))) return subject;
  const message = 'must be a domain as its owner registered it, such as example.org';
  throw new ConvexError(refusedFields([{ path: 'subject', code: 'not_an_option', message }]));
}

/** Has a claim of the person looked at. Throws where there is none. */
export async function checkClaim(ctx: MutationCtx, { accountId, handle }: Claimant, id: string): Promise<OwnClaim> {
  const row = await findClaim(ctx, accountId, id);
  if (!row) throw refusal('not_found', 'You have no such claim; it may have ended already.');
  if ((await expectedOf(row, handle)) === undefined) throw withoutPages();
  await lookNow(ctx, row);
  return ownClaim({ ...row, asked: true }, handle);
}

function withoutPages() {
  return refusal('not_configured', 'Set GIGSY_PROFILE_URL: pages cannot link to profiles without addresses.');
}

async function lookNow(ctx: MutationCtx, { _id: claim }: ClaimRow): Promise<void> {
  await ctx.db.patch('trustClaims', claim, { asked: true, dueAt: Date.now() });
  await ctx.scheduler.runAfter(0, internal.trust.node.look.run, { claim });
}

/** The text or address that a look must find; undefined for a page on a deployment without addresses of profiles. */
export async function expectedOf(
  { accountId, method, subject }: Pick<ClaimRow, 'accountId' | 'method' | 'subject'>,
  handle: string | undefined,
): Promise<string | undefined> {
  if (method === 'domain') return tokenLine({ accountId, subject });
  return handle === undefined ? undefined : profileTemplate()?.replaceAll('{handle}', handle);
}

/** A claim for its owner. */
export async function ownClaim(row: ClaimRow, handle: string | undefined): Promise<OwnClaim> {
  const { id, method, subject, asked, fault, lookedAt, expiresAt } = row;
  const expected = await expectedOf(row, handle);
  return {
    id,
    method,
    subject,
    ...(expected !== undefined && { expected }),
    looking: asked ?? false,
    ...(fault !== undefined && { fault }),
    ...(lookedAt !== undefined && { lookedAt }),
    ...(expiresAt !== undefined && { expiresAt }),
  };
}

export async function dropClaim(ctx: MutationCtx, { _id }: Pick<ClaimRow, '_id'>): Promise<void> {
  await ctx.db.delete('trustClaims', _id);
}

/** Deletes a claim that was not seen in its time. One that was seen, or waits anew, has another time. */
export async function lapseClaim(ctx: MutationCtx, claim: Id<'trustClaims'>): Promise<void> {
  const row = await ctx.db.get('trustClaims', claim);
  if (row?.expiresAt !== undefined && row.expiresAt <= Date.now()) await dropClaim(ctx, row);
}

/** At most `count` claims that are over and whose scheduled end was lost. */
export function overdueClaims(ctx: MutationCtx, count: number): Promise<ClaimRow[]> {
  return ctx.db
    .query('trustClaims')
    .withIndex('by_expiry', (range) => range.gt('expiresAt', 0).lte('expiresAt', Date.now()))
    .take(count);
}
