/** Events in quarantine: public functions for administrators, and the end of their time. */
import { contract, eventsRetention, inboundCatalog, readEvent } from '@gigsy/schema';
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import { internalMutation } from '../_generated/server.js';
import { implementMutation, implementQuery } from '../model/door/implement.js';
import { append, keepGoing, noteAccepted } from '../model/events/inbox.js';
import { meterOf } from '../model/events/meters.js';
import {
  attribute,
  countOut,
  dropQuarantined,
  isOwnFault,
  namedQuarantined,
  purgeQuarantine,
  quarantine,
  quarantinedBefore,
  quarantinedShown,
} from '../model/events/quarantine.js';
import { registeredAs, sourceById } from '../model/events/sources.js';
import { notePurged } from '../model/privacy/purges.js';

export const list = implementQuery(
  contract.events.quarantine.list,
  async (ctx, { args: { before = Number.MAX_SAFE_INTEGER } }) =>
    Promise.all(
      (await quarantinedBefore(ctx, before)).map(async (row) =>
        quarantinedShown(row, (await sourceById(ctx, row.sourceId)).name),
      ),
    ),
);

export const replay = implementMutation(contract.events.quarantine.replay, async (ctx, { args }) => {
  const row = await namedQuarantined(ctx, args.event);
  const audit = { subject: row.sourceId, changed: [row.reason] };
  const stays = (reason: typeof row.reason) => ({
    answer: { event: row._id, outcome: 'quarantined' as const, reason },
    audit,
  });
  if (row.text === undefined) return stays(row.reason);
  const given = JSON.parse(row.text) as { id: string };
  const event = readEvent(given, registeredAs(await sourceById(ctx, row.sourceId)), inboundCatalog);
  if ('fault' in event) {
    const { fault: reason, faults, type, subject } = event;
    if (!isOwnFault(row.reason)) return stays(row.reason);
    const { sourceId, key, id, text, accountId } = row;
    await quarantine(ctx, row, { sourceId, key, id, text, accountId, type, subject, reason, faults });
    return stays(reason);
  }
  await dropQuarantined(ctx, row);
  await countOut(ctx, [row]);
  const meter = { ...(await meterOf(ctx, row.sourceId)) };
  await noteAccepted(ctx, row.sourceId, row.key);
  await append(ctx, meter, given.id, event);
  await keepGoing(ctx, meter);
  return { answer: { event: row._id, outcome: 'accepted' as const, reason: null }, audit };
});

export const drop = implementMutation(contract.events.quarantine.drop, async (ctx, { args }) => {
  const row = await namedQuarantined(ctx, args.event);
  await dropQuarantined(ctx, row);
  await countOut(ctx, [row]);
  return { answer: { event: row._id }, audit: { subject: row.sourceId, changed: [row.reason] } };
});

/** Notes whom events in quarantine name by ids of an organisation. A request that brings such events starts it. */
export const attributed = internalMutation({
  args: { sourceId: v.id('eventSources'), keys: v.array(v.string()) },
  returns: v.null(),
  handler: async (ctx, { sourceId, keys }): Promise<null> => {
    await attribute(ctx, await sourceById(ctx, sourceId), keys);
    return null;
  },
});

/** Rows of one transaction: each may hold a whole event. */
const BATCH = 100;

/** Deletes events that have been in quarantine for their time. A cron starts it. */
export const expire = internalMutation({
  args: {},
  returns: v.null(),
  handler: async (ctx): Promise<null> => {
    const count = await purgeQuarantine(ctx, Date.now() - eventsRetention.inboxQuarantine.periodMs, BATCH);
    await notePurged(ctx, 'inboxQuarantine', count);
    if (count === BATCH) await ctx.scheduler.runAfter(0, internal.events.quarantine.expire, {});
    return null;
  },
});
