/** The privacy domain's stores of personal data. */
import type { Doc } from '../../_generated/dataModel.js';
import { type Range, chained } from '../contract/chained.js';
import { EXPORT_PAGE, type ExportedRow, type Person, type Store } from '../contract/store.js';
import { eraseExportFiles, removeExport, namesExportFile } from './exports.js';

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
  auditLog,
];
