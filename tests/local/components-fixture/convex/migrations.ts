/** A migration over a table in batches, one that runs after it, and their state. */
import { Migrations } from '@convex-dev/migrations';
import { anyApi, componentsGeneric, mutationGeneric as mutation, queryGeneric as query } from 'convex/server';
import { v } from 'convex/values';
import schema from './schema.ts';

export const migrations = new Migrations(componentsGeneric().migrations as any, { schema });

export const greetAll = migrations.define({
  table: 'people',
  batchSize: 7,
  migrateOne: async (ctx: any, person: any) => {
    if (person.greeting === undefined) await ctx.db.patch(person._id, { greeting: `Hello, ${person.name}` });
  },
});

/** The short form: it returns a patch; only a range of an index. */
export const silence = migrations.define({
  table: 'people',
  customRange: (people: any) => people.withIndex('name', (q: any) => q.gte('name', 'person 30')),
  migrateOne: () => ({ greeting: undefined }),
});

export const run = migrations.runner();
export const runAll = migrations.runner([(anyApi.migrations as any).greetAll, (anyApi.migrations as any).silence]);

export const populate = mutation({
  args: { count: v.number() },
  handler: async ({ db }, { count }) => {
    for (let number = 0; number < count; number++)
      await db.insert('people', { name: `person ${String(number).padStart(2, '0')}` });
  },
});

export const greeted = query({
  args: {},
  handler: async ({ db }) =>
    (await db.query('people').collect()).filter(({ greeting }) => greeting !== undefined).length,
});
export const status = query({
  args: {},
  handler: async (ctx) =>
    (await migrations.getStatus(ctx, {})).map(({ name, state, processed }) => ({ name, state, processed })),
});
