/** The operations domain's stores of personal data. */
import type { Store } from '../contract/store.js';

const partnerLinks: Store = {
  table: 'partnerLinks',
  async erase(ctx, { account }, count) {
    const rows = await ctx.db
      .query('partnerLinks')
      .withIndex('by_account', (range) => range.eq('accountId', account._id))
      .take(count);
    for (const { _id } of rows) await ctx.db.delete('partnerLinks', _id);
    return rows.length;
  },
};

/** Kept answers name the person's handle, and the person in their key. */
const idempotencyKeys: Store = {
  table: 'idempotencyKeys',
  async erase(ctx, { account: { provider, subject } }, count) {
    const rows = await ctx.db
      .query('idempotencyKeys')
      .withIndex('by_principal', (range) => range.eq('principal', `${provider}:${subject}`))
      .take(count);
    for (const { _id } of rows) await ctx.db.delete('idempotencyKeys', _id);
    return rows.length;
  },
};

export const operationsStores: readonly Store[] = [partnerLinks, idempotencyKeys];
