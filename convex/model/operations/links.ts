/**
 * Links: a person's consent that a partner names them under the partner's own user id. Both sides take part: the partner's
 * server makes a code for one of its users, and the person, signed in to Gigsy, answers it. Neither can claim the other's
 * name alone.
 */
import { MAX_LINKS, OFFER_MS, type OfferAnswer } from '@gigsy/schema';
import { internal } from '../../_generated/api.js';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { refusal } from '../contract/errors.js';
import { hashOfText } from '../contract/hash.js';

/** Keeps the hash of the code that a partner's server asked for until the code is answered or has expired. */
export async function keepOffer(
  ctx: MutationCtx,
  partnerId: Id<'partners'>,
  user: string,
  codeHash: string,
): Promise<Pick<OfferAnswer, 'expiresAt'>> {
  const offer = await ctx.db.insert('linkOffers', { partnerId, user, codeHash });
  const expiresAt = Date.now() + OFFER_MS;
  await ctx.scheduler.runAt(expiresAt, internal.operations.links.expireOffer, { offer });
  return { expiresAt };
}

/** An offer that was answered is gone already. */
export async function deleteOffer(ctx: MutationCtx, offer: Id<'linkOffers'>): Promise<void> {
  if (await ctx.db.get('linkOffers', offer)) await ctx.db.delete('linkOffers', offer);
}

export async function findOffer(ctx: QueryCtx | MutationCtx, code: string): Promise<Doc<'linkOffers'> | null> {
  const codeHash = await hashOfText(code);
  return ctx.db
    .query('linkOffers')
    .withIndex('by_code', (range) => range.eq('codeHash', codeHash))
    .unique();
}

/**
 * Answers a partner's code and uses it up. A partner's user is one person at a time, so a link of the same user to
 * somebody else ends.
 */
export async function acceptOffer(
  ctx: MutationCtx,
  accountId: Id<'accounts'>,
  code: string,
): Promise<Doc<'partnerLinks'>> {
  const offer = await findOffer(ctx, code);
  // The scheduler deletes the row, and may be late.
  if (!offer || offer._creationTime + OFFER_MS <= Date.now())
    throw refusal('not_found', 'This code is unknown, used or over. Ask the partner for a new one.');
  const { partnerId, user } = offer;
  await ctx.db.delete('linkOffers', offer._id);
  const before = await findLink(ctx, partnerId, user);
  if (before?.accountId === accountId) return before;
  if (before) await deleteLink(ctx, before);
  if ((await linksOf(ctx, accountId)).length >= MAX_LINKS) {
    throw refusal('too_large', `You are linked ${MAX_LINKS} times already; end a link first.`);
  }
  return (await ctx.db.get('partnerLinks', await ctx.db.insert('partnerLinks', { partnerId, user, accountId })))!;
}

export async function deleteLink(ctx: MutationCtx, { _id }: Doc<'partnerLinks'>): Promise<void> {
  await ctx.db.delete('partnerLinks', _id);
}

export function findLink(
  ctx: QueryCtx | MutationCtx,
  partnerId: Id<'partners'>,
  user: string,
): Promise<Doc<'partnerLinks'> | null> {
  return ctx.db
    .query('partnerLinks')
    .withIndex('by_user', (range) => range.eq('partnerId', partnerId).eq('user', user))
    .unique();
}

export function linksOf(ctx: QueryCtx | MutationCtx, accountId: Id<'accounts'>): Promise<Doc<'partnerLinks'>[]> {
  return ctx.db
    .query('partnerLinks')
    .withIndex('by_account', (range) => range.eq('accountId', accountId))
    .take(MAX_LINKS);
}

/** The person's own link with this id. Throws if there is none. */
export async function ownLink(ctx: MutationCtx, accountId: Id<'accounts'>, id: string): Promise<Doc<'partnerLinks'>> {
  const known = ctx.db.normalizeId('partnerLinks', id);
  const link = known && (await ctx.db.get('partnerLinks', known));
  if (link?.accountId === accountId) return link;
  throw refusal('not_found', 'You have no such link; it may be ended already.');
}

export async function linkShown(
  ctx: QueryCtx | MutationCtx,
  { _id: link, _creationTime: createdAt, partnerId, user }: Doc<'partnerLinks'>,
) {
  const { name, origins } = (await ctx.db.get('partners', partnerId))!;
  return { link, name, origins, user, createdAt };
}
