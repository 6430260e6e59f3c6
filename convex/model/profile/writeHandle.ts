/**
 * Gives profiles their handles. A handle that its owner leaves leads to the profile for 90 days, and nobody else can ever
 * have it. Part of the write path.
 */
import { HANDLE_LEADS_MS, skeletonOf } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import { moveGrants } from '../privacy/grants.js';
import { moveRelations } from '../privacy/relations.js';
import { notePurged } from '../privacy/purges.js';
import { endRedirects } from '../privacy/redirects.js';
import { findProfileById, findProfileRow, handlesAfter } from './rows.js';
import { type HandleRow, findHandle, handleFaults, leadingSince } from './rowsHandles.js';

/** Handles that one transaction of the retirement goes through. */
const RETIREMENT_BATCH = 100;
/** Profiles that one transaction of the collection goes through. */
const COLLECTED = 500;

/** Records that a profile has a handle. */
export async function holdHandle(ctx: MutationCtx, profileId: Id<'profiles'>, handle: string): Promise<void> {
  const held = await findHandle(ctx, handle);
  const row = { handle, skeleton: skeletonOf(handle), profileId, state: 'current' as const };
  if (held) await ctx.db.replace('profileHandles', held._id, row);
  else await ctx.db.insert('profileHandles', row);
}

/**
 * Records the handles of a batch of profiles after `after` that are older than these records. Returns the handle that it
 * has reached; null at the end.
 */
export async function holdOlderHandles(ctx: MutationCtx, after: string): Promise<string | null> {
  const handles = await handlesAfter(ctx, after, COLLECTED);
  for (const handle of handles) {
    const row = await findProfileRow(ctx, handle);
    if (row) await holdOlderHandle(ctx, row._id, handle);
  }
  return handles[COLLECTED - 1] ?? null;
}

/** Records the handle of a profile that is older than these records, unless it is recorded already. */
export async function holdOlderHandle(ctx: MutationCtx, profileId: Id<'profiles'>, handle: string): Promise<void> {
  if (!(await findHandle(ctx, handle))) await holdHandle(ctx, profileId, handle);
}

/**
 * Makes the records of a profile's handles follow its row. Records that name another profile stay: only a person can say
 * whose the handle is.
 */
export async function followHandles(ctx: MutationCtx, row: Doc<'profiles'>): Promise<void> {
  const now = Date.now();
  for (const { handle, state, rows } of await handleFaults(ctx, row._id, row)) {
    if (rows.some(({ profileId }) => profileId !== row._id)) continue;
    const [held, ...doubles] = rows;
    for (const { _id } of doubles) await ctx.db.delete('profileHandles', _id);
    const left = { state: state ?? 'retired', leftAt: held?.leftAt ?? now } as const;
    const place = state === 'current' ? { state } : left;
    const record = { handle, skeleton: skeletonOf(handle), profileId: row._id, ...place };
    if (held) await ctx.db.replace('profileHandles', held._id, record);
    else await ctx.db.insert('profileHandles', record);
  }
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
  await moveGrants(ctx, profileId, handle);
  await moveRelations(ctx, accountId, handle);
  return { handle, formerHandles: [...formerHandles, old].filter((former) => former !== handle) };
}

async function leaveHandle(ctx: MutationCtx, profileId: Id<'profiles'>, handle: string): Promise<void> {
  const held = await findHandle(ctx, handle);
  const row = { handle, skeleton: skeletonOf(handle), profileId, state: 'leading' as const, leftAt: Date.now() };
  if (held) await ctx.db.replace('profileHandles', held._id, row);
  else await ctx.db.insert('profileHandles', row);
}

/** Ends the leads of a batch of handles that were left 90 days ago; true if there may be more. */
export async function retireHandles(ctx: MutationCtx): Promise<boolean> {
  const overdue = await leadingSince(ctx, Date.now() - HANDLE_LEADS_MS, RETIREMENT_BATCH);
  for (const held of overdue) await retireHandle(ctx, held);
  await notePurged(ctx, 'formerHandles', overdue.length);
  return overdue.length === RETIREMENT_BATCH;
}

async function retireHandle(ctx: MutationCtx, held: HandleRow): Promise<void> {
  const { handle } = held;
  await ctx.db.patch('profileHandles', held._id, { state: 'retired' });
  await endRedirects(ctx, handle);
  const row = await findProfileById(ctx, held.profileId);
  const formerHandles = row?.formerHandles?.filter((former) => former !== handle);
  if (row) await ctx.db.patch('profiles', row._id, { formerHandles });
}
