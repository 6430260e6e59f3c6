/**
 * Writes profiles that were stored in an older version anew, in the version of today. Part of the write path, for the
 * migration alone: a profile that its owner changes is written anew without it.
 */
import { SCHEMA_VERSION, type Owner, randomHex, snapshotOf, upcastProfile } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import { refusalIn } from '../contract/errors.js';
import { hashesOf } from './hashes.js';
import { findProfileRow, profileOfRows } from './rows.js';
import { isFree } from './rowsHandles.js';
import { insertProfile } from './write.js';
import { holdHandle } from './writeHandle.js';

/**
 * Brings one row of `users` to the version of today. Version 0 gets its tables, and a handle made of its name. A row
 * whose account has gone or has another profile, and one that is too large, stay as they are: nothing of it is lost.
 */
export async function writeAnew(ctx: MutationCtx, user: Doc<'users'>): Promise<void> {
  const older = user.profile;
  // Once snapshots are retired there is none to bring up to date.
  if (!older || ('schemaVersion' in older && older.schemaVersion === SCHEMA_VERSION)) return;
  const account = await ctx.db.get('accounts', user.accountId);
  if (!account) return;
  if (account.handle !== undefined) await completeRows(ctx, user, account.handle);
  else if (!('handle' in older)) await spread(ctx, { _id: user._id, profile: older }, account);
}

/** The rows are the system of record: the snapshot is made of them. */
async function completeRows(ctx: MutationCtx, user: Doc<'users'>, handle: string): Promise<void> {
  const row = await findProfileRow(ctx, handle);
  if (row?.userId !== user._id) return;
  const profile = await profileOfRows(ctx, row);
  const { versions, sections } = profile;
  const { organisation, mentoring } = sections;
  await ctx.db.patch('profiles', row._id, { versions, organisation, mentoring });
  // Profiles of version 1 are older than the table of handles.
  await holdHandle(ctx, row._id, handle);
  const hashes = await hashesOf(profile);
  await ctx.db.patch('users', user._id, { profile: snapshotOf(profile), hashes, profileHash: undefined });
}

async function spread(
  ctx: MutationCtx,
  user: { _id: Id<'users'>; profile: NonNullable<Doc<'users'>['profile']> },
  account: Doc<'accounts'>,
): Promise<void> {
  const { role } = account;
  const name = 'name' in user.profile ? user.profile.name : undefined;
  const owner: Owner = { handle: await freeHandle(ctx, name ?? ''), role };
  try {
    await insertProfile(ctx, account, upcastProfile(user.profile, owner), user._id);
  } catch (thrown) {
    // Refused before anything is written.
    if (refusalIn(thrown).code !== 'too_large') throw thrown;
  }
}

/** A handle from the Latin letters and digits of a name, with some digits after it where the short form cannot be had. */
async function freeHandle(ctx: MutationCtx, name: string): Promise<string> {
  const words = name.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
  const short = words
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 30)
    .replace(/^-|-$/g, '');
  const base = short.length < 2 ? 'person' : short;
  if (base === short && (await isFree(ctx, base, null))) return base;
  const longer = `${base}-${randomHex(4)}`;
  return (await isFree(ctx, longer, null)) ? longer : freeHandle(ctx, name);
}
