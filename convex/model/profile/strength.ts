/** The strength of a profile, for its owner. */
import { STRENGTH_RULES, type Strength, strengthOf } from '@gigsy/schema';
import type { Doc } from '../../_generated/dataModel.js';
import type { QueryCtx } from '../../_generated/server.js';
import { isUploaded } from './photo.js';
import { findOwnStrength } from './rows.js';
import { profileSource } from './source.js';

/**
 * The strength of the account's profile; null before there is a profile. One document; the profile whole where its strength
 * was not stored yet, or by older rules.
 */
export async function ownStrength(
  ctx: QueryCtx,
  { _id, handle }: Pick<Doc<'accounts'>, '_id' | 'handle'>,
): Promise<Strength | null> {
  if (handle === undefined) return null;
  const stored = await findOwnStrength(ctx, _id);
  if (stored?.rules === STRENGTH_RULES) return stored.strength;
  const found = await profileSource(ctx, handle);
  if (!found) return null;
  const { profile, photo } = found;
  return strengthOf(profile.role, profile.sections, { uploaded: isUploaded(photo) });
}
