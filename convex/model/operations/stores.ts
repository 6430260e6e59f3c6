/** The operations domain's stores of personal data. */
import { contract, listFunctions, rulesWithout } from '@gigsy/schema';
import { v } from 'convex/values';
import { personKey } from '../contract/principal.js';
import { EXPORT_PAGE, type Store, exportedPage, exportedWhole, withoutIds } from '../contract/store.js';
import { allFlags } from './flags.js';
import { removeBucket } from './rate.js';

const partnerLinks: Store = {
  table: 'partnerLinks',
  about: 'Organisations that you allowed to name you, with your id there.',
  shape: { lacks: ['partnerId'], has: { organisation: v.union(v.string(), v.null()) } },
  async export(ctx, { account }, cursor) {
    const page = await ctx.db
      .query('partnerLinks')
      .withIndex('by_account', (range) => range.eq('accountId', account._id))
      .paginate({ numItems: EXPORT_PAGE, cursor });
    const partners = await Promise.all(page.page.map(({ partnerId }) => ctx.db.get('partners', partnerId)));
    const named = new Map(partners.map((partner) => [partner?._id, partner?.name]));
    return exportedPage(page, ({ partnerId, ...link }) => ({
      organisation: named.get(partnerId) ?? null,
      ...withoutIds(link),
    }));
  },
  async erase(ctx, { account }, count) {
    const rows = await ctx.db
      .query('partnerLinks')
      .withIndex('by_account', (range) => range.eq('accountId', account._id))
      .take(count);
    for (const { _id } of rows) await ctx.db.delete('partnerLinks', _id);
    return rows.length;
  },
};

/** Functions that everybody may call. The answers of others, which operators get, may tell of other people. */
const open = new Set(
  listFunctions(contract).flatMap(({ name, contract: { callers } }) => (callers.includes('student') ? [name] : [])),
);

/** Kept answers name the person's handle, and the person in their key. */
const idempotencyKeys: Store = {
  table: 'idempotencyKeys',
  about: 'Answers to your calls, kept for a day so that a repeated call has one effect.',
  shape: {
    lacks: 'all',
    has: { function: v.string(), key: v.string(), result: v.optional(v.any()), storedAt: v.string() },
  },
  async export(ctx, { account }, cursor) {
    const page = await ctx.db
      .query('idempotencyKeys')
      .withIndex('by_principal', (range) => range.eq('principal', personKey(account)))
      .paginate({ numItems: EXPORT_PAGE, cursor });
    return exportedPage(page, ({ function: name, key, result, _creationTime }) => ({
      function: name,
      key,
      result: open.has(name) ? result : undefined,
      storedAt: new Date(_creationTime).toISOString(),
    }));
  },
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
  about: 'How many calls you may make at once.',
  export: 'numbers of calls that are still allowed, which change with each call',
  async erase(ctx, { account }) {
    let removed = 0;
    for (const { name, rate } of limits) if (await removeBucket(ctx, name, personKey(account), rate)) removed += 1;
    return removed;
  },
};

/** Rules may name people. A rule that names this person alone goes; its flag keeps the other rules. */
const flags: Store = {
  table: 'flags',
  about: 'Switches of the product whose rules name you.',
  shape: { lacks: 'all', has: { flag: v.string() } },
  async export(ctx, { account, handles }) {
    const naming = (await allFlags(ctx)).filter(
      ({ rules }) => rulesWithout(rules, { handles, account: account._id }) !== rules,
    );
    return exportedWhole(naming.map(({ name }) => ({ flag: name })));
  },
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
