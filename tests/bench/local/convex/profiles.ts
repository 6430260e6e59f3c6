/** The benchmarks' functions: a profile with its rows, a page of an index, a write, a bulk load. */
import {
  type DataModelFromSchemaDefinition,
  type MutationBuilder,
  type QueryBuilder,
  mutationGeneric,
  queryGeneric,
} from 'convex/server';
import { v } from 'convex/values';
import type schema from './schema.ts';

type DataModel = DataModelFromSchemaDefinition<typeof schema>;
const query = queryGeneric as QueryBuilder<DataModel, 'public'>;
const mutation = mutationGeneric as MutationBuilder<DataModel, 'public'>;

/** Rows of a profile. */
const ITEMS = 5;

export const read = query({
  args: { handle: v.string() },
  handler: async (ctx, { handle }) => {
    const profile = await ctx.db
      .query('profiles')
      .withIndex('by_handle', (range) => range.eq('handle', handle))
      .unique();
    if (!profile) return null;
    const items = await ctx.db
      .query('items')
      .withIndex('by_profile', (range) => range.eq('profileId', profile._id))
      .take(10);
    return { profile, items };
  },
});

export const one = query({
  args: { handle: v.string() },
  handler: (ctx, { handle }) =>
    ctx.db
      .query('profiles')
      .withIndex('by_handle', (range) => range.eq('handle', handle))
      .unique(),
});

/** `watcher` only tells queries apart. */
export const headlineOf = query({
  args: { handle: v.string(), watcher: v.number() },
  handler: async (ctx, { handle }) => {
    const profile = await ctx.db
      .query('profiles')
      .withIndex('by_handle', (range) => range.eq('handle', handle))
      .unique();
    return profile?.headline ?? null;
  },
});

export const page = query({
  args: { group: v.number() },
  handler: (ctx, { group }) =>
    ctx.db
      .query('profiles')
      .withIndex('by_group', (range) => range.eq('group', group))
      .take(20),
});

export const headline = mutation({
  args: { handle: v.string(), headline: v.string() },
  handler: async (ctx, { handle, headline: text }) => {
    const profile = await ctx.db
      .query('profiles')
      .withIndex('by_handle', (range) => range.eq('handle', handle))
      .unique();
    if (profile) await ctx.db.patch(profile._id, { headline: text, version: profile.version + 1 });
    return null;
  },
});

export const load = mutation({
  args: { from: v.number(), count: v.number(), groups: v.number() },
  handler: async (ctx, { from, count, groups }) => {
    for (let n = from; n < from + count; n += 1) {
      const profileId = await ctx.db.insert('profiles', {
        handle: `p${n}`,
        group: n % groups,
        name: `Person ${n}`,
        headline: `Headline of person ${n}`,
        version: 1,
      });
      for (let order = 0; order < ITEMS; order += 1)
        await ctx.db.insert('items', { profileId, order, name: `Skill ${order}`, level: 1 + (n % 5) });
    }
    return null;
  },
});
