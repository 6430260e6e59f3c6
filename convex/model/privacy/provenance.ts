/**
 * Where parts of a profile came from: rows that name fields, and hash their values as they came. The values themselves are
 * in the profile alone.
 */
import { type ImportedPart, MAX_IMPORTED_PARTS, type SectionName } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { refusal } from '../contract/errors.js';
import { hashOf } from '../contract/hash.js';
import type { ConsentRow } from './consents.js';

export type PartRow = Doc<'importedParts'>;

/** All of a profile, oldest first. */
export function partsOfProfile(ctx: QueryCtx | MutationCtx, profileId: Id<'profiles'>): Promise<PartRow[]> {
  return ctx.db
    .query('importedParts')
    .withIndex('by_profile', (range) => range.eq('profileId', profileId))
    .take(MAX_IMPORTED_PARTS);
}

/** Gives the value of a field now; undefined where there is none. */
export type ValueAt = (section: SectionName, item: string | null, field: string) => unknown;

/** Tells of a field whether one of the imports brought the value that it has now. */
export async function untouchedBy(
  rows: readonly PartRow[],
  valueAt: ValueAt,
): Promise<(section: string, item: string | null, field: string) => boolean> {
  const untouched = new Set<string>();
  for (const { section, item, fields } of rows) {
    for (const [field, hash] of Object.entries(fields)) {
      const value = valueAt(section as SectionName, item, field);
      if (value !== undefined && (await hashOf(value)) === hash) untouched.add(placeOf(section, item, field));
    }
  }
  return (section, item, field) => untouched.has(placeOf(section, item, field));
}

function placeOf(section: string, item: string | null, field: string): string {
  return `${section}/${item ?? ''}/${field}`;
}

/** Remembers what an import brought. `rows` are all of the profile. */
export async function rememberParts(
  ctx: MutationCtx,
  consent: ConsentRow,
  { rows, parts, valueAt }: { rows: readonly PartRow[]; parts: readonly ImportedPart[]; valueAt: ValueAt },
): Promise<void> {
  const { _id, profileId, source } = consent;
  let count = rows.length;
  for (const { section, item, added, fields } of parts) {
    const brought: Record<string, string> = {};
    for (const field of fields) brought[field] = await hashOf(valueAt(section, item, field) ?? null);
    const before = await ctx.db
      .query('importedParts')
      .withIndex('by_part', (range) => range.eq('consent', _id).eq('section', section).eq('item', item))
      .first();
    if (before) {
      const merged = { ...before.fields, ...brought };
      await ctx.db.patch('importedParts', before._id, { fields: merged, importedAt: Date.now() });
      continue;
    }
    count += 1;
    if (count > MAX_IMPORTED_PARTS)
      throw refusal('too_large', `At most ${MAX_IMPORTED_PARTS} parts of a profile may come by imports.`);
    const row = { profileId, consent: _id, source, section, item, added, fields: brought, importedAt: Date.now() };
    await ctx.db.insert('importedParts', row);
  }
}

export async function forgetParts(ctx: MutationCtx, rows: readonly PartRow[]): Promise<void> {
  for (const { _id } of rows) await ctx.db.delete('importedParts', _id);
}

export async function eraseParts(ctx: MutationCtx, profileId: Id<'profiles'>, count: number): Promise<number> {
  const rows = await ctx.db
    .query('importedParts')
    .withIndex('by_profile', (range) => range.eq('profileId', profileId))
    .take(count);
  await forgetParts(ctx, rows);
  return rows.length;
}
