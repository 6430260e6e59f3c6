/** Consumers of the log: woken by writers and by a cron, and their state for administrators. */
import { MAX_BEHIND, MAX_DEAD_LETTERS, contract } from '@gigsy/schema';
import { v } from 'convex/values';
import { internal } from '../_generated/api.js';
import { type QueryCtx, internalMutation } from '../_generated/server.js';
import { consumers } from '../model/consumers.js';
import { refusal } from '../model/contract/errors.js';
import { memberAccount } from '../model/contract/principal.js';
import { implementMutation, implementQuery } from '../model/door/implement.js';
import type { Consumer } from '../model/events/consumer.js';
import { cursorOf } from '../model/events/cursors.js';
import { endWaking, isAwake, rowsAfter } from '../model/events/log.js';
import { deadLettersOf, runOf, startRuns, stepRun, takeBatch, takeDeadLetter } from '../model/events/runs.js';

/**
 * Starts the run of each consumer that has none. `by`: the shard whose event asked for it, or a job that asked without a look at
 * the shards. Nothing is lost if such a call is: the cron's comes within a minute.
 */
export const wake = internalMutation({
  args: { by: v.optional(v.union(v.number(), v.literal('job'))) },
  returns: v.null(),
  handler: async (ctx, { by }): Promise<null> => {
    if (typeof by === 'number' && !(await isAwake(ctx, by))) return null;
    if (by !== 'job') await endWaking(ctx);
    await startRuns(ctx, consumers);
    return null;
  },
});

/** The next batch of a run. */
export const step = internalMutation({
  args: { consumer: v.string() },
  returns: v.null(),
  handler: async (ctx, { consumer }): Promise<null> => {
    const declared = named(consumer);
    if (declared) await stepRun(ctx, declared);
    return null;
  },
});

/** Gives a consumer its next events, in a transaction of its own. True if there may be more events. */
export const take = internalMutation({
  args: { consumer: v.string(), count: v.number() },
  returns: v.boolean(),
  handler: async (ctx, { consumer, count }) => {
    const declared = named(consumer);
    return declared ? takeBatch(ctx, declared, count) : false;
  },
});

/** Hands a dead letter over again. If the consumer throws, the letter stays. */
export const takeAgain = internalMutation({
  args: { letter: v.id('eventDeadLetters') },
  returns: v.null(),
  handler: async (ctx, { letter }): Promise<null> => {
    await takeDeadLetter(ctx, consumers, letter);
    return null;
  },
});

function named(name: string): Consumer | undefined {
  return consumers.find((consumer) => consumer.name === name);
}

export const status = implementQuery(contract.events.consumers.status, (ctx) =>
  Promise.all(consumers.map(({ name }) => statusOf(ctx, name))),
);

async function statusOf(ctx: QueryCtx, consumer: string) {
  const [cursor, run] = [await cursorOf(ctx, consumer), await runOf(ctx, consumer)];
  const ahead = await rowsAfter(ctx, cursor, MAX_BEHIND);
  const letters = await deadLettersOf(ctx, consumer, MAX_DEAD_LETTERS);
  const { running = false, failures = 0 } = run ?? {};
  return {
    consumer,
    upTo: cursor && cursor.creationTime,
    behind: ahead.length,
    oldest: ahead[0]?._creationTime ?? null,
    taken: cursor?.taken ?? 0,
    running,
    failures,
    deadLetters: await Promise.all(
      letters.map(async ({ _id: letter, event, attempts, _creationTime: at }) => {
        const type = (await ctx.db.get('events', event))?.type ?? '';
        return { letter, event, type, attempts, at };
      }),
    ),
  };
}

export const replay = implementMutation(contract.events.consumers.replay, async (ctx, { principal, args }) => {
  const known = ctx.db.normalizeId('eventDeadLetters', args.letter);
  const letter = known && (await ctx.db.get('eventDeadLetters', known));
  if (!letter) throw refusal('not_found', 'There is no such event; the consumer may have taken it meanwhile.');
  await ctx.scheduler.runAfter(0, internal.events.consumers.takeAgain, { letter: letter._id });
  return {
    answer: { letter: letter._id },
    audit: { subject: memberAccount(principal)._id, changed: [letter.consumer, letter._id] },
  };
});
