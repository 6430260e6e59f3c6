/**
 * Runs of consumers. A run is a chain of mutations that takes batch after batch until the log has no more. A batch that
 * fails is tried again, its events one by one, and an event that fails each time becomes a dead letter.
 */
import { internal } from '../../_generated/api.js';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { logLine } from '../operations/logLine.js';
import type { Consumer } from './consumer.js';
import { cursorOf, takeEvents } from './cursors.js';
import { eventIn, rowsAfter } from './log.js';
import { noteTaken } from './traces.js';

/** Milliseconds until the next attempt after each failure. After as many the event is a dead letter. */
const RETRY_AFTER = [1_000, 10_000, 60_000];
/** A run without a step for so long has been lost, as by a batch that is too large for a transaction. */
const LOST_MS = 2 * 60_000;

type Run = Doc<'eventRuns'>;

/** Starts the run of each consumer that has none, and tells the others that events may have come. */
export async function startRuns(ctx: MutationCtx, consumers: readonly Consumer[]): Promise<void> {
  for (const { name, delayMs } of consumers) {
    const run = await runOf(ctx, name);
    const isLost = run?.running === true && run.at + LOST_MS < Date.now();
    if (run?.running && !isLost) {
      if (!run.again) await ctx.db.patch('eventRuns', run._id, { again: true });
      continue;
    }
    const fresh = { running: true, again: false, at: Date.now() + delayMs };
    if (!run) await ctx.db.insert('eventRuns', { consumer: name, failures: 0, singly: 0, ...fresh });
    else if (isLost) await ctx.db.patch('eventRuns', run._id, { ...fresh, ...failedOnce(run) });
    else await ctx.db.patch('eventRuns', run._id, fresh);
    await ctx.scheduler.runAfter(delayMs, internal.events.consumers.step, { consumer: name });
  }
}

/** A batch of one run: the events are taken in a transaction of their own, whose failure undoes them alone. */
export async function stepRun(ctx: MutationCtx, consumer: Consumer): Promise<void> {
  const run = await runOf(ctx, consumer.name);
  if (!run?.running) return;
  if (run.failures > RETRY_AFTER.length) return bury(ctx, consumer, run);
  const count = run.singly > 0 ? 1 : consumer.batch;
  let more: boolean;
  try {
    more = await ctx.runMutation(internal.events.consumers.take, { consumer: consumer.name, count });
  } catch {
    // The error may quote what a person wrote, so it does not go into the log.
    logLine('error', 'events.consumer_failed', { consumer: consumer.name, failures: run.failures + 1 });
    return retryLater(ctx, consumer, run);
  }
  await goOn(ctx, run, { more, singly: Math.max(0, run.singly - 1) });
}

/** Takes at most `count` events. True if there may be more. */
export async function takeBatch(ctx: MutationCtx, consumer: Consumer, count: number): Promise<boolean> {
  const { events, more } = await takeEvents(ctx, consumer.name, count);
  if (events.length > 0) await consumer.take(ctx, events);
  await noteTaken(ctx, consumer.name, events);
  return more;
}

async function goOn(ctx: MutationCtx, run: Run, { more, singly }: { more: boolean; singly: number }): Promise<void> {
  const running = more || run.again;
  await ctx.db.patch('eventRuns', run._id, { running, again: false, failures: 0, singly, at: Date.now() });
  if (running) await ctx.scheduler.runAfter(0, internal.events.consumers.step, { consumer: run.consumer });
}

async function retryLater(ctx: MutationCtx, { name, batch }: Consumer, run: Run): Promise<void> {
  const failed = failedOnce(run, batch);
  // The first failure may be that of any event of the batch. The attempts of one event count from when it came alone.
  const delay = run.singly > 0 ? (RETRY_AFTER[run.failures] ?? 0) : 0;
  await ctx.db.patch('eventRuns', run._id, { ...failed, at: Date.now() + delay });
  await ctx.scheduler.runAfter(delay, internal.events.consumers.step, { consumer: name });
}

function failedOnce({ singly, failures }: Run, batch = 1): Pick<Run, 'singly' | 'failures'> {
  return singly > 0 ? { singly, failures: failures + 1 } : { singly: batch, failures: 0 };
}

/** Moves the cursor behind the event that failed each time, and keeps it for operators. */
async function bury(ctx: MutationCtx, { name }: Consumer, run: Run): Promise<void> {
  const [event] = await rowsAfter(ctx, await cursorOf(ctx, name), 1);
  const { more } = await takeEvents(ctx, name, 1);
  if (event) {
    await ctx.db.insert('eventDeadLetters', { consumer: name, event: event._id, attempts: run.failures });
    logLine('error', 'events.dead_letter', { consumer: name, event: event._id });
  }
  await goOn(ctx, run, { more, singly: Math.max(0, run.singly - 1) });
}

export function runOf(ctx: QueryCtx | MutationCtx, consumer: string): Promise<Run | null> {
  return ctx.db
    .query('eventRuns')
    .withIndex('by_consumer', (range) => range.eq('consumer', consumer))
    .unique();
}

/** Dead letters of a consumer, oldest first, at most `count`. */
export function deadLettersOf(ctx: QueryCtx, consumer: string, count: number): Promise<Doc<'eventDeadLetters'>[]> {
  return ctx.db
    .query('eventDeadLetters')
    .withIndex('by_consumer', (range) => range.eq('consumer', consumer))
    .take(count);
}

/** Hands a dead letter to its consumer again, and deletes it. Throws what the consumer throws; the letter stays then. */
export async function takeDeadLetter(
  ctx: MutationCtx,
  consumers: readonly Consumer[],
  id: Id<'eventDeadLetters'>,
): Promise<void> {
  const letter = await ctx.db.get('eventDeadLetters', id);
  const consumer = consumers.find(({ name }) => name === letter?.consumer);
  const event = letter && (await ctx.db.get('events', letter.event));
  if (!letter || !consumer || !event) return;
  await consumer.take(ctx, [{ ...eventIn(event), id: event._id, at: event._creationTime }]);
  await ctx.db.delete('eventDeadLetters', id);
}
