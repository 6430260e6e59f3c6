/** Links: public functions for the people whom partners name, and the codes that partners' servers ask for over HTTP. */
import { contract } from '@gigsy/schema';
import { v } from 'convex/values';
import { internalMutation } from '../_generated/server.js';
import { implementMutation, implementQuery } from '../model/door/implement.js';
import { memberAccount } from '../model/contract/principal.js';
import { admitServer } from '../model/operations/keys.js';
import {
  acceptOffer,
  deleteLink,
  deleteOffer,
  findOffer,
  keepOffer,
  linkShown,
  linksOf,
  ownLink,
} from '../model/operations/links.js';

export const preview = implementQuery(contract.operations.links.preview, async (ctx, { args }) => {
  const offer = await findOffer(ctx, args.code);
  const partner = offer && (await ctx.db.get('partners', offer.partnerId));
  return partner && { name: partner.name, origins: partner.origins };
});

export const create = implementMutation(contract.operations.links.create, async (ctx, { principal, args }) => {
  const { _id: accountId } = memberAccount(principal);
  const link = await acceptOffer(ctx, accountId, args.code);
  return { answer: await linkShown(ctx, link), audit: { subject: link.partnerId, person: accountId, changed: [] } };
});

export const list = implementQuery(contract.operations.links.list, async (ctx, { principal }) => {
  const links = await linksOf(ctx, memberAccount(principal)._id);
  return Promise.all(links.map((link) => linkShown(ctx, link)));
});

export const revoke = implementMutation(contract.operations.links.revoke, async (ctx, { principal, args }) => {
  const { _id: accountId } = memberAccount(principal);
  const link = await ownLink(ctx, accountId, args.link);
  await deleteLink(ctx, link);
  return { answer: { link: args.link }, audit: { subject: link.partnerId, person: accountId, changed: [] } };
});

/** Keeps a code for a partner's user. The server proves its key by name and hash. */
export const offer = internalMutation({
  args: { name: v.string(), hash: v.string(), user: v.string(), codeHash: v.string() },
  returns: v.object({ expiresAt: v.number() }),
  handler: async (ctx, { name, hash, user, codeHash }) => {
    const { partnerId } = await admitServer(ctx, name, hash);
    return keepOffer(ctx, partnerId, user, codeHash);
  },
});

export const expireOffer = internalMutation({
  args: { offer: v.id('linkOffers') },
  returns: v.null(),
  handler: async (ctx, args) => {
    await deleteOffer(ctx, args.offer);
    return null;
  },
});
