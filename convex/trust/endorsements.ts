/** Endorsements: what authors write, what owners make of it, and what the clock ends. */
import { contract } from '@gigsy/schema';
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import type { Doc } from '../_generated/dataModel.js';
import { internalMutation } from '../_generated/server.js';
import { refusal } from '../model/contract/errors.js';
import { memberAccount, memberOf } from '../model/contract/principal.js';
import { implementMutation, implementQuery } from '../model/door/implement.js';
import { purgeAgain } from '../model/privacy/purges.js';
import { viewFor } from '../model/privacy/reads.js';
import { requiredRow } from '../model/profile/parts.js';
import { publicName } from '../model/profile/related.js';
import { findProfileById } from '../model/profile/rows.js';
import { endorsementViews } from '../model/trust/endorsementViews.js';
import { addressed, rightTo } from '../model/trust/endorsements/addressee.js';
import { chooseEndorsers, endorsersOf } from '../model/trust/endorsements/acquaintance.js';
import { givenBy, historyFor, receivedBy, versionShown } from '../model/trust/endorsements/read.js';
import { endorsementBetween, purgeProposals } from '../model/trust/endorsements/rows.js';
import {
  accepted,
  declined,
  followAuthorAfter,
  removed,
  turned,
  withdrawnByAuthor,
  written,
} from '../model/trust/endorsements/write.js';

const { endorsements } = contract.trust;

export const get = implementQuery(endorsements.get, (ctx, { principal, args: { handle }, once }) =>
  once(handle, () => viewFor(ctx, endorsementViews, principal, handle)),
);

export const received = implementQuery(endorsements.received, async (ctx, { principal }) => {
  const { _id } = memberAccount(principal);
  return { endorsers: await endorsersOf(ctx, _id), endorsements: await receivedBy(ctx, _id) };
});

export const given = implementQuery(endorsements.given, (ctx, { principal }) => givenBy(ctx, memberOf(principal)));

export const history = implementQuery(endorsements.history, (ctx, { principal, args: { id } }) =>
  historyFor(ctx, memberAccount(principal)._id, id),
);

export const options = implementQuery(endorsements.options, async (ctx, { principal, args }) => {
  const author = memberOf(principal);
  const to = await addressed(ctx, author, args.to);
  if (!to) return null;
  const { _id, handle: own } = author.account;
  const before = await endorsementBetween(ctx, _id, to.accountId);
  const last = before?.offered ?? before?.shown;
  return {
    handle: to.handle,
    name: (await publicName(ctx, to.handle)).name,
    because: await rightTo(ctx, _id, to),
    skills: to.skills,
    ...(last && { written: versionShown(last, own) }),
    signature: own === undefined ? null : (await publicName(ctx, own)).name,
  };
});

export const write = implementMutation(endorsements.write, async (ctx, { principal, args }) => {
  const author = await requiredRow(ctx, principal);
  const to = await addressed(ctx, memberOf(principal), args.to);
  if (!to) throw refusal('not_found', 'There is nobody whom you can endorse here; a request may be over.');
  const answer = await written(ctx, author, to, args.endorsement);
  return { answer, audit: changed(author, 'write') };
});

export const withdraw = implementMutation(endorsements.withdraw, async (ctx, { principal, args: { id } }) => {
  const author = await requiredRow(ctx, principal);
  await withdrawnByAuthor(ctx, author.accountId, id);
  return { answer: { id }, audit: changed(author, 'withdraw') };
});

export const accept = implementMutation(endorsements.accept, async (ctx, { principal, args: { id, version } }) => {
  const owner = await requiredRow(ctx, principal);
  await accepted(ctx, owner, id, version);
  return { answer: { id }, audit: changed(owner, 'accept') };
});

export const decline = implementMutation(endorsements.decline, async (ctx, { principal, args: { id } }) => {
  const owner = await requiredRow(ctx, principal);
  await declined(ctx, owner, id);
  return { answer: { id }, audit: changed(owner, 'decline') };
});

export const hide = implementMutation(endorsements.hide, async (ctx, { principal, args: { id } }) => {
  const owner = await requiredRow(ctx, principal);
  await turned(ctx, owner, id, 'hide');
  return { answer: { id }, audit: changed(owner, 'hide') };
});

export const show = implementMutation(endorsements.show, async (ctx, { principal, args: { id } }) => {
  const owner = await requiredRow(ctx, principal);
  await turned(ctx, owner, id, 'show');
  return { answer: { id }, audit: changed(owner, 'show') };
});

export const remove = implementMutation(endorsements.remove, async (ctx, { principal, args: { id } }) => {
  const owner = await requiredRow(ctx, principal);
  await removed(ctx, owner, id);
  return { answer: { id }, audit: changed(owner, 'remove') };
});

export const open = implementMutation(endorsements.open, async (ctx, { principal, args: { endorsers } }) => {
  const { _id: subject, accountId } = await requiredRow(ctx, principal);
  const isNew = await chooseEndorsers(ctx, accountId, endorsers);
  return { answer: { endorsers }, audit: isNew ? { subject, changed: ['endorsers'] } : null };
});

function changed({ _id: subject }: Pick<Doc<'profiles'>, '_id'>, step: string) {
  return { subject, changed: ['endorsements', step] };
}

/** Makes views follow the author of endorsements in them, a few at a time. */
export const followAuthor = internalMutation({
  args: { profile: v.id('profiles'), after: v.union(v.number(), v.null()) },
  returns: v.null(),
  handler: async (ctx, { profile, after }): Promise<null> => {
    const author = (await findProfileById(ctx, profile))?.accountId;
    const next = author ? await followAuthorAfter(ctx, author, after) : null;
    if (next !== null)
      await ctx.scheduler.runAfter(0, internal.trust.endorsements.followAuthor, { profile, after: next });
    return null;
  },
});

/** Deletes proposals that are over. A cron starts it. */
export const expireProposals = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx): Promise<null> =>
    purgeAgain(ctx, 'endorsementProposals', await purgeProposals(ctx), internal.trust.endorsements.expireProposals),
});
