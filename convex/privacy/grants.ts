/** Grants: whom the owner has named for what is restricted. */
import { type GranteeChoice, contract, refusedFields } from '@gigsy/schema';
import { ConvexError, v } from 'convex/values';
import { internal } from '../_generated/api.js';
import type { Id } from '../_generated/dataModel.js';
import { type MutationCtx, internalMutation } from '../_generated/server.js';
import { implementMutation, implementQuery } from '../model/door/implement.js';
import { appendEvent } from '../model/events/log.js';
import { ownLink } from '../model/operations/links.js';
import {
  type Grantee,
  findGrantById,
  listGrants,
  nameGrantee,
  putGrant,
  removeGrant,
} from '../model/privacy/grants.js';
import { ownRow, requiredRow } from '../model/profile/parts.js';
import { accountBehind } from '../model/profile/rowsHandles.js';

const { grants } = contract.privacy;

export const list = implementQuery(grants.list, async (ctx, { principal }) => {
  const row = await ownRow(ctx, principal);
  return row ? listGrants(ctx, row._id) : [];
});

export const add = implementMutation(grants.add, async (ctx, { principal, args: { to, keys } }) => {
  const { _id: profileId, accountId, handle } = await requiredRow(ctx, principal);
  if ('person' in to && to.person === handle)
    throw new ConvexError(refusedFields([{ path: 'to.person', code: 'not_an_option', message: 'is your own handle' }]));
  const { row, grant, changed } = await putGrant(
    ctx,
    { profileId, accountId, handle },
    await granteeOf(ctx, accountId, to),
    keys,
  );
  if (!changed) return { answer: grant, audit: null };
  // In a transaction of its own, so that this call does the same for a handle that nobody has.
  if (row.to.kind === 'person') await ctx.scheduler.runAfter(0, internal.privacy.grants.resolve, { grant: row._id });
  await appendEvent(ctx, 'privacy.granted', profileId, {});
  return { answer: grant, audit: { subject: profileId, changed: ['grants'] } };
});

export const remove = implementMutation(grants.remove, async (ctx, { principal, args }) => {
  const { _id: profileId } = await requiredRow(ctx, principal);
  await removeGrant(ctx, profileId, args.grant);
  await appendEvent(ctx, 'privacy.revoked', profileId, {});
  return { answer: { grant: args.grant }, audit: { subject: profileId, changed: ['grants'] } };
});

/** Finds out whose handle a grant names. Only a handle that was taken when the grant was given counts. */
export const resolve = internalMutation({
  args: { grant: v.id('privacyGrants') },
  returns: v.null(),
  handler: async (ctx, args): Promise<null> => {
    const grant = await findGrantById(ctx, args.grant);
    if (grant?.to.kind !== 'person') return null;
    const accountId = await accountBehind(ctx, grant.to.handle, grant._creationTime);
    if (accountId) await nameGrantee(ctx, grant, accountId);
    return null;
  },
});

async function granteeOf(ctx: MutationCtx, accountId: Id<'accounts'>, to: GranteeChoice): Promise<Grantee> {
  if ('person' in to) return { kind: 'person', handle: to.person };
  if ('role' in to) return { kind: 'role', id: to.role };
  if ('relation' in to) return { kind: 'relation', id: to.relation };
  return { kind: 'organisation', id: (await ownLink(ctx, accountId, to.link)).partnerId };
}
