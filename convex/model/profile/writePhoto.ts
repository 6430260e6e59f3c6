/**
 * Writes the picture of a profile: requested when the owner gives an address, kept once it has been fetched, deleted with
 * its file when the owner changes or removes the address. Part of the write path.
 */
import type { PhotoFault } from '@gigsy/schema';
import { randomHex } from '@gigsy/schema';
import { internal } from '../../_generated/api.js';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import { mayDraw } from '../operations/rate.js';
import { findPhoto } from './rows.js';

/** Limit of new addresses an account. Each makes the deployment call a host that the owner chose. */
const RATE = { rate: 20, periodMs: 3_600_000, capacity: 20 };
/** Milliseconds before each further attempt. The last attempt has no successor. */
const RETRY_AFTER = [60_000, 600_000];
/** Milliseconds after which an action without a report counts as lost. Convex runs an action at most once. */
const OVERDUE_MS = 120_000;

export interface PhotoOwner {
  profileId: Id<'profiles'>;
  accountId: Id<'accounts'>;
  handle: string;
}

/** Makes the picture follow the address that the owner gives. `stored` is the picture before. */
export async function followPhoto(
  ctx: MutationCtx,
  { profileId, accountId, handle }: PhotoOwner,
  stored: Doc<'profilePhotos'> | null,
  source: string | undefined,
): Promise<Doc<'profilePhotos'> | null> {
  if (stored?.source === source) return stored;
  if (stored) await removePhoto(ctx, stored);
  return source === undefined ? null : requestPhoto(ctx, { profileId, accountId, handle }, { source });
}

/**
 * Makes the picture follow the one that the identity provider has, unless the owner has chosen one. One that the owner has
 * removed comes back only when the provider has another. `stored` is the picture before; the same if nothing changes.
 */
export async function followProvided(
  ctx: MutationCtx,
  owner: PhotoOwner,
  stored: Doc<'profilePhotos'> | null,
  { before, now }: { before?: string | undefined; now: string | undefined },
): Promise<Doc<'profilePhotos'> | null> {
  const isChosen = stored ? stored.provided === undefined : before === now;
  if (isChosen || stored?.provided === now) return stored;
  if (stored) await removePhoto(ctx, stored);
  return now === undefined ? null : requestPhoto(ctx, owner, { provided: now });
}

/** The row of a picture that is fetched from now on, or of one that may not be. */
async function requestPhoto(
  ctx: MutationCtx,
  { profileId, accountId, handle }: PhotoOwner,
  from: Pick<Doc<'profilePhotos'>, 'source' | 'provided'>,
): Promise<Doc<'profilePhotos'> | null> {
  const admitted = await mayDraw(ctx, 'profile.photos', accountId, RATE);
  const id = await ctx.db.insert('profilePhotos', {
    profileId,
    handle,
    ...from,
    attempts: 0,
    tokens: newTokens(),
    ...(admitted ? { state: 'waiting' } : { state: 'failed', fault: 'rate_limited' }),
  });
  if (admitted) await attempt(ctx, id, 0, 0);
  return findPhoto(ctx, profileId);
}

/** Unguessable ends of a picture's addresses. */
export function newTokens(): Doc<'profilePhotos'>['tokens'] {
  return { public: randomHex(16), platform: randomHex(16), owner: randomHex(16) };
}

/** Deletes the row and the file, after which no address of the picture shows anything. */
export async function removePhoto(ctx: MutationCtx, { _id, file }: Doc<'profilePhotos'>): Promise<void> {
  if (file) await ctx.storage.delete(file.id);
  await ctx.db.delete('profilePhotos', _id);
}

/** Keeps the file that was fetched. */
export async function keepPhoto(
  ctx: MutationCtx,
  { _id }: Doc<'profilePhotos'>,
  file: NonNullable<Doc<'profilePhotos'>['file']>,
): Promise<void> {
  await ctx.db.patch('profilePhotos', _id, { state: 'stored', file });
}

/** Records a failed attempt, and schedules another if one may help. */
export async function failPhoto(
  ctx: MutationCtx,
  { _id, attempts }: Doc<'profilePhotos'>,
  fault: PhotoFault,
): Promise<void> {
  const delay = fault === 'unreachable' ? RETRY_AFTER[attempts] : undefined;
  const failed = attempts + 1;
  await ctx.db.patch('profilePhotos', _id, {
    attempts: failed,
    ...(delay === undefined && { state: 'failed', fault }),
  });
  if (delay !== undefined) await attempt(ctx, _id, failed, delay);
}

/** Does not pass the address on, since arguments of scheduled functions are kept and shown to operators. */
async function attempt(ctx: MutationCtx, photo: Id<'profilePhotos'>, attempts: number, delay: number): Promise<void> {
  await ctx.scheduler.runAfter(delay, internal.profile.node.photos.take, { photo });
  await ctx.scheduler.runAfter(delay + OVERDUE_MS, internal.profile.photos.overdue, { photo, attempts });
}
