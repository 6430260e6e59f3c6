/** Requests for endorsements: to a person by their handle, or by a link. */
import { type EndorsedSkill, contract, refusedFields } from '@gigsy/schema';
import { ConvexError, v } from 'convex/values';
import { internal } from '../../_generated/api.js';
import type { Doc, Id } from '../../_generated/dataModel.js';
import { type MutationCtx, internalMutation } from '../../_generated/server.js';
import { refusal } from '../../model/contract/errors.js';
import { memberAccount } from '../../model/contract/principal.js';
import { implementMutation, implementQuery } from '../../model/door/implement.js';
import { appendEvent } from '../../model/events/log.js';
import { purgeAgain } from '../../model/privacy/purges.js';
import { requiredRow } from '../../model/profile/parts.js';
import { activePerson, publicName } from '../../model/profile/related.js';
import { sectionOfRows } from '../../model/profile/rows.js';
import { accountBehind } from '../../model/profile/rowsHandles.js';
import {
  type RequestRow,
  declineRequest,
  deleteRequest,
  deliverRequest,
  linkWith,
  purgeRequests,
  putLink,
  putRequest,
  requestById,
  requestTo,
  requestsBy,
  requestsTo,
} from '../../model/trust/endorsements/requests.js';

const { requests } = contract.trust.endorsements;

export const ask = implementMutation(requests.ask, async (ctx, { principal, args: { handle, skills, note } }) => {
  const owner = await requiredRow(ctx, principal);
  if (handle === owner.handle)
    throw new ConvexError(refusedFields([{ path: 'handle', code: 'not_an_option', message: 'is your own handle' }]));
  const content = { skills: await ownSkills(ctx, owner, skills), ...(note !== undefined && { note }) };
  const { request, isNew } = await putRequest(ctx, owner.accountId, handle, content);
  if (!isNew) return { answer: { request }, audit: null };
  await appendEvent(ctx, 'trust.endorsementRequested', owner._id, {});
  return { answer: { request }, audit: changed(owner._id) };
});

export const link = implementMutation(requests.link, async (ctx, { principal, args: { skills, note } }) => {
  const owner = await requiredRow(ctx, principal);
  const content = { skills: await ownSkills(ctx, owner, skills), ...(note !== undefined && { note }) };
  const answer = await putLink(ctx, owner.accountId, content);
  await appendEvent(ctx, 'trust.endorsementRequested', owner._id, {});
  return { answer, audit: changed(owner._id) };
});

export const cancel = implementMutation(requests.cancel, async (ctx, { principal, args: { request } }) => {
  const { _id, accountId } = await requiredRow(ctx, principal);
  const row = await requestById(ctx, request);
  if (row?.owner !== accountId) throw refusal('not_found', 'You have no such request; it may be over.');
  await deleteRequest(ctx, row);
  return { answer: { request }, audit: changed(_id) };
});

export const decline = implementMutation(requests.decline, async (ctx, { principal, args: { request } }) => {
  const { _id, accountId } = await requiredRow(ctx, principal);
  const row = await requestTo(ctx, accountId, request);
  if (!row) throw refusal('not_found', 'There is no such request to answer; it may be over.');
  await declineRequest(ctx, row);
  return { answer: { request }, audit: changed(_id) };
});

export const sent = implementQuery(requests.sent, async (ctx, { principal }) =>
  (await requestsBy(ctx, memberAccount(principal)._id)).map(({ _id, handle, uses, ...row }) => ({
    request: _id,
    ...(handle !== undefined && { handle }),
    ...(uses !== undefined && { uses }),
    ...contentOf(row),
    endsAt: row.endsAt,
  })),
);

export const incoming = implementQuery(requests.incoming, async (ctx, { principal }) => {
  const rows = await requestsTo(ctx, memberAccount(principal)._id);
  const shown = rows.map(async (row) => {
    // Nobody sees anything of somebody whose account is not active.
    const owner = await activePerson(ctx, row.owner);
    if (!owner) return [];
    const { handle } = owner;
    return [{ request: row._id, handle, ...(await publicName(ctx, handle)), ...contentOf(row), endsAt: row.endsAt }];
  });
  return (await Promise.all(shown)).flat();
});

export const opened = implementQuery(requests.opened, async (ctx, { args: { token } }) => {
  const row = await linkWith(ctx, token);
  const owner = row && (await activePerson(ctx, row.owner));
  if (!owner) return null;
  return { handle: owner.handle, ...(await publicName(ctx, owner.handle)), ...contentOf(row) };
});

/** Finds out whom a request is for. Only a handle that was taken when the request was made counts. */
export const resolve = internalMutation({
  args: { request: v.id('trustEndorsementRequests') },
  returns: v.null(),
  handler: async (ctx, { request }): Promise<null> => {
    const row = await requestById(ctx, request);
    const asked = row?.handle === undefined ? undefined : await accountBehind(ctx, row.handle, row._creationTime);
    if (row && asked) await deliverRequest(ctx, row, asked);
    return null;
  },
});

/** Deletes requests that are over. A cron starts it. */
export const expire = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx): Promise<null> =>
    purgeAgain(ctx, 'endorsementRequests', await purgeRequests(ctx), internal.trust.endorsements.requests.expire),
});

function changed(subject: Id<'profiles'>) {
  return { subject, changed: ['endorsementRequests'] };
}

function contentOf({ skills, note }: Pick<RequestRow, 'skills' | 'note'>) {
  return { skills, ...(note !== undefined && { note }) };
}

/** The person's own skills with these ids: those who are asked learn their names. */
async function ownSkills(ctx: MutationCtx, row: Doc<'profiles'>, ids: readonly string[]): Promise<EndorsedSkill[]> {
  if (ids.length === 0) return [];
  const own = await sectionOfRows(ctx, row, 'skills');
  return ids.map((id, at) => {
    const skill = own.find((each) => each.id === id);
    if (skill) return { id, name: skill.name };
    const path = `skills.${at}`;
    throw new ConvexError(refusedFields([{ path, code: 'not_an_option', message: 'is none of your skills' }]));
  });
}
