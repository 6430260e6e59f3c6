/** The profile domain's stores of personal data. Rows that lead to other rows come last. */
import type { Store } from '../contract/store.js';
import { uncountProfile } from './baselines.js';
import { eraseClerkUser } from './clerkUsers.js';
import { itemSections, itemTables, namesPicture } from './rows.js';
import { namesUpload } from './rowsUploads.js';
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

const items = itemSections.map((section): Store => ({
  table: itemTables[section],
  erase: async (ctx, { profileId }, count) => (profileId ? eraseItems(ctx, section, profileId, count) : 0),
}));

export const profileStores: readonly Store[] = [
  ...items,
  {
    table: 'profilePhotos',
    erase: async (ctx, { profileId }) => (profileId ? erasePhoto(ctx, profileId) : 0),
    names: namesPicture,
  },
  {
    table: 'profileRemovedItems',
    erase: async (ctx, { profileId }, count) => (profileId ? eraseRemoved(ctx, profileId, count) : 0),
  },
  {
    table: 'profileHandles',
    erase: async (ctx, { profileId }, count) => (profileId ? eraseHandles(ctx, profileId, count) : 0),
  },
  {
    table: 'profileUploads',
    erase: (ctx, { account }, count) => eraseUploads(ctx, account._id, count),
    names: namesUpload,
  },
  { table: 'users', erase: (ctx, { account }, count) => eraseSnapshots(ctx, account._id, count) },
  { table: 'clerkUsers', erase: (ctx, { account }) => eraseClerkUser(ctx, account.subject) },
  {
    table: 'profileStrengths',
    erase: async (ctx, { profileId }) => (profileId ? eraseStrength(ctx, profileId) : 0),
  },
  { table: 'profiles', erase: async (ctx, { profileId }) => (profileId ? eraseProfileRow(ctx, profileId) : 0) },
  // After the profile's row, from which a late event would have it counted again.
  {
    table: 'baselineEntries',
    erase: async (ctx, { profileId }) => (profileId ? uncountProfile(ctx, profileId) : 0),
  },
  {
    table: 'accounts',
    async erase(ctx, { account }) {
      await emptyAccount(ctx, account);
      return 0;
    },
  },
];
