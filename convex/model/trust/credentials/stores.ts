/** The stores of credentials. */
import { v } from 'convex/values';
import { type Store, exportedWhole, withoutIds } from '../../contract/store.js';
import { credentialsOf, revokeRow } from './rows.js';

export const credentialStores: readonly Store[] = [
  {
    table: 'trustCredentials',
    about: 'Signed documents of what is attested of you, which you asked for.',
    shape: { lacks: ['id', 'list', 'index'], has: { credential: v.string() } },
    async erase(ctx, { account }, count) {
      const rows = await credentialsOf(ctx, account._id, count);
      for (const row of rows) await revokeRow(ctx, row);
      return rows.length;
    },
    async export(ctx, { account }) {
      const rows = await credentialsOf(ctx, account._id);
      return exportedWhole(rows.map(({ id, list, index, ...row }) => ({ ...withoutIds(row), credential: id })));
    },
  },
];
