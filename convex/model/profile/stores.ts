/** The profile domain's stores of personal data. Rows that lead to other rows come last. */
import { v } from 'convex/values';
import type { Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { type Exported, type Store, exportedWhole, withoutIds } from '../contract/store.js';
import { findEntry, uncountProfile } from './baselines.js';
import { eraseClerkUser, findClerkUser } from './clerkUsers.js';
import { itemSections, itemTables, namesPicture } from './rows.js';
import { namesUpload } from './rowsUploads.js';
import {
  exportedHandles,
  exportedItems,
  exportedPhoto,
  exportedProfile,
  exportedRemovals,
  exportedStrength,
  exportedUploads,
} from './rowsExport.js';
import {
  emptyAccount,
  eraseHandles,
  eraseItems,
  erasePhoto,
  eraseProfileRow,
  eraseRemoved,
  eraseSnapshots,
  eraseStrength,
  eraseUploads,
} from './writeErasure.js';

/** A store of a profile's documents, which a person without a profile has none of. */
function ofProfile({
  erase,
  export: exported,
  ...store
}: Pick<Store, 'table' | 'about' | 'names' | 'shape'> & {
  erase(ctx: MutationCtx, profileId: Id<'profiles'>, count: number): Promise<number>;
  export(ctx: QueryCtx, profileId: Id<'profiles'>, cursor: string | null): Promise<Exported>;
}): Store {
  return {
    ...store,
    erase: async (ctx, { profileId }, count) => (profileId ? erase(ctx, profileId, count) : 0),
    export: async (ctx, { profileId }, cursor) => (profileId ? exported(ctx, profileId, cursor) : exportedWhole([])),
  };
}

const items = itemSections.map((section) =>
  ofProfile({
    table: itemTables[section],
    about: `The section "${section}" of your profile.`,
    erase: (ctx, profileId, count) => eraseItems(ctx, section, profileId, count),
    export: (ctx, profileId, cursor) => exportedItems(ctx, section, profileId, cursor),
  }),
);

export const profileStores: readonly Store[] = [
  ...items,
  ofProfile({
    table: 'profilePhotos',
    about: 'Your picture, and the address that it came from.',
    shape: { lacks: ['tokens', 'file'], has: { type: v.optional(v.string()) } },
    erase: erasePhoto,
    export: exportedPhoto,
    names: namesPicture,
  }),
  ofProfile({
    table: 'profileRemovedItems',
    about: 'Items that you removed in the last 30 days.',
    shape: { lacks: ['ordinal', 'itemId'] },
    erase: eraseRemoved,
    export: exportedRemovals,
  }),
  ofProfile({
    table: 'profileHandles',
    about: 'Your handle, and those that you had.',
    shape: { lacks: ['skeleton'] },
    erase: eraseHandles,
    export: exportedHandles,
  }),
  {
    table: 'profileUploads',
    about: 'Pictures that you uploaded and have not used, kept for an hour.',
    shape: { lacks: ['token', 'file'], has: { type: v.optional(v.string()) } },
    erase: (ctx, { account }, count) => eraseUploads(ctx, account._id, count),
    export: (ctx, { account }, cursor) => exportedUploads(ctx, account._id, cursor),
    names: namesUpload,
  },
  {
    table: 'users',
    about: 'A copy of your whole profile.',
    erase: (ctx, { account }, count) => eraseSnapshots(ctx, account._id, count),
    export: 'a copy of the profile that the other files hold',
  },
  {
    table: 'clerkUsers',
    about: 'What the identity provider told about you.',
    erase: (ctx, { account }) => eraseClerkUser(ctx, account.subject),
    async export(ctx, { account }) {
      const known = await findClerkUser(ctx, account.subject);
      return exportedWhole([known && withoutIds(known)]);
    },
  },
  ofProfile({
    table: 'profileStrengths',
    about: 'The strength of your profile, computed from it.',
    erase: eraseStrength,
    export: exportedStrength,
  }),
  ofProfile({
    table: 'profiles',
    about: 'The sections of your profile that are no lists, its links, and your privacy settings.',
    erase: eraseProfileRow,
    export: exportedProfile,
  }),
  // After the profile's row, from which a late event would have it counted again.
  ofProfile({
    table: 'baselineEntries',
    about: 'What of your profile is counted in statistics.',
    erase: uncountProfile,
    async export(ctx, profileId) {
      const entry = await findEntry(ctx, profileId);
      return exportedWhole([entry && withoutIds(entry)]);
    },
  }),
  {
    table: 'accounts',
    about: 'Your account: your id at the identity provider, role and status, and what moderators withhold from others.',
    async erase(ctx, { account }) {
      await emptyAccount(ctx, account);
      return 0;
    },
    export: async (_, { account }) => exportedWhole([withoutIds(account)]),
  },
];
