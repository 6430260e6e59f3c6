/** Changes of privacy settings that are made later. */
import { contract } from '@gigsy/schema';
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import { internalMutation } from '../_generated/server.js';
import { auditedMutation } from '../model/door/audit.js';
import { implementMutation, implementQuery } from '../model/door/implement.js';
import { appendEvent } from '../model/events/log.js';
import { itemIn } from '../model/privacy/readModel.js';
import { addScheduled, listScheduled, overdue, removeScheduled, takeScheduled } from '../model/privacy/schedule.js';
import { ownRow, requiredRow } from '../model/profile/parts.js';
import { findProfileById } from '../model/profile/rows.js';
import { changeSettings, changesOfPresent } from '../model/profile/settings.js';
import { profileSource } from '../model/profile/source.js';
import { readModels } from '../model/readModels.js';

const { schedule } = contract.privacy;

export const list = implementQuery(schedule.list, async (ctx, { principal }) => {
  const row = await ownRow(ctx, principal);
  return row ? listScheduled(ctx, row._id) : [];
});

export const add = implementMutation(schedule.add, async (ctx, { principal, args }) => {
  const { _id: profileId } = await requiredRow(ctx, principal);
  const answer = await addScheduled(ctx, profileId, args);
  await appendEvent(ctx, 'privacy.scheduled', profileId, {});
  return { answer, audit: { subject: profileId, changed: ['schedule'] } };
});

export const cancel = implementMutation(schedule.cancel, async (ctx, { principal, args }) => {
  const { _id: profileId } = await requiredRow(ctx, principal);
  await removeScheduled(ctx, profileId, args.scheduled);
  await appendEvent(ctx, 'privacy.unscheduled', profileId, {});
  return { answer: { scheduled: args.scheduled }, audit: { subject: profileId, changed: ['schedule'] } };
});

/** Makes a change whose time has come, unless it was called off or made already. */
export const apply = auditedMutation(
  {
    action: 'privacy.schedule.apply',
    subject: 'profile',
    args: { scheduled: v.id('privacySchedules') },
    returns: v.null(),
  },
  async (ctx, { scheduled }) => {
    const due = await takeScheduled(ctx, scheduled);
    const row = due && (await findProfileById(ctx, due.profileId));
    const stored = row && (await profileSource(ctx, row.handle));
    if (!due || !stored) return { answer: null, audit: null };
    const elsewhere = itemIn(readModels);
    const changes = await changesOfPresent(ctx, stored, due.changes, elsewhere);
    const { changed } = await changeSettings(ctx, stored, changes, elsewhere);
    return { answer: null, audit: changed.length > 0 ? { subject: due.profileId, changed } : null };
  },
);

/** Changes that one run of the cron makes. */
const LATE_BATCH = 50;

/** Makes changes that lost their scheduled function, as after an import of a snapshot, which has none. A cron starts it. */
export const applyOverdue = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx): Promise<null> => {
    const late = await overdue(ctx, Date.now(), LATE_BATCH);
    for (const scheduled of late) await ctx.scheduler.runAfter(0, internal.privacy.schedule.apply, { scheduled });
    return null;
  },
});
