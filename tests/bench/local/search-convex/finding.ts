/** The search benchmarks' functions: bulk loads, an exact vector search, a full-text search. */
import {
  type ActionBuilder,
  type DataModelFromSchemaDefinition,
  type MutationBuilder,
  type QueryBuilder,
  actionGeneric,
  mutationGeneric,
  queryGeneric,
} from 'convex/server';
import { v } from 'convex/values';
import { sequence } from '../words.ts';
import type schema from './schema.ts';

type DataModel = DataModelFromSchemaDefinition<typeof schema>;
const query = queryGeneric as QueryBuilder<DataModel, 'public'>;
const mutation = mutationGeneric as MutationBuilder<DataModel, 'public'>;
const action = actionGeneric as ActionBuilder<DataModel, 'public'>;

const DIMENSIONS = 256;

/** Four decimals keep the benchmark's file small; a search compares the same number of floats. */
function direction(seed: number): number[] {
  const random = sequence(seed);
  return Array.from({ length: DIMENSIONS }, () => Math.round((random() - 0.5) * 10_000) / 10_000);
}

export const loadPlaces = mutation({
  args: { from: v.number(), count: v.number() },
  handler: async (ctx, { from, count }) => {
    for (let n = from; n < from + count; n += 1) await ctx.db.insert('places', { embedding: direction(n) });
    return null;
  },
});

export const loadTexts = mutation({
  args: { bodies: v.array(v.string()) },
  handler: async (ctx, { bodies }) => {
    for (const body of bodies) await ctx.db.insert('texts', { body });
    return null;
  },
});

export const near = action({
  args: { seed: v.number() },
  handler: (ctx, { seed }) => ctx.vectorSearch('places', 'by_embedding', { vector: direction(seed), limit: 10 }),
});

export const saying = query({
  args: { text: v.string() },
  handler: (ctx, { text }) =>
    ctx.db
      .query('texts')
      .withSearchIndex('search_body', (search) => search.search('body', text))
      .take(10),
});
