/** The privacy domain's stores of personal data. */
import type { Doc } from '../../_generated/dataModel.js';
import type { Store } from '../contract/store.js';
import { eraseGrants } from './grants.js';
import { eraseScheduled } from './schedule.js';

/** The leases that the person holds, and those on their profile: both end at once. */
const accessLeases: Store = {
  table: 'accessLeases',
  async erase(ctx, { account }, count) {
    let left = count;
    for (const side of ['viewer', 'owner'] as const) {
      const rows = await ctx.db
        .query('accessLeases')
        .withIndex(`by_${side}`, (range) => range.eq(side as 'viewer', account._id))
        .take(left);
      for (const { _id } of rows) await ctx.db.delete('accessLeases', _id);
      left -= rows.length;
      if (left === 0) break;
    }
    return count - left;
  },
};

/** The words that the person gave as reasons, and those that others gave for reading the person. */
const accessNotes: Store = {
  table: 'accessNotes',
  async erase(ctx, { account, profileId }, count) {
    const erase = async (rows: Doc<'accessNotes'>[]) => {
      for (const { _id } of rows) await ctx.db.delete('accessNotes', _id);
      return rows.length;
    };
    const written = await erase(
      await ctx.db
        .query('accessNotes')
        .withIndex('by_viewer', (range) => range.eq('viewer', account._id))
        .take(count),
    );
    if (!profileId || written === count) return written;
    const concerning = await ctx.db
      .query('accessNotes')
      .withIndex('by_profile', (range) => range.eq('profileId', profileId))
      .take(count - written);
    return written + (await erase(concerning));
  },
};

/** The grants that the person gave, and those that name them. */
const privacyGrants: Store = {
  table: 'privacyGrants',
  erase: (ctx, { account, profileId }, count) => eraseGrants(ctx, profileId, account._id, count),
};

const privacySchedules: Store = {
  table: 'privacySchedules',
  erase: async (ctx, { profileId }, count) => (profileId ? eraseScheduled(ctx, profileId, count) : 0),
};

export const privacyStores: readonly Store[] = [accessLeases, accessNotes, privacyGrants, privacySchedules];
