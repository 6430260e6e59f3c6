import { mutationGeneric as mutation, paginationOptsValidator, queryGeneric as query } from 'convex/server';
import { v } from 'convex/values';

const fields = {
  title: v.string(),
  body: v.optional(v.string()),
  topic: v.optional(v.string()),
  stars: v.optional(v.number()),
};

export const add = mutation({
  args: fields,
  handler: (ctx, { stars = 0, ...article }) => ctx.db.insert('articles', { ...article, stars }),
});

export const addMany = mutation({
  args: { count: v.number(), body: v.string(), topic: v.string() },
  handler: async (ctx, { count, body, topic }) => {
    for (let at = 0; at < count; at++)
      await ctx.db.insert('articles', {
        title: `${topic} ${at}`,
        body: body.replaceAll('#', String(at)),
        topic,
        stars: 0,
      });
    return null;
  },
});

export const edit = mutation({
  args: { id: v.id('articles'), patch: v.any() },
  handler: async (ctx, { id, patch }) => {
    await ctx.db.patch(id, patch as object);
    return null;
  },
});

export const remove = mutation({
  args: { id: v.id('articles') },
  handler: async (ctx, { id }) => {
    await ctx.db.delete(id);
    return null;
  },
});

const searchArgs = {
  text: v.string(),
  topic: v.optional(v.union(v.string(), v.null())),
  stars: v.optional(v.number()),
  take: v.optional(v.number()),
};

function matching(ctx: any, { text, topic, stars }: { text: string; topic?: string | null; stars?: number }) {
  return ctx.db.query('articles').withSearchIndex('search_body', (q: any) => {
    let search = q.search('body', text);
    if (topic !== undefined) search = search.eq('topic', topic === null ? undefined : topic);
    return stars === undefined ? search : search.eq('stars', stars);
  });
}

const titles = (found: { title: string }[]) => found.map(({ title }) => title);

export const search = query({
  args: searchArgs,
  handler: async (ctx, { take = 100, ...args }) => titles(await matching(ctx, args).take(take)),
});

export const everything = query({
  args: { text: v.string() },
  handler: async (ctx, args) => (await matching(ctx, args).collect()).length,
});

export const starred = query({
  args: { text: v.string(), least: v.number() },
  handler: async (ctx, { text, least }) =>
    titles(
      await matching(ctx, { text })
        .filter((q: any) => q.gte(q.field('stars'), least))
        .collect(),
    ),
});

export const pages = query({
  args: { text: v.string(), paginationOpts: paginationOptsValidator },
  handler: async (ctx, { text, paginationOpts }) => {
    const page = await matching(ctx, { text }).paginate(paginationOpts);
    return { ...page, page: titles(page.page) };
  },
});

/** Searches in the middle of its own writes, then takes them back if asked to. */
export const searchOwnWrites = mutation({
  args: { remove: v.id('articles'), rewrite: v.id('articles'), fail: v.boolean() },
  handler: async (ctx, { remove, rewrite, fail }) => {
    await ctx.db.delete(remove);
    await ctx.db.patch(rewrite, { body: 'nothing to see' });
    await ctx.db.insert('articles', { title: 'own', body: 'a walrus of my own', stars: 0 });
    const found = titles(await matching(ctx, { text: 'walrus' }).collect());
    if (fail) throw new Error(`found ${found.join(', ')}`);
    return found;
  },
});

export const wrong = query({
  args: { what: v.string() },
  handler: async (ctx, { what }) => {
    const use = (build: (q: any) => unknown, index = 'search_body') =>
      (ctx.db.query('articles') as any).withSearchIndex(index, build).take(1);
    if (what === 'field') return use((q) => q.search('title', 'x'));
    if (what === 'filter') return use((q) => q.search('body', 'x').eq('title', 'x'));
    if (what === 'twice') return use((q) => q.search('body', 'x').search('body', 'y'));
    if (what === 'many')
      return use((q) =>
        Array.from({ length: 9 }).reduce((search: any) => search.eq('stars', 1), q.search('body', 'x')),
      );
    if (what === 'kind') return use((q) => q.search('body', 'x'), 'by_topic');
    return use((q) => q.search('body', 'x'), 'no_such_index');
  },
});

export const draw = query({
  args: { text: v.string() },
  handler: async (ctx, { text }) => ({ titles: titles(await matching(ctx, { text }).take(10)), draw: Math.random() }),
});
