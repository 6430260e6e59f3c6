/** The operations domain's stores of personal data. */
import { rulesWithout } from '@gigsy/schema';
import type { Store } from '../contract/store.js';
import { allFlags } from './flags.js';

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

/** Rules may name people. A rule that names this person alone goes; its flag keeps the other rules. */
const flags: Store = {
  table: 'flags',
  async erase(ctx, { account: { _id, handle } }) {
    let changed = 0;
    for (const flag of await allFlags(ctx)) {
      const rules = rulesWithout(flag.rules, { handle, account: _id });
      if (rules === flag.rules) continue;
      await ctx.db.patch('flags', flag._id, { rules, version: flag.version + 1 });
      changed += 1;
    }
    return changed;
  },
};

export const operationsStores: readonly Store[] = [partnerLinks, idempotencyKeys, flags];
