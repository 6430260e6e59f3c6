/** Counts what anybody reads over HTTP: at most one write a request, however many profiles its answer shows. */
import { internal } from '../../_generated/api.js';
import type { ActionCtx } from '../../_generated/server.js';
import { dayOf } from '../privacy/purges.js';
import { drawnWeight } from '../privacy/viewCounts.js';
import { readerFor } from './readers.js';

/**
 * The profiles that an answer shows, hidden ones not among them. Of several, one that is drawn by chance gets all the views: each
 * gets one on average. A count that fails fails no reading.
 */
export async function countSeen(ctx: ActionCtx, handles: readonly string[]): Promise<void> {
  const seen = [...new Set(handles)].filter((handle) => readerFor(handle).isCounted);
  const handle = seen[Math.floor(Math.random() * seen.length)];
  const views = seen.length * drawnWeight();
  if (handle !== undefined && views > 0) await count(ctx, handle, views).catch(() => undefined);
}

/** The more views a day has, the fewer are written: a profile that a crowd reads costs a query in their place. */
async function count(ctx: ActionCtx, handle: string, views: number): Promise<void> {
  const often = await ctx.runQuery(internal.profile.views.seenOften, { handle, day: dayOf(Date.now()) });
  const weight = often ? drawnWeight() : 1;
  if (weight > 0) await ctx.runMutation(internal.profile.views.seen, { handle, views: views * weight });
}
