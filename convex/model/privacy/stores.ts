/** The privacy domain's stores of personal data. */
import type { Store } from '../contract/store.js';
import { eraseGrants } from './grants.js';
import { eraseScheduled } from './schedule.js';

export const privacyStores: readonly Store[] = [
  {
    table: 'privacyGrants',
    erase: (ctx, { account, profileId }, count) => eraseGrants(ctx, profileId, account._id, count),
  },
  {
    table: 'privacySchedules',
    erase: async (ctx, { profileId }, count) => (profileId ? eraseScheduled(ctx, profileId, count) : 0),
  },
];
