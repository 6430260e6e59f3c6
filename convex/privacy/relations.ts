/** Relations between people: asked for by one, accepted by the other, ended by either. */
import { contract, refusedFields } from '@gigsy/schema';
import { ConvexError, v } from 'convex/values';
import type { Id } from '../_generated/dataModel.js';
import { type MutationCtx, type QueryCtx, internalMutation } from '../_generated/server.js';
import { refusal } from '../model/contract/errors.js';
import { type Member, memberAccount, memberOf } from '../model/contract/principal.js';
import { implementMutation, implementQuery } from '../model/door/implement.js';
import { appendEvent } from '../model/events/log.js';
import {
  askShown,
  declineAsk,
  deleteAsks,
  deliverAsk,
  findAsk,
  keepQuiet,
  openAsks,
  overdueAsks,
  pendingAsk,
  pendingAsks,
  putAsk,
  settleAsk,
  withdrawAsk,
} from '../model/privacy/asks.js';
import { type RelationRow, endRelation, relate, relationsOf } from '../model/privacy/relations.js';
import { requiredRow } from '../model/profile/parts.js';
import { activePerson, profileUnder, publicName, relatedPerson } from '../model/profile/related.js';
import { accountBehind } from '../model/profile/rowsHandles.js';

const { relations } = contract.privacy;

const changed = (subject: Id<'profiles'>) => ({ subject, changed: ['relations'] });

export const ask = implementMutation(relations.ask, async (ctx, { principal, args: { kind, handle } }) => {
  const { _id: profileId, accountId, handle: own } = await requiredRow(ctx, principal);
  if (handle === own)
    throw new ConvexError(refusedFields([{ path: 'handle', code: 'not_an_option', message: 'is your own handle' }]));
  const { row, isNew } = await putAsk(ctx, accountId, kind, handle);
  const answer = { ask: row._id };
  if (!isNew) return { answer, audit: null };
  await appendEvent(ctx, 'privacy.asked', profileId, { kind });
  return { answer, audit: changed(profileId) };
});

export const withdraw = implementMutation(relations.withdraw, async (ctx, { principal, args }) => {
  const { _id: profileId, accountId } = await requiredRow(ctx, principal);
  const { kind } = await withdrawAsk(ctx, accountId, args.ask);
  await appendEvent(ctx, 'privacy.withdrew', profileId, { kind });
  return { answer: { ask: args.ask }, audit: changed(profileId) };
});

export const accept = implementMutation(relations.accept, async (ctx, { principal, args }) => {
  const { _id: profileId, accountId, handle } = await requiredRow(ctx, principal);
  const { kind, asker: id } = await pendingAsk(ctx, accountId, args.ask);
  const asker = await activePerson(ctx, id);
  if (!asker) throw refusal('not_found', 'There is no such ask to answer; it may be over.');
  const row = await relate(ctx, kind, { asker, asked: { _id: accountId, handle } });
  await deleteAsks(ctx, kind, id, accountId);
  await appendToBoth(ctx, 'privacy.related', profileId, row);
  return { answer: { relation: row._id }, audit: { ...changed(profileId), person: id } };
});

export const decline = implementMutation(relations.decline, async (ctx, { principal, args }) => {
  const { _id: profileId, accountId } = await requiredRow(ctx, principal);
  const row = await pendingAsk(ctx, accountId, args.ask);
  await declineAsk(ctx, row);
  await appendEvent(ctx, 'privacy.declined', profileId, { kind: row.kind });
  // The row does not name the asker: their export would tell them of it.
  return { answer: { ask: args.ask }, audit: changed(profileId) };
});

export const end = implementMutation(relations.end, async (ctx, { principal, args }) => {
  const { _id: profileId, accountId, handle } = await requiredRow(ctx, principal);
  const row = await endRelation(ctx, accountId, args.relation);
  await keepQuiet(ctx, { kind: row.kind, asker: row.other, asked: accountId, handle });
  await appendToBoth(ctx, 'privacy.parted', profileId, row);
  return { answer: { relation: args.relation }, audit: { ...changed(profileId), person: row.other } };
});

export const asked = implementQuery(relations.asked, async (ctx, { principal }) =>
  (await openAsks(ctx, memberAccount(principal)._id)).map(askShown),
);

export const incoming = implementQuery(relations.incoming, async (ctx, { principal }) => {
  const rows = await pendingAsks(ctx, memberAccount(principal)._id);
  const asks = rows.map(async ({ _id, _creationTime: askedAt, asker: id, kind }) => {
    // Nobody sees anything of somebody whose account is not active.
    const asker = await activePerson(ctx, id);
    if (!asker) return [];
    return [{ ask: _id, kind, handle: asker.handle, ...(await publicName(ctx, asker.handle)), askedAt }];
  });
  return (await Promise.all(asks)).flat();
});

export const list = implementQuery(relations.list, async (ctx, { principal, args }) => {
  const caller = memberOf(principal);
  const { rows, next } = await relationsOf(ctx, caller.account._id, args.after);
  return { relations: await Promise.all(rows.map((row) => shown(ctx, caller, row))), next };
});

/** Finds out whom an ask is for. Only a handle that was taken when the ask was made counts. */
export const resolve = internalMutation({
  args: { ask: v.id('relationAsks') },
  returns: v.null(),
  handler: async (ctx, args): Promise<null> => {
    const row = await findAsk(ctx, args.ask);
    const asked = row && (await accountBehind(ctx, row.handle, row._creationTime));
    if (asked) await deliverAsk(ctx, row, asked);
    return null;
  },
});

/** Ends an ask whose time is over, and a decline that counts no longer. */
export const settle = internalMutation({
  args: { ask: v.id('relationAsks') },
  returns: v.null(),
  handler: async (ctx, args): Promise<null> => {
    await settleAsk(ctx, args.ask);
    return null;
  },
});

/** Asks that one run of the cron goes through. */
const SETTLED = 100;

/** Settles asks that lost their scheduled function, as after an import of a snapshot, which has none. */
export const settleOverdue = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx): Promise<null> => {
    for (const ask of await overdueAsks(ctx, Date.now(), SETTLED)) await settleAsk(ctx, ask);
    return null;
  },
});

async function shown(ctx: QueryCtx, caller: Member, { _id, _creationTime, kind, handle }: RelationRow) {
  return { relation: _id, kind, ...(await relatedPerson(ctx, caller, handle)), since: _creationTime };
}

/** Each of the two learns of it, so each has an event. */
async function appendToBoth(
  ctx: MutationCtx,
  type: 'privacy.related' | 'privacy.parted',
  own: Id<'profiles'>,
  { kind, handle }: RelationRow,
): Promise<void> {
  const theirs = await profileUnder(ctx, handle);
  await appendEvent(ctx, type, own, { kind });
  if (theirs) await appendEvent(ctx, type, theirs, { kind });
}
