/** The operations domain's stores of personal data. */
import { contract, listFunctions, rulesWithout } from '@gigsy/schema';
import { personKey } from '../contract/principal.js';
import type { Store } from '../contract/store.js';
import { allFlags } from './flags.js';
import { removeBucket } from './rate.js';

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
  async erase(ctx, { account }, count) {
    const rows = await ctx.db
      .query('idempotencyKeys')
      .withIndex('by_principal', (range) => range.eq('principal', personKey(account)))
      .take(count);
    for (const { _id } of rows) await ctx.db.delete('idempotencyKeys', _id);
    return rows.length;
  },
};

const limits = listFunctions(contract).flatMap(({ name, contract: { rate } }) => (rate ? [{ name, rate }] : []));

/** Buckets of the functions that the person called, each under the provider's id of the person. */
const rateLimits: Store = {
  table: 'rateLimiter.rateLimits',
  async erase(ctx, { account }) {
    let removed = 0;
    for (const { name, rate } of limits) if (await removeBucket(ctx, name, personKey(account), rate)) removed += 1;
    return removed;
  },
};

/** Rules may name people. A rule that names this person alone goes; its flag keeps the other rules. */
const flags: Store = {
  table: 'flags',
  async erase(ctx, { account, handles }) {
    let changed = 0;
    for (const flag of await allFlags(ctx)) {
      const rules = rulesWithout(flag.rules, { handles, account: account._id });
      if (rules === flag.rules) continue;
      await ctx.db.patch('flags', flag._id, { rules, version: flag.version + 1 });
      changed += 1;
    }
    return changed;
  },
};

export const operationsStores: readonly Store[] = [partnerLinks, idempotencyKeys, rateLimits, flags];
