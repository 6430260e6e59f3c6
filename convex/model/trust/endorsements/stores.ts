/** Stores of endorsements. An endorsement belongs to both people: each has it in their export, and it goes with either. */
import { v } from 'convex/values';
import type { Doc, Id } from '../../../_generated/dataModel.js';
import { type Range, chained } from '../../contract/chained.js';
import { EXPORT_PAGE, type Store, exportedPage, exportedWhole, withoutIds } from '../../contract/store.js';
import { choiceOf } from './acquaintance.js';
import { type EndorsementRow, type StoredVersion, endorsementsBy } from './rows.js';
import { ended } from './write.js';

const time = (at: number) => new Date(at).toISOString();

function ranges(account: Id<'accounts'>): Range<EndorsementRow>[] {
  return [
    (ctx, cursor) =>
      ctx.db
        .query('trustEndorsements')
        .withIndex('by_author', (range) => range.eq('author', account))
        .paginate({ numItems: EXPORT_PAGE, cursor }),
    (ctx, cursor) =>
      ctx.db
        .query('trustEndorsements')
        .withIndex('by_owner', (range) => range.eq('owner', account))
        .paginate({ numItems: EXPORT_PAGE, cursor }),
  ];
}

function content({ version, skills, text, by, at }: StoredVersion) {
  const names = skills.map(({ name }) => name);
  return { version, skills: names, ...(text !== undefined && { text }), signedAs: by.name, at: time(at) };
}

const endorsements: Store = {
  table: 'trustEndorsements',
  about:
    'Endorsements that you wrote, with the version that waits, and those that others wrote of you. One that you declined is among yours alone.',
  shape: {
    lacks: 'all',
    has: {
      by: v.string(),
      state: v.string(),
      shown: v.optional(v.any()),
      offered: v.optional(v.any()),
      writtenAt: v.string(),
    },
  },
  export: (ctx, { account: { _id } }, cursor) =>
    chained(ranges(_id), ctx, cursor, ({ author, state, shown, offered, _creationTime }) => {
      const isOwn = author === _id;
      return {
        by: isOwn ? 'you' : 'somebody else',
        // An author learns of no decline.
        state: isOwn && state === 'declined' ? 'proposed' : state,
        ...(shown && { shown: content(shown) }),
        ...(offered && { offered: content(offered) }),
        writtenAt: time(_creationTime),
      };
    }),
  // Each deletes up to 20 versions, and makes views of up to 100 endorsements again.
  weight: 100,
  async erase(ctx, { account: { _id } }, count) {
    const given = await endorsementsBy(ctx, _id, count);
    const received = await ctx.db
      .query('trustEndorsements')
      .withIndex('by_owner', (range) => range.eq('owner', _id))
      .take(count - given.length);
    for (const row of [...given, ...received]) await ended(ctx, row);
    return given.length + received.length;
  },
};

const versions: Store = {
  table: 'trustEndorsementVersions',
  about: 'Versions of endorsements that you wrote, the last 20 of each.',
  shape: {
    lacks: 'all',
    has: {
      version: v.number(),
      skills: v.array(v.string()),
      text: v.optional(v.string()),
      signedAs: v.string(),
      at: v.string(),
    },
  },
  async export(ctx, { account }, cursor) {
    const page = await ctx.db
      .query('trustEndorsementVersions')
      .withIndex('by_author', (range) => range.eq('author', account._id))
      .paginate({ numItems: EXPORT_PAGE, cursor });
    return exportedPage(page, (row) => content(row.content));
  },
  // Those of endorsements are gone with them already.
  async erase(ctx, { account }, count) {
    const rows = await ctx.db
      .query('trustEndorsementVersions')
      .withIndex('by_author', (range) => range.eq('author', account._id))
      .take(count);
    for (const { _id } of rows) await ctx.db.delete('trustEndorsementVersions', _id);
    return rows.length;
  },
};

const choices: Store = {
  table: 'trustChoices',
  about: 'Who may endorse you without being asked.',
  async erase(ctx, { account }) {
    const row = await choiceOf(ctx, account._id);
    if (row) await ctx.db.delete('trustChoices', row._id);
    return row ? 1 : 0;
  },
  async export(ctx, { account }) {
    const row = await choiceOf(ctx, account._id);
    return exportedWhole([row && withoutIds(row)]);
  },
};

/** Those to whom a person's requests went stay out: it is their name. */
const requests: Store = {
  table: 'trustEndorsementRequests',
  about: 'Requests for endorsements that you made; of those that others made to you, when they did.',
  shape: {
    lacks: 'all',
    has: {
      by: v.string(),
      handle: v.optional(v.string()),
      note: v.optional(v.string()),
      skills: v.optional(v.array(v.string())),
      uses: v.optional(v.number()),
      at: v.string(),
      endsAt: v.string(),
    },
  },
  export: (ctx, { account: { _id } }, cursor) =>
    chained(requestRanges(_id), ctx, cursor, ({ owner, handle, note, skills, uses, endsAt, _creationTime }) => {
      const at = { at: time(_creationTime), endsAt: time(endsAt) };
      if (owner !== _id) return { by: 'somebody else', ...at };
      return {
        by: 'you',
        ...(handle !== undefined && { handle }),
        ...(note !== undefined && { note }),
        skills: skills.map(({ name }) => name),
        ...(uses !== undefined && { uses }),
        ...at,
      };
    }),
  async erase(ctx, { account: { _id } }, count) {
    const made = await ctx.db
      .query('trustEndorsementRequests')
      .withIndex('by_owner', (range) => range.eq('owner', _id))
      .take(count);
    const got = await ctx.db
      .query('trustEndorsementRequests')
      .withIndex('by_asked', (range) => range.eq('asked', _id))
      .take(count - made.length);
    for (const row of [...made, ...got]) await ctx.db.delete('trustEndorsementRequests', row._id);
    return made.length + got.length;
  },
};

function requestRanges(account: Id<'accounts'>): Range<Doc<'trustEndorsementRequests'>>[] {
  return [
    (ctx, cursor) =>
      ctx.db
        .query('trustEndorsementRequests')
        .withIndex('by_owner', (range) => range.eq('owner', account))
        .paginate({ numItems: EXPORT_PAGE, cursor }),
    (ctx, cursor) =>
      ctx.db
        .query('trustEndorsementRequests')
        .withIndex('by_asked', (range) => range.eq('asked', account))
        .paginate({ numItems: EXPORT_PAGE, cursor }),
  ];
}

export const endorsementStores: readonly Store[] = [endorsements, versions, choices, requests];
