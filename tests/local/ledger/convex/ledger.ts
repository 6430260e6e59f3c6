/** Transfers between accounts, and their invariants in every state that a reader can see. */
import { mutationGeneric as mutation, queryGeneric as query } from 'convex/server';
import { v } from 'convex/values';

export const open = mutation({
  args: { accounts: v.number(), balance: v.number() },
  handler: async ({ db }, { accounts, balance }) => {
    if (await db.query('totals').first()) return;
    for (let number = 0; number < accounts; number++) await db.insert('accounts', { number, balance });
    await db.insert('totals', { transfers: 0 });
  },
});

/** Writes seven rows of four tables, or none. */
export const transfer = mutation({
  args: { key: v.string(), from: v.number(), to: v.number(), amount: v.number() },
  handler: async ({ db }, { key, from, to, amount }) => {
    for (const [number, change] of [
      [from, -amount],
      [to, amount],
    ] as const) {
      const account = (await db
        .query('accounts')
        .withIndex('by_number', (q) => q.eq('number', number))
        .unique())!;
      await db.patch(account._id, { balance: account.balance + change });
      await db.insert('entries', { key, account: account._id, amount: change });
    }
    const totals = (await db.query('totals').unique())!;
    await db.patch(totals._id, { transfers: totals.transfers + 1 });
    await db.insert('transfers', { key, amount });
  },
});

export const state = query({
  args: {},
  handler: async ({ db }) => {
    const accounts = await db.query('accounts').collect();
    const totals = await db.query('totals').unique();
    return {
      total: accounts.reduce((sum, { balance }) => sum + (balance as number), 0),
      transfers: (totals?.transfers as number | undefined) ?? 0,
    };
  },
});

/** The balances of every second account: with its counterpart in one snapshot it adds up to the total. */
export const half = query({
  args: { rest: v.number() },
  handler: async ({ db }, { rest }) => {
    const accounts = await db.query('accounts').collect();
    return accounts
      .filter(({ number }) => (number as number) % 2 === rest)
      .reduce((sum, { balance }) => sum + (balance as number), 0);
  },
});

/** How many rows each transfer has: [1, 2] when it is whole, [0, 0] when it never was. */
export const rowsOf = query({
  args: { keys: v.array(v.string()) },
  handler: async ({ db }, { keys }) =>
    Promise.all(
      keys.map(async (key) => {
        const transfers = await db
          .query('transfers')
          .withIndex('by_key', (q) => q.eq('key', key))
          .collect();
        const entries = await db
          .query('entries')
          .withIndex('by_key', (q) => q.eq('key', key))
          .collect();
        const balanced = entries.reduce((sum, { amount }) => sum + (amount as number), 0) === 0;
        return [transfers.length, balanced ? entries.length : -1];
      }),
    ),
});

export const transferPage = query({
  args: { cursor: v.union(v.string(), v.null()) },
  handler: async ({ db }, { cursor }) => {
    const { page, isDone, continueCursor } = await db.query('transfers').paginate({ cursor, numItems: 2_000 });
    return { keys: page.map(({ key }) => key as string), isDone, continueCursor };
  },
});
