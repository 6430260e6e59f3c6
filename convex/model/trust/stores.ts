/** The trust domain's stores of personal data. */
import { v } from 'convex/values';
import { EXPORT_PAGE, type Store, exportedPage, exportedWhole, withoutIds } from '../contract/store.js';
import { codesOf, dropCode } from './codes.js';
import { credentialStores } from './credentials/stores.js';
import { forgetSends } from './sends.js';

const time = (at: number) => new Date(at).toISOString();

export const trustStores: readonly Store[] = [
  {
    table: 'trustCodes',
    about: 'The address or number to which a code was sent that you have not entered yet, for ten minutes.',
    shape: { lacks: ['salt', 'send', 'attempts', 'muted'], has: { expiresAt: v.string() } },
    async erase(ctx, { account }) {
      const rows = await codesOf(ctx, account._id);
      for (const row of rows) await dropCode(ctx, row);
      return rows.length;
    },
    async export(ctx, { account }) {
      const rows = await codesOf(ctx, account._id);
      // The salt would tell the code to those who have the deployment's secret.
      return exportedWhole(
        rows.map(({ salt, send, attempts, muted, expiresAt, ...row }) => ({
          ...withoutIds(row),
          expiresAt: time(expiresAt),
        })),
      );
    },
  },
  {
    table: 'trustSends',
    about: 'When you asked for codes, for a day.',
    shape: { lacks: ['reader'] },
    erase: (ctx, { account }, count) => forgetSends(ctx, account._id, count),
    async export(ctx, { account }, cursor) {
      const page = await ctx.db
        .query('trustSends')
        .withIndex('by_account', (range) => range.eq('accountId', account._id))
        .paginate({ numItems: EXPORT_PAGE, cursor });
      return exportedPage(page, ({ reader, ...row }) => withoutIds(row));
    },
  },
  // Before what they attest: nothing is erased while a document still tells of it as good.
  ...credentialStores,
  {
    table: 'trustEvidence',
    about: 'Addresses and numbers that you proved, and how long that counts; those that ended are without them.',
    shape: {
      lacks: ['tellAt'],
      has: { issuedAt: v.string(), expiresAt: v.string(), endedAt: v.optional(v.string()) },
    },
    async erase(ctx, { account }, count) {
      const rows = await ctx.db
        .query('trustEvidence')
        .withIndex('by_account', (range) => range.eq('accountId', account._id))
        .take(count);
      for (const { _id } of rows) await ctx.db.delete('trustEvidence', _id);
      return rows.length;
    },
    async export(ctx, { account }, cursor) {
      const page = await ctx.db
        .query('trustEvidence')
        .withIndex('by_account', (range) => range.eq('accountId', account._id))
        .paginate({ numItems: EXPORT_PAGE, cursor });
      return exportedPage(page, ({ tellAt, issuedAt, expiresAt, endedAt, ...row }) => ({
        ...withoutIds(row),
        issuedAt: time(issuedAt),
        expiresAt: time(expiresAt),
        ...(endedAt !== undefined && { endedAt: time(endedAt) }),
      }));
    },
  },
];
