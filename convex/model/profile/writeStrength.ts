/** The strength of a profile, stored beside it. Part of the write path. */
import {
  COMPLETE_SCORE,
  STRENGTH_RULES,
  type Strength,
  type StrengthFacts,
  canonicalJson,
  sectionNames,
  strengthFacts,
  strengthOfFacts,
} from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import { isUploaded } from './photo.js';
import { type ProfilePart, findProfileById, findStrength, strengthsOfOlderRules } from './rows.js';
import { profileSource } from './source.js';

/** Strengths that one transaction makes again: each reads a profile whole, at most 256 KiB. */
const REFRESH_BATCH = 10;

/** With the picture that the sections go with; of no account for sections without `identity`. */
interface Rated {
  profile: ProfilePart['profile'];
  photo: Doc<'profilePhotos'> | null;
}

/** Stores the strength of a new profile. */
export async function insertStrength(
  ctx: MutationCtx,
  owner: Pick<Doc<'profileStrengths'>, 'profileId' | 'accountId'>,
  rated: Rated,
): Promise<void> {
  const now = Date.now();
  const made = madeOf(rated);
  const completed = isComplete(made.strength) ? { completedAt: now } : {};
  await ctx.db.insert('profileStrengths', { ...owner, createdAt: now, ...made, ...completed });
}

/**
 * Stores the strength of a profile after a change, if it differs: one document is read, and at most one written. Of sections that
 * were not read the facts count that are stored; the profile is read whole where there are none by the rules of today.
 */
export async function followStrength(
  ctx: MutationCtx,
  { _id: profileId, accountId, _creationTime: createdAt }: Doc<'profiles'>,
  rated: Rated,
): Promise<void> {
  const before = await findStrength(ctx, profileId);
  const { role: ratedRole, sections, handle } = rated.profile;
  const known = before?.rules === STRENGTH_RULES && before.role === ratedRole ? before.facts : undefined;
  const isWhole = sectionNames.every((name) => sections[name] !== undefined);
  const whole = known || isWhole ? rated : ((await profileSource(ctx, handle)) ?? rated);
  const made = madeOf(whole, isWhole ? undefined : known);
  if (!before) {
    // Nobody saw when this profile became complete: it is older than the strengths that are stored.
    await ctx.db.insert('profileStrengths', { profileId, accountId, createdAt, ...made });
    return;
  }
  const { role, rules, strength, facts, completedAt } = before;
  if (canonicalJson({ role, rules, strength, facts }) === canonicalJson(made)) return;
  const completes = completedAt === undefined && !isComplete(strength) && isComplete(made.strength);
  await ctx.db.patch('profileStrengths', before._id, { ...made, ...(completes && { completedAt: Date.now() }) });
}

/** The strength of a profile that exists, stored by the rules of today. Null if there is no such profile. */
export async function ensureStrength(
  ctx: MutationCtx,
  profileId: Id<'profiles'>,
): Promise<Doc<'profileStrengths'> | null> {
  const stored = await findStrength(ctx, profileId);
  if (stored?.rules === STRENGTH_RULES) return stored;
  const row = await findProfileById(ctx, profileId);
  const found = row && (await profileSource(ctx, row.handle));
  if (!found) return stored;
  await followStrength(ctx, found.row, found);
  return findStrength(ctx, profileId);
}

/** Makes a batch of strengths of older rules again. The profiles that they are of, in that order. */
export async function refreshStrengths(ctx: MutationCtx): Promise<{ refreshed: Id<'profiles'>[]; more: boolean }> {
  const older = await strengthsOfOlderRules(ctx, STRENGTH_RULES, REFRESH_BATCH);
  for (const { _id, profileId } of older) {
    const made = await ensureStrength(ctx, profileId);
    // Its profile is gone; nobody can read it any more, and it must not be found again.
    if (made?.rules !== STRENGTH_RULES) await ctx.db.delete('profileStrengths', _id);
  }
  return { refreshed: older.map(({ profileId }) => profileId), more: older.length === REFRESH_BATCH };
}

function madeOf(
  { profile: { role, sections }, photo }: Rated,
  known: Doc<'profileStrengths'>['facts'] = {},
): Pick<Doc<'profileStrengths'>, 'role' | 'rules' | 'strength' | 'facts'> {
  const told = strengthFacts(role, sections, { uploaded: isUploaded(photo) });
  const facts = { ...known, ...told } as Required<StrengthFacts>;
  return { role, rules: STRENGTH_RULES, strength: strengthOfFacts(role, facts), facts };
}

function isComplete({ score }: Strength): boolean {
  return score >= COMPLETE_SCORE;
}
