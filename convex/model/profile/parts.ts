/** Parts of a person's own profile: one section, and the items that can be restored. */
import { type OwnSection, RESTORABLE_MS, type RemovedItem, type SectionName, wholeVersions } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { refusal } from '../contract/errors.js';
import { type Principal, isMember } from '../contract/principal.js';
import { findProfileRow, sectionOfRows } from './rows.js';
import { removedOf } from './rowsRemoved.js';

/** The row of the caller's profile; null if they have none. */
export function ownRow(ctx: QueryCtx | MutationCtx, principal: Principal): Promise<Doc<'profiles'> | null> {
  const handle = isMember(principal) ? principal.account.handle : undefined;
  return handle === undefined ? Promise.resolve(null) : findProfileRow(ctx, handle);
}

/** The row of the caller's profile. Throws if they have none. */
export async function requiredRow(ctx: MutationCtx, principal: Principal): Promise<Doc<'profiles'>> {
  const row = await ownRow(ctx, principal);
  if (row) return row;
  throw refusal('not_found', 'You have no profile yet; create one first.');
}

/** One section: the profile's row, and the rows of the list if the section is one. */
export async function sectionOf(ctx: QueryCtx, row: Doc<'profiles'>, section: SectionName): Promise<OwnSection> {
  const value = await sectionOfRows(ctx, row, section);
  return { section, version: wholeVersions(row.versions)[section], value } as OwnSection;
}

/** The last removed first. */
export async function restorableOf(ctx: QueryCtx, profileId: Id<'profiles'>): Promise<RemovedItem[]> {
  const rows = await removedOf(ctx, profileId);
  return rows.map(({ section, item, _creationTime: removedAt }) => {
    return { section, item, removedAt, restorableUntil: removedAt + RESTORABLE_MS } as RemovedItem;
  });
}
