/**
 * The source of profiles for every reader and every write: the snapshot or the rows, as the phase of the owner's cohort says
 * (docs/adr/0020). One of them serves a profile whole. A snapshot that is missing or not the last write serves nobody,
 * whatever the phase is, so no phase and no flag can show an old profile.
 */
import { SCHEMA_VERSION, type SectionName, type Sections, canonicalJson, wholeVersions } from '@gigsy/schema';
import type { Doc } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { hashOfText } from '../contract/hash.js';
import { type ProfileHashes, areWhole } from './hashes.js';
import { placeOf, servesSnapshot } from './phase.js';
import {
  type ProfilePart,
  type StoredProfile,
  findProfileRow,
  lastWriteIn,
  profileOfRows,
  sectionOfRows,
  snapshotRow,
  stored,
} from './rows.js';

/** The profile under `handle`: five documents from the snapshot, at most 544 from the rows. Null if there is none. */
export async function profileSource(ctx: QueryCtx | MutationCtx, handle: string): Promise<StoredProfile | null> {
  const row = await findProfileRow(ctx, handle);
  if (!row) return null;
  const { phase } = await placeOf(ctx, row);
  const snapshot = servesSnapshot(phase) ? await snapshotRow(ctx, row) : null;
  const profile = (snapshot && (await lastWriteIn(snapshot, row))) ?? (await profileOfRows(ctx, row));
  return { ...(await stored(ctx, row, profile)), user: snapshot ?? undefined };
}

/**
 * The sections that a change is about, and no others, in every phase: from the snapshot where it serves and the hash of the
 * section fits, else from the rows. Whole where a copy could not follow the change without the other sections: where hashes are missing, or
 * the snapshot is not the last write. Null if there is no profile under `handle`.
 */
export async function profilePart(
  ctx: MutationCtx,
  handle: string,
  sections: readonly SectionName[],
): Promise<ProfilePart | null> {
  const row = await findProfileRow(ctx, handle);
  if (!row) return null;
  const [{ phase }, user] = [await placeOf(ctx, row), await snapshotRow(ctx, row)];
  if (!user?.hashes || !areWhole(user.hashes) || !(phase === 'retired' || isOfLastWrite(user, row)))
    return profileSource(ctx, handle);
  const copy = servesSnapshot(phase) ? sectionsIn(user) : {};
  const read = sections.map(async (section) => {
    const copied = copy[section];
    const isServed = copied !== undefined && (await hasHash(user.hashes, section, copied));
    return [section, isServed ? copied : await sectionOfRows(ctx, row, section)] as const;
  });
  const part: Partial<Sections> = Object.fromEntries(await Promise.all(read));
  const { role, settings } = row;
  const profile = { handle, role, settings, versions: wholeVersions(row.versions), sections: part };
  return { ...(await stored(ctx, row, profile)), user };
}

/** Only then may a write put other content in place of some sections: the rest of an older snapshot would come back. */
function isOfLastWrite({ profile }: Doc<'users'>, { handle, versions }: Doc<'profiles'>): boolean {
  if (!profile || !('schemaVersion' in profile) || profile.schemaVersion !== SCHEMA_VERSION) return false;
  return profile.handle === handle && canonicalJson(profile.versions) === canonicalJson(wholeVersions(versions));
}

function sectionsIn({ profile }: Doc<'users'>): Partial<Sections> {
  return profile && 'schemaVersion' in profile ? profile.sections : {};
}

async function hasHash(hashes: ProfileHashes | undefined, section: SectionName, content: unknown): Promise<boolean> {
  return hashes?.parts[section] === (await hashOfText(canonicalJson(content)));
}
