/** The inbox's stores of personal data. Events are found by the person's account and, before that is known, by their handles. */
import { v } from 'convex/values';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { chained } from '../contract/chained.js';
import { EXPORT_PAGE, type Person, type Store } from '../contract/store.js';
import { countOut } from './quarantine.js';

/** The subjects by which events may name the person, without those of partners: the job finds these by the person's links. */
function subjectsOf({ handles }: Person): string[] {
  return handles.map((handle) => `handle:${handle}`);
}

function eventsOf(ctx: QueryCtx | MutationCtx, person: Person) {
  const known = ctx.db
    .query('inboxEvents')
    .withIndex('by_account', (range) => range.eq('accountId', person.account._id));
  const waiting = subjectsOf(person).map((subject) =>
    ctx.db
      .query('inboxEvents')
      .withIndex('by_subject', (range) => range.eq('subject', subject).eq('accountId', undefined)),
  );
  return [known, ...waiting];
}

function quarantinedOf(ctx: QueryCtx | MutationCtx, person: Person) {
  const known = ctx.db
    .query('inboxQuarantine')
    .withIndex('by_account', (range) => range.eq('accountId', person.account._id));
  const named = subjectsOf(person).map((subject) =>
    ctx.db
      .query('inboxQuarantine')
      .withIndex('by_subject', (range) => range.eq('subject', subject).eq('accountId', undefined)),
  );
  return [known, ...named];
}

/** At most `count` rows of several queries, which are made one after another. */
async function someOf<Row>(queries: readonly { take(count: number): Promise<Row[]> }[], count: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const query of queries) if (rows.length < count) rows.push(...(await query.take(count - rows.length)));
  return rows;
}

type Paged<Row> = (ctx: QueryCtx) => { paginate(options: { numItems: number; cursor: string | null }): Promise<Row> };

/** Each query as a range of `chained`. */
function rangesOf<Row>(queries: readonly unknown[], nth: (index: number) => Paged<Row>) {
  return queries.map(
    (_, index) =>
      (ctx: QueryCtx, cursor: string | null): Promise<Row> =>
        nth(index)(ctx).paginate({ numItems: EXPORT_PAGE, cursor }),
  );
}

const inboxEvents: Store = {
  table: 'inboxEvents',
  about: 'News about you that course providers, marketplaces and badge issuers sent for your portfolio.',
  shape: {
    lacks: 'all',
    has: { type: v.string(), subject: v.string(), data: v.any(), happenedAt: v.string(), storedAt: v.string() },
  },
  async export(ctx, person, cursor) {
    const ranges = rangesOf(eventsOf(ctx, person), (index) => (each) => eventsOf(each, person)[index]!);
    return chained(ranges, ctx, cursor, ({ type, subject, data, time, _creationTime }) => ({
      type,
      subject,
      data,
      happenedAt: new Date(time ?? _creationTime).toISOString(),
      storedAt: new Date(_creationTime).toISOString(),
    }));
  },
  async erase(ctx, person, count) {
    const rows = await someOf(eventsOf(ctx, person), count);
    for (const { _id } of rows) await ctx.db.delete('inboxEvents', _id);
    return rows.length;
  },
};

const inboxQuarantine: Store = {
  table: 'inboxQuarantine',
  about: 'News about you that was faulty or could not be used, as it was sent; it goes after 30 days.',
  shape: { lacks: 'all', has: { reason: v.string(), text: v.union(v.string(), v.null()), storedAt: v.string() } },
  async export(ctx, person, cursor) {
    const ranges = rangesOf(quarantinedOf(ctx, person), (index) => (each) => quarantinedOf(each, person)[index]!);
    return chained(ranges, ctx, cursor, ({ reason, text = null, at }) => ({
      reason,
      text,
      storedAt: new Date(at).toISOString(),
    }));
  },
  async erase(ctx, person, count) {
    const rows = await someOf(quarantinedOf(ctx, person), count);
    for (const { _id } of rows) await ctx.db.delete('inboxQuarantine', _id);
    await countOut(ctx, rows);
    return rows.length;
  },
};

export const inboxStores: readonly Store[] = [inboxEvents, inboxQuarantine];
