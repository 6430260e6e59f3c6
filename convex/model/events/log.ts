/** Appends to the log. An event is written in the transaction that it tells of, or not at all. */
import { type EventData, type EventType, eventCatalog } from '@gigsy/schema';
import type { Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';

export async function appendEvent<T extends EventType>(
  ctx: MutationCtx,
  type: T,
  profileId: Id<'profiles'>,
  data: EventData<T>,
): Promise<void> {
  await ctx.db.insert('events', {
    type,
    version: eventCatalog[type].version,
    profileId,
    data,
    commitTs: ctx.db.vars.commitTs,
  });
}
