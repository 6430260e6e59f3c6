/**
 * Gives profiles their handles. A handle that its owner leaves leads to the profile for 90 days, and nobody else can ever
 * have it. Part of the write path.
 */
import { HANDLE_LEADS_MS, skeletonOf } from '@gigsy/schema';
import { internal } from '../../_generated/api.js';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import { endRedirects } from '../privacy/redirects.js';
import { findProfileById } from './rows.js';
import { findHandle } from './rowsHandles.js';

/** Records that a profile has a handle. */
export async function holdHandle(ctx: MutationCtx, profileId: Id<'profiles'>, handle: string): Promise<void> {
  const held = await findHandle(ctx, handle);
  const row = { handle, skeleton: skeletonOf(handle), profileId, state: 'current' as const };
  if (held) await ctx.db.replace('profileHandles', held._id, row);
  else await ctx.db.insert('profileHandles', row);
}

/** Gives the profile another handle, which must be free. Returns the fields of its row that follow. */
export async function changeHandleOf(
  ctx: MutationCtx,
  { row, photo }: { row: Doc<'profiles'>; photo: Doc<'profilePhotos'> | null },
  handle: string,
): Promise<Pick<Doc<'profiles'>, 'handle' | 'formerHandles'>> {
  const { _id: profileId, handle: old, formerHandles = [], accountId } = row;
  for (const former of formerHandles) await endRedirects(ctx, former);
  await leaveHandle(ctx, profileId, old);
  await holdHandle(ctx, profileId, handle);
  await ctx.db.patch('accounts', accountId, { handle });
  if (photo) await ctx.db.patch('profilePhotos', photo._id, { handle });
  return { handle, formerHandles: [...formerHandles, old].filter((former) => former !== handle) };
}

async function leaveHandle(ctx: MutationCtx, profileId: Id<'profiles'>, handle: string): Promise<void> {
  const leftAt = Date.now();
  const held = await findHandle(ctx, handle);
  const row = { handle, skeleton: skeletonOf(handle), profileId, state: 'leading' as const, leftAt };
  if (held) await ctx.db.replace('profileHandles', held._id, row);
  else await ctx.db.insert('profileHandles', row);
  await ctx.scheduler.runAfter(HANDLE_LEADS_MS, internal.profile.handles.retire, { handle, leftAt });
}

/** Ends the lead of a handle that was left at `leftAt`, unless its owner has come back to it since. */
export async function retireHandle(ctx: MutationCtx, handle: string, leftAt: number): Promise<void> {
  const held = await findHandle(ctx, handle);
  if (held?.state !== 'leading' || held.leftAt !== leftAt) return;
  await ctx.db.patch('profileHandles', held._id, { state: 'retired' });
  await endRedirects(ctx, handle);
  const row = await findProfileById(ctx, held.profileId);
  const formerHandles = row?.formerHandles?.filter((former) => former !== handle);
  if (row) await ctx.db.patch('profiles', row._id, { formerHandles });
}
