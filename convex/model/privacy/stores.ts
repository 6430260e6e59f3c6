/** The privacy domain's stores of personal data. */
import { v } from 'convex/values';
import type { Doc, Id } from '../../_generated/dataModel.js';
import { type Range, chained } from '../contract/chained.js';
import {
  EXPORT_PAGE,
  type ExportedRow,
  type Person,
  type Store,
  exportedPage,
  exportedWhole,
  withoutIds,
} from '../contract/store.js';
import { consentStores } from './consentStores.js';
import { eraseExportFiles, removeExport, namesExportFile } from './exports.js';
import { eraseGrants } from './grants.js';
import { relationStores } from './relationStores.js';
import { eraseScheduled } from './schedule.js';
import { viewCountStore } from './viewCounts.js';

type AuditRow = Doc<'auditLog'>;

/** Rows about the person and their profile, then those that concern them beside others, then those of what they did. */
function rangesOf({ account: { _id }, profileId }: Person): Range<AuditRow>[] {
  const about =
    (id: string): Range<AuditRow> =>
    (ctx, cursor) =>
      ctx.db
        .query('auditLog')
        .withIndex('by_subject', (range) => range.eq('subject.id', id as never))
        .paginate({ numItems: EXPORT_PAGE, cursor });
  return [
    about(_id),
    ...(profileId ? [about(profileId)] : []),
    (ctx, cursor) =>
      ctx.db
        .query('auditLog')
        .withIndex('by_person', (range) => range.eq('person', _id))
        .paginate({ numItems: EXPORT_PAGE, cursor }),
    (ctx, cursor) =>
      ctx.db
        .query('auditLog')
        .withIndex('by_actor', (range) => range.eq('actor', _id))
        .paginate({ numItems: EXPORT_PAGE, cursor }),
  ];
}

/** Without the surrogates of others: only whether somebody else acted. Null for a row that an earlier range has too. */
function exportedAudit(
  row: AuditRow,
  { account: { _id }, profileId }: Person,
  isAboutThem: boolean,
): ExportedRow | null {
  const subject = 'subject' in row ? row.subject : undefined;
  const isOwn = subject !== undefined && (subject.id === _id || subject.id === profileId);
  if (isOwn && !isAboutThem) return null;
  const { actor, action, changed, refused, _creationTime } = row;
  return {
    action,
    by: actor === _id ? 'you' : actor === null ? 'the product' : 'somebody else',
    about: isOwn ? 'you' : (subject?.kind ?? 'not recorded'),
    changed,
    ...(refused && { refused }),
    at: new Date(_creationTime).toISOString(),
  };
}

const auditLog: Store = {
  table: 'auditLog',
  about: 'What you, others and the product did with your data, and what was refused: which parts, not their content.',
  shape: {
    lacks: 'all',
    has: {
      action: v.string(),
      by: v.string(),
      about: v.string(),
      changed: v.array(v.string()),
      refused: v.optional(v.string()),
      at: v.string(),
    },
  },
  erase: 'surrogates and names of fields alone',
  async export(ctx, person, cursor) {
    const ranges = rangesOf(person);
    const own = person.profileId ? 2 : 1;
    return chained(ranges, ctx, cursor, (row, range) => {
      // Somebody who acted for themselves with a partner is found as the person too.
      const isFoundBefore = range === ranges.length - 1 && 'person' in row && row.person === person.account._id;
      return isFoundBefore ? null : exportedAudit(row, person, range < own);
    });
  },
};

function leaseRanges(account: Id<'accounts'>): Range<Doc<'accessLeases'>>[] {
  return (['viewer', 'owner'] as const).map(
    (side) => (ctx, cursor) =>
      ctx.db
        .query('accessLeases')
        .withIndex(`by_${side}`, (range) => range.eq(side as 'viewer', account))
        .paginate({ numItems: EXPORT_PAGE, cursor }),
  );
}

/** The leases that the person holds, and those on their profile: both end at once. */
const accessLeases: Store = {
  table: 'accessLeases',
  about: 'Open accesses to fields that are not public: yours to others, and those of others to you.',
  shape: {
    lacks: 'all',
    has: { by: v.string(), purpose: v.string(), fields: v.array(v.string()), endsAt: v.string() },
  },
  export: (ctx, { account: { _id } }, cursor) =>
    chained(leaseRanges(_id), ctx, cursor, ({ viewer, purpose, fields, endsAt }) => ({
      by: viewer === _id ? 'you' : 'somebody else',
      purpose,
      fields,
      endsAt: new Date(endsAt).toISOString(),
    })),
  async erase(ctx, { account }, count) {
    let left = count;
    for (const side of ['viewer', 'owner'] as const) {
      const rows = await ctx.db
        .query('accessLeases')
        .withIndex(`by_${side}`, (range) => range.eq(side as 'viewer', account._id))
        .take(left);
      for (const { _id } of rows) await ctx.db.delete('accessLeases', _id);
      left -= rows.length;
      if (left === 0) break;
    }
    return count - left;
  },
};

