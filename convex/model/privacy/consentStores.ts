/** The stores of consents to imports, and of what came by them. */
import { v } from 'convex/values';
import type { Doc, Id } from '../../_generated/dataModel.js';
import { EXPORT_PAGE, type Store, exportedPage, exportedWhole, withoutIds } from '../contract/store.js';
import { eraseConsentEvents, eraseConsents } from './consents.js';
import { eraseFetch, findFetch } from './fetches.js';
import { eraseParts } from './provenance.js';

export const consentStores: readonly Store[] = [
  {
    table: 'consents',
    about: 'What you agreed to when you filled your profile from elsewhere, and whether you still do.',
    shape: { has: { record: v.string(), expiresAt: v.string() } },
    async export(ctx, { account: { _id } }, cursor) {
      const page = await ctx.db
        .query('consents')
        .withIndex('by_account', (range) => range.eq('accountId', _id))
        .paginate({ numItems: EXPORT_PAGE, cursor });
      return exportedPage(page, (row) => ({
        record: row._id,
        ...withoutIds(row),
        expiresAt: new Date(row.expiresAt).toISOString(),
      }));
    },
    erase: (ctx, { account }, count) => eraseConsents(ctx, account._id, count),
  },
  {
    table: 'consentEvents',
    about: 'The history of these consents.',
    shape: { lacks: 'all', has: { record: v.string(), state: v.string(), by: v.string(), at: v.string() } },
    async export(ctx, { account: { _id } }, cursor) {
      const page = await ctx.db
        .query('consentEvents')
        .withIndex('by_account', (range) => range.eq('accountId', _id))
        .paginate({ numItems: EXPORT_PAGE, cursor });
      return exportedPage(page, eventExported);
    },
    erase: (ctx, { account }, count) => eraseConsentEvents(ctx, account._id, count),
  },
  {
    table: 'importedParts',
    about: 'Which parts of your profile came from elsewhere, and when.',
    shape: {
      lacks: ['profileId', 'consent'],
      has: {
        record: v.string(),
        fields: v.array(v.string()),
        importedAt: v.string(),
        storedAt: v.optional(v.string()),
      },
    },
    export: (ctx, { profileId }, cursor) => (profileId ? parts(ctx, profileId, cursor) : emptyPage()),
    erase: async (ctx, { profileId }, count) => (profileId ? eraseParts(ctx, profileId, count) : 0),
  },
  {
    table: 'importFetches',
    about: 'What GitHub answered about the account that you named, kept for a day.',
    async export(ctx, { account: { _id } }) {
      const row = await findFetch(ctx, _id);
      return exportedWhole([row && withoutIds(row)]);
    },
    erase: (ctx, { account }) => eraseFetch(ctx, account._id),
  },
];

type Ctx = Parameters<Extract<Store['export'], (...args: never[]) => unknown>>[0];

async function parts(ctx: Ctx, profileId: Id<'profiles'>, cursor: string | null) {
  const page = await ctx.db
    .query('importedParts')
    .withIndex('by_profile', (range) => range.eq('profileId', profileId))
    .paginate({ numItems: EXPORT_PAGE, cursor });
  return exportedPage(page, partExported);
}

async function emptyPage() {
  return exportedWhole([]);
}

function eventExported({ consent, state, by, _creationTime }: Doc<'consentEvents'>) {
  return {
    record: consent,
    state,
    by: by === 'person' ? 'you' : 'the product',
    at: new Date(_creationTime).toISOString(),
  };
}

/** Without the hashes, which tell a person nothing. */
function partExported({ consent, source, section, item, added, fields, importedAt }: Doc<'importedParts'>) {
  return {
    record: consent,
    source,
    section,
    item,
    added,
    fields: Object.keys(fields),
    importedAt: new Date(importedAt).toISOString(),
  };
}
