/** Removes what came by an import from a profile. Part of the write path. */
import {
  type ImportedPart,
  type ListSection,
  type SectionName,
  isEdited,
  sectionNames,
  valueAt,
  withoutImported,
} from '@gigsy/schema';
import type { Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import { hashOf } from '../contract/hash.js';
import { type PartRow, forgetParts, partsOfProfile, untouchedBy } from '../privacy/provenance.js';
import type { StoredProfile } from './rows.js';
import { findRemoved } from './rowsRemoved.js';
import { replaceProfile } from './write.js';
import { dropRemoved } from './writeRemoved.js';

/**
 * Takes away what came under a consent, and cannot be restored: whole items, single fields, and items that their owner had
 * removed already. Parts that the owner has edited since stay.
 */
export async function forgetImported(
  ctx: MutationCtx,
  stored: StoredProfile,
  consent: Id<'consents'>,
): Promise<{ sections: SectionName[]; removed: number; kept: number }> {
  const { profile, profileId } = stored;
  const all = await partsOfProfile(ctx, profileId);
  const rows = all.filter((row) => row.consent === consent);
  const isUntouched = await untouchedBy(all, (...place) => valueAt(profile.sections, ...place));
  const { sections, removed, kept } = withoutImported(profile.sections, rows.map(partIn), isUntouched);
  const changed = sectionNames.filter((name) => sections[name] !== profile.sections[name]);
  await replaceProfile(ctx, stored, { ...profile, sections }, { restorable: false });
  let gone = 0;
  for (const row of rows) if (await forgetRemoved(ctx, row)) gone += 1;
  await forgetParts(ctx, rows);
  return { sections: changed, removed: removed + gone, kept };
}

export function partIn({ section, item, added, fields }: PartRow): ImportedPart {
  return { section: section as SectionName, item, added, fields: Object.keys(fields) };
}

/** True if an item was deleted that could have been restored. One that was edited before its removal stays. */
async function forgetRemoved(ctx: MutationCtx, row: PartRow): Promise<boolean> {
  const { profileId, item, section, added, fields } = row;
  const removed = item !== null && added ? await findRemoved(ctx, profileId, section as ListSection, item) : null;
  if (!removed) return false;
  const values = new Map(Object.entries(removed.item));
  const untouched = new Set<string>();
  for (const [field, hash] of Object.entries(fields))
    if (values.get(field) !== undefined && (await hashOf(values.get(field))) === hash) untouched.add(field);
  if (isEdited(removed.item, partIn(row), (field) => !untouched.has(field))) return false;
  await dropRemoved(ctx, profileId, removed.section, removed.itemId);
  return true;
}