function noteRanges(account: Id<'accounts'>, profileId: Id<'profiles'> | undefined): Range<Doc<'accessNotes'>>[] {
  const written: Range<Doc<'accessNotes'>> = (ctx, cursor) =>
    ctx.db
      .query('accessNotes')
      .withIndex('by_viewer', (range) => range.eq('viewer', account))
      .paginate({ numItems: EXPORT_PAGE, cursor });
  if (!profileId) return [written];
  const concerning: Range<Doc<'accessNotes'>> = (ctx, cursor) =>
    ctx.db
      .query('accessNotes')
      .withIndex('by_profile', (range) => range.eq('profileId', profileId))
      .paginate({ numItems: EXPORT_PAGE, cursor });
  return [written, concerning];
}

/** The words that the person gave as reasons, and those that others gave for reading the person. */
const accessNotes: Store = {
  table: 'accessNotes',
  about: 'Words in which you gave the reason of an access, and those that others gave for an access to you.',
  shape: { lacks: 'all', has: { by: v.string(), note: v.string(), at: v.string() } },
  export: (ctx, { account: { _id }, profileId }, cursor) =>
    chained(noteRanges(_id, profileId), ctx, cursor, ({ viewer, note, _creationTime }) => ({
      by: viewer === _id ? 'you' : 'somebody else',
      note,
      at: new Date(_creationTime).toISOString(),
    })),
  async erase(ctx, { account, profileId }, count) {
    const erase = async (rows: Doc<'accessNotes'>[]) => {
      for (const { _id } of rows) await ctx.db.delete('accessNotes', _id);
      return rows.length;
    };
    const written = await erase(
      await ctx.db
        .query('accessNotes')
        .withIndex('by_viewer', (range) => range.eq('viewer', account._id))
        .take(count),
    );
    if (!profileId || written === count) return written;
    const concerning = await ctx.db
      .query('accessNotes')
      .withIndex('by_profile', (range) => range.eq('profileId', profileId))
      .take(count - written);
    return written + (await erase(concerning));
  },
};

/** The grants that the person gave, and those that name them. */
const privacyGrants: Store = {
  table: 'privacyGrants',
  about: 'Whom you let see restricted parts of your profile: the kind and the parts, not who it is.',
  shape: {
    lacks: 'all',
    has: { to: v.string(), keys: v.union(v.literal('all'), v.array(v.string())), storedAt: v.string() },
  },
  async export(ctx, { profileId }, cursor) {
    if (!profileId) return exportedWhole([]);
    const page = await ctx.db
      .query('privacyGrants')
      .withIndex('by_profile', (range) => range.eq('profileId', profileId))
      .paginate({ numItems: EXPORT_PAGE, cursor });
    return exportedPage(page, ({ to, keys, _creationTime }) => ({
      to: to.kind,
      keys: keys ?? 'all',
      storedAt: new Date(_creationTime).toISOString(),
    }));
  },
  erase: (ctx, { account, profileId }, count) => eraseGrants(ctx, profileId, account._id, count),
};

const privacySchedules: Store = {
  table: 'privacySchedules',
  about: 'Changes of your privacy settings that are to come.',
  async export(ctx, { profileId }, cursor) {
    if (!profileId) return exportedWhole([]);
    const page = await ctx.db
      .query('privacySchedules')
      .withIndex('by_profile', (range) => range.eq('profileId', profileId))
      .paginate({ numItems: EXPORT_PAGE, cursor });
    return exportedPage(page, withoutIds);
  },
  erase: async (ctx, { profileId }, count) => (profileId ? eraseScheduled(ctx, profileId, count) : 0),
};

export const privacyStores: readonly Store[] = [
  {
    table: 'exportFiles',
    about: 'Files of your exports, kept for seven days.',
    erase: (ctx, { account }, count) => eraseExportFiles(ctx, account._id, count),
    export: 'the files of which this is one',
    names: namesExportFile,
  },
  {
    table: 'exports',
    about: 'The state of your export.',
    erase: (ctx, { account }) => removeExport(ctx, account._id),
    export: 'the state of the job that made this file',
  },
  accessLeases,
  accessNotes,
  privacyGrants,
  ...relationStores,
  privacySchedules,
  viewCountStore,
  {
    table: 'legalHolds',
    about: 'Times in which nothing of yours might be erased, because of a legal hold.',
    shape: {
      lacks: 'all',
      has: {
        state: v.string(),
        reason: v.optional(v.string()),
        placedAt: v.string(),
        liftedAt: v.optional(v.string()),
      },
    },
    erase: 'surrogates and codes alone: the operator must be able to say why an erasure waited',
    async export(ctx, { account }, cursor) {
      const page = await ctx.db
        .query('legalHolds')
        .withIndex('by_account', (range) => range.eq('accountId', account._id))
        .paginate({ numItems: EXPORT_PAGE, cursor });
      return exportedPage(page, ({ reason, told, state, liftedAt, _creationTime }) => ({
        state,
        ...(told && { reason }),
        placedAt: new Date(_creationTime).toISOString(),
        ...(liftedAt !== undefined && { liftedAt: new Date(liftedAt).toISOString() }),
      }));
    },
  },
  ...consentStores,
  auditLog,
];
