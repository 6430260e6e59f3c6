/** Pages of what the profile domain holds on a person, for the person. */
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { QueryCtx } from '../../_generated/server.js';
import { EXPORT_PAGE, type Exported, exportedPage, exportedWhole, withoutIds } from '../contract/store.js';
import { type ItemSection, findPhoto, findProfileById, findStrength, itemTables } from './rows.js';

export async function exportedItems(
  ctx: QueryCtx,
  section: ItemSection,
  profileId: Id<'profiles'>,
  cursor: string | null,
): Promise<Exported> {
  const page = await ctx.db
    .query(itemTables[section])
    .withIndex('by_profile', (range) => range.eq('profileId', profileId))
    .paginate({ numItems: EXPORT_PAGE, cursor });
  return exportedPage(page, withoutIds);
}

export async function exportedRemovals(
  ctx: QueryCtx,
  profileId: Id<'profiles'>,
  cursor: string | null,
): Promise<Exported> {
  const page = await ctx.db
    .query('profileRemovedItems')
    .withIndex('by_profile', (range) => range.eq('profileId', profileId))
    .paginate({ numItems: EXPORT_PAGE, cursor });
  return exportedPage(page, ({ ordinal, itemId, ...removed }) => withoutIds(removed));
}

export async function exportedHandles(
  ctx: QueryCtx,
  profileId: Id<'profiles'>,
  cursor: string | null,
): Promise<Exported> {
  const page = await ctx.db
    .query('profileHandles')
    .withIndex('by_profile', (range) => range.eq('profileId', profileId))
    .paginate({ numItems: EXPORT_PAGE, cursor });
  return exportedPage(page, ({ skeleton, ...held }) => withoutIds(held));
}

/** The row without the unguessable ends of its addresses, and the file. */
export async function exportedPhoto(ctx: QueryCtx, profileId: Id<'profiles'>): Promise<Exported> {
  const photo = await findPhoto(ctx, profileId);
  if (!photo) return exportedWhole([]);
  const { tokens, file, ...row } = photo;
  return withFile({ ...withoutIds(row), type: file?.type }, file, 'picture');
}

export async function exportedUploads(
  ctx: QueryCtx,
  accountId: Id<'accounts'>,
  cursor: string | null,
): Promise<Exported> {
  const page = await ctx.db
    .query('profileUploads')
    .withIndex('by_account', (range) => range.eq('accountId', accountId))
    .paginate({ numItems: EXPORT_PAGE, cursor });
  const files = page.page.flatMap(({ file }, at) =>
    file ? [{ id: file.id, name: `upload-${at + 1}.${endOf(file.type)}` }] : [],
  );
  return { ...exportedPage(page, ({ token, file, ...row }) => ({ ...withoutIds(row), type: file?.type })), files };
}

export async function exportedStrength(ctx: QueryCtx, profileId: Id<'profiles'>): Promise<Exported> {
  const strength = await findStrength(ctx, profileId);
  return exportedWhole([strength && withoutIds(strength)]);
}

export async function exportedProfile(ctx: QueryCtx, profileId: Id<'profiles'>): Promise<Exported> {
  const row = await findProfileById(ctx, profileId);
  return exportedWhole([row && withoutIds(row)]);
}

function withFile(row: Record<string, unknown>, file: Doc<'profilePhotos'>['file'], name: string): Exported {
  const files = file ? [{ id: file.id, name: `${name}.${endOf(file.type)}` }] : [];
  return { ...exportedWhole([row]), files };
}

/** The end of the name of a file of this type: `png` of `image/png`. */
function endOf(type: string): string {
  return type.split('/')[1] ?? 'bin';
}
