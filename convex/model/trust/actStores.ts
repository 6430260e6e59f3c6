/** The stores of what people do for and about each other: votes, reviews, gigs, and what the index makes of them. */
import { v } from 'convex/values';
import type { Doc, Id } from '../../_generated/dataModel.js';
import { type Range, chained } from '../contract/chained.js';
import { EXPORT_PAGE, type Store, exportedWhole } from '../contract/store.js';
import { forgetGigs } from './gigRows.js';
import { forgetReviews } from './reviews.js';
import { forgetStanding, standingOf } from './standings.js';
import { forgetVotes } from './votes.js';

const time = (at: number) => new Date(at).toISOString();

function voteRanges(account: Id<'accounts'>): Range<Doc<'trustVotes'>>[] {
  return (['from', 'to'] as const).map(
    (side) => (ctx, cursor) =>
      ctx.db
        .query('trustVotes')
        .withIndex(`by_${side}`, (range) => range.eq(side as 'from', account))
        .paginate({ numItems: EXPORT_PAGE, cursor }),
  );
}

function reviewRanges(account: Id<'accounts'>): Range<Doc<'trustReviews'>>[] {
  return [
    (ctx, cursor) =>
      ctx.db
        .query('trustReviews')
        .withIndex('by_author', (range) => range.eq('author', account))
        .paginate({ numItems: EXPORT_PAGE, cursor }),
    // Those that are not revealed are their authors' alone.
    (ctx, cursor) =>
      ctx.db
        .query('trustReviews')
        .withIndex('by_about', (range) => range.eq('about', account).eq('live', true))
        .paginate({ numItems: EXPORT_PAGE, cursor }),
  ];
}

function gigRanges(account: Id<'accounts'>): Range<Doc<'trustGigs'>>[] {
  return (['performer', 'client'] as const).map(
    (side) => (ctx, cursor) =>
      ctx.db
        .query('trustGigs')
        .withIndex(`by_${side}`, (range) => range.eq(side as 'client', account))
        .paginate({ numItems: EXPORT_PAGE, cursor }),
  );
}

const optional = v.optional(v.string());

export const actStores: readonly Store[] = [
  {
    table: 'trustReviews',
    about: 'Reviews of gigs that you wrote, and those about you that are revealed.',
    shape: {
      lacks: 'all',
      has: {
        writtenBy: v.string(),
        state: v.string(),
        rating: v.optional(v.number()),
        text: optional,
        reply: optional,
        writtenAt: v.string(),
        revealedAt: optional,
      },
    },
    erase: (ctx, { account }, count) => forgetReviews(ctx, account._id, count),
    export: (ctx, { account }, cursor) =>
      chained(
        reviewRanges(account._id),
        ctx,
        cursor,
        ({ author, state, rating, text, reply, writtenAt, revealedAt }) => ({
          writtenBy: author === account._id ? 'you' : 'somebody else',
          state,
          ...(rating !== undefined && { rating }),
          ...(text !== undefined && { text }),
          ...(reply !== undefined && { reply }),
          writtenAt: time(writtenAt),
          ...(revealedAt !== undefined && { revealedAt: time(revealedAt) }),
        }),
      ),
  },
  {
    table: 'trustGigs',
    about: 'Gigs of yours that both parties may review.',
    shape: {
      lacks: 'all',
      has: { you: v.string(), title: v.string(), completedOn: v.string(), closesAt: v.string() },
    },
    erase: (ctx, { account }, count) => forgetGigs(ctx, account._id, count),
    export: (ctx, { account }, cursor) =>
      chained(gigRanges(account._id), ctx, cursor, ({ performer, title, completedOn, closesAt }) => ({
        you: performer === account._id ? 'did it' : 'had it done',
        title,
        completedOn,
        closesAt: time(closesAt),
      })),
  },
  {
    table: 'trustVotes',
    about: 'Votes for the reputation index that you cast or received: one for each act that is shown.',
    shape: { lacks: 'all', has: { castBy: v.string(), kind: v.string(), value: v.number(), at: v.string() } },
    erase: (ctx, { account }, count) => forgetVotes(ctx, account._id, count),
    export: (ctx, { account }, cursor) =>
      chained(voteRanges(account._id), ctx, cursor, ({ from, kind, value, at }) => ({
        castBy: from === account._id ? 'you' : 'somebody else',
        kind,
        value,
        at: time(at),
      })),
  },
  {
    table: 'trustStandings',
    about: 'What your reputation index stands at, for everybody and for members.',
    shape: { lacks: 'all', has: { public: v.number(), platform: v.number() } },
    erase: (ctx, { account }) => forgetStanding(ctx, account._id),
    async export(ctx, { account }) {
      const row = await standingOf(ctx, account._id);
      if (!row) return exportedWhole([]);
      return exportedWhole([{ public: row.public.shown?.score ?? 0, platform: row.platform.shown?.score ?? 0 }]);
    },
  },
];
