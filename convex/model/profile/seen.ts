/** Counts what anybody reads over HTTP: at most one write a request, however many profiles its answer shows. */
import { internal } from '../../_generated/api.js';
import type { ActionCtx } from '../../_generated/server.js';
import { drawnRow, drawnWeight } from '../privacy/viewCounts.js';
import { readerFor } from './readers.js';

/**
 * The profiles that an answer shows, hidden ones not among them. Of several, one that is drawn by chance gets all the views: each
 * gets one on average. A count that fails fails no reading.
 */
export async function countSeen(ctx: ActionCtx, handles: readonly string[]): Promise<void> {
  const seen = [...new Set(handles)].filter((handle) => readerFor(handle).isCounted);
  const handle = seen[Math.floor(Math.random() * seen.length)];
  if (handle !== undefined) await count(ctx, handle, seen.length).catch(() => undefined);
}

/** A crowd at one profile reads the same answer of the query, and seldom writes. */
async function count(ctx: ActionCtx, handle: string, views: number): Promise<void> {
  const row = drawnRow();
  const counted = await ctx.runQuery(internal.profile.views.counted, { handle, ...row });
  const weight = counted ? drawnWeight(counted.views) : 0;
  if (!counted || weight === 0) return;
  const { profileId } = counted;
  await ctx.runMutation(internal.profile.views.seen, { profileId, ...row, views: views * weight });
}
