/** Leases on fields that are not public: opened by members, seen and ended by owners, ended by the clock. */
import { type LeasedView, type ProfileView, contract, fieldsBeyond, leasedParts, withFields } from '@gigsy/schema';
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import type { Doc } from '../_generated/dataModel.js';
import { type MutationCtx, type QueryCtx, internalMutation } from '../_generated/server.js';
import { refusal } from '../model/contract/errors.js';
import { type Member, memberAccount, memberOf } from '../model/contract/principal.js';
import { auditedMutation } from '../model/door/audit.js';
import { implementMutation, implementQuery } from '../model/door/implement.js';
import { accessesTo, wordsOf } from '../model/privacy/accesses.js';
import {
  checkRoom,
  deleteLease,
  findLease,
  givenBy,
  heldBy,
  heldLease,
  openLease,
  overdueLeases,
  ownLease,
} from '../model/privacy/leases.js';
import { portfolioViews } from '../model/portfolio/views.js';
import type { ReadModel, ViewSubject } from '../model/privacy/readModel.js';
import { sharedViews } from '../model/privacy/reads.js';
import { namesForMembers, profileOf } from '../model/profile/leased.js';
import { endorsementViews } from '../model/trust/endorsementViews.js';
import { trustViews } from '../model/trust/views.js';
import { viewsByDay } from '../model/privacy/viewCounts.js';
import { ownRow } from '../model/profile/parts.js';
import { profileViews, sentView } from '../model/profile/views.js';

const { access } = contract.privacy;

export const open = implementMutation(access.open, async (ctx, { principal, args }) => {
  const caller = memberOf(principal);
  const { _id: viewer, handle: own } = caller.account;
  const { handle: asked, purpose, note: words, minutes } = args;
  await checkRoom(ctx, viewer);
  const views = await sharedViews(ctx, profileViews, caller, asked);
  const parts = await partsFor(ctx, caller, asked);
  const fields = [
    ...(views ? fieldsBeyond(views.everybody, views.callers) : []),
    ...parts.flatMap(({ leased, everybody, callers }) => leased.fieldsBeyond(everybody, callers)),
  ].sort();
  // One refusal for a handle that is unknown, hidden, the caller's own, or that of somebody who hides nothing from the public.
  if (!views || fields.length === 0 || views.callers.handle === own)
    throw refusal('not_found', 'There is no profile under this handle with anything that you could open.');
  const { handle } = views.callers;
  const { _id: profileId, accountId: owner } = await profileOf(ctx, views.callers);
  const lease = await openLease(ctx, { profileId, owner, handle, viewer, fields, purpose, words, minutes });
  const { endsAt, note } = lease;
  const reason = { purpose, endsAt, ...(note !== undefined && { note }) };
  return { answer: heldLease(lease), audit: { subject: profileId, changed: fields, reason } };
});

export const view = implementQuery(access.view, async (ctx, { principal, args }) => {
  const lease = await findLease(ctx, args.lease);
  const caller = memberOf(principal);
  if (lease?.viewer !== caller.account._id) return null;
  const views = await sharedViews(ctx, profileViews, caller, lease.handle);
  if (!views) return null;
  const { purpose, endsAt, fields } = lease;
  const profile = sentView(withFields(views.everybody, views.callers, fields) as ProfileView);
  const parts = (await partsFor(ctx, caller, lease.handle)).map(({ name, leased, everybody, callers }) => [
    name,
    leased.withFields(everybody, callers, fields),
  ]);
  return { profile, ...Object.fromEntries(parts), purpose, endsAt };
});

/** The views that leases open beside the profile, by the part's name. */
const models = {
  portfolio: portfolioViews,
  trust: trustViews,
  endorsements: endorsementViews,
} as const satisfies Record<keyof typeof leasedParts, unknown>;

/** The parts of a person that the caller sees, and those that everybody sees. */
async function partsFor(ctx: QueryCtx | MutationCtx, caller: Member, handle: string) {
  const parts = [];
  for (const name of Object.keys(models) as (keyof typeof models)[]) {
    const shared = await sharedViews(ctx, models[name] as ReadModel<ViewSubject, { handle: string }>, caller, handle);
    if (shared) parts.push({ name, leased: leasedParts[name] as LeasedView<unknown>, ...shared });
  }
  return parts;
}

export const held = implementQuery(access.held, async (ctx, { principal }) =>
  (await heldBy(ctx, memberAccount(principal)._id)).map(heldLease),
);

export const close = implementMutation(access.close, async (ctx, { principal, args }) => {
  const lease = await ownLease(ctx, args.lease, 'viewer', memberAccount(principal)._id);
  await deleteLease(ctx, lease);
  return ending(lease);
});

export const given = implementQuery(access.given, async (ctx, { principal }) => {
  const name = namesForMembers(ctx);
  const leases = await givenBy(ctx, memberAccount(principal)._id);
  return Promise.all(
    leases.map(async ({ _id: lease, _creationTime: openedAt, viewer, purpose, fields, note, endsAt }) => {
      const shown = { lease, viewer: await name(viewer), purpose, fields, note: await wordsOf(ctx, note) };
      return { ...shown, openedAt, endsAt };
    }),
  );
});

export const revoke = implementMutation(access.revoke, async (ctx, { principal, args }) => {
  const lease = await ownLease(ctx, args.lease, 'owner', memberAccount(principal)._id);
  await deleteLease(ctx, lease);
  return ending(lease);
});

function ending({ _id, profileId, fields }: Doc<'accessLeases'>) {
  return { answer: { lease: _id }, audit: { subject: profileId, changed: fields } };
}

export const log = implementQuery(access.log, async (ctx, { principal, args }) => {
  const row = await ownRow(ctx, principal);
  if (!row) return { accesses: [], next: null };
  const name = namesForMembers(ctx);
  const { accesses, next } = await accessesTo(ctx, row._id, args.before);
  const told = accesses.map(async ({ actor, at, changed: fields, reason: { purpose, note, endsAt } }) => {
    return { viewer: actor && (await name(actor)), purpose, fields, note: await wordsOf(ctx, note), at, endsAt };
  });
  return { accesses: await Promise.all(told), next };
});

export const views = implementQuery(access.views, async (ctx, { principal }) => {
  const row = await ownRow(ctx, principal);
  return { days: row ? await viewsByDay(ctx, row._id) : [] };
});

/** Ends a lease whose time is over. One that was closed or revoked is gone already. */
export const end = auditedMutation(
  { action: 'privacy.access.end', subject: 'profile', args: { lease: v.id('accessLeases') }, returns: v.null() },
  async (ctx, { lease: id }) => {
    const lease = await findLease(ctx, id);
    if (!lease) return { answer: null, audit: null };
    await deleteLease(ctx, lease);
    return { answer: null, audit: ending(lease).audit };
  },
);

/** Leases that one run of the cron ends. */
const ENDED = 100;

/** Ends leases that lost their scheduled end, as after an import of a snapshot, which has no scheduled functions. */
export const endOverdue = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx): Promise<null> => {
    for (const { _id: lease } of await overdueLeases(ctx, Date.now(), ENDED))
      await ctx.scheduler.runAfter(0, internal.privacy.access.end, { lease });
    return null;
  },
});
