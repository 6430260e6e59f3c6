/** The trust domain's stores of personal data. */
import { v } from 'convex/values';
import { EXPORT_PAGE, type Store, exportedPage, exportedWhole, withoutIds } from '../contract/store.js';
import { actStores } from './actStores.js';
import { claimsOf, dropClaim } from './claims.js';
import { moderationStores } from './moderation/stores.js';
import { codesOf, dropCode } from './codes.js';
import { endorsementStores } from './endorsements/stores.js';
import { credentialStores } from './credentials/stores.js';
import { forgetSends } from './sends.js';
import { dropSession, findSession } from './sessions.js';

const time = (at: number) => new Date(at).toISOString();

export const trustStores: readonly Store[] = [
  ...endorsementStores,
  ...actStores,
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
    table: 'trustClaims',
    about: 'Domains and pages that you say are yours, and when they are looked at.',
    shape: {
      lacks: ['asked'],
      has: { dueAt: v.string(), lookedAt: v.optional(v.string()), expiresAt: v.optional(v.string()) },
    },
    async erase(ctx, { account }) {
      const rows = await claimsOf(ctx, account._id);
      for (const row of rows) await dropClaim(ctx, row);
      return rows.length;
    },
    async export(ctx, { account }) {
      const rows = await claimsOf(ctx, account._id);
      return exportedWhole(
        rows.map(({ asked, dueAt, lookedAt, expiresAt, ...row }) => ({
          ...withoutIds(row),
          dueAt: time(dueAt),
          ...(lookedAt !== undefined && { lookedAt: time(lookedAt) }),
          ...(expiresAt !== undefined && { expiresAt: time(expiresAt) }),
        })),
      );
    },
  },
  {
    table: 'trustSessions',
    about: 'A check of an identity document that you began lately. No document, and nothing of one.',
    shape: { lacks: ['reference', 'url'], has: { expiresAt: v.string() } },
    async erase(ctx, { account }) {
      const row = await findSession(ctx, account._id);
      if (row) await dropSession(ctx, row);
      return row ? 1 : 0;
    },
    async export(ctx, { account }) {
      const row = await findSession(ctx, account._id);
      // The address at the provider opens the check for everybody who has it.
      return exportedWhole(
        (row ? [row] : []).map(({ reference, url, expiresAt, ...rest }) => ({
          ...withoutIds(rest),
          expiresAt: time(expiresAt),
        })),
      );
    },
  },
  {
    table: 'trustEvidence',
    about: 'What you proved, and how long that counts; proofs that ended are without it.',
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
  ...moderationStores,
];
