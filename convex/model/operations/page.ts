/** The door of routes that pages read: a page that carries a publishable key reads on its partner's origins alone. */
import { internal } from '../../_generated/api.js';
import type { ActionCtx } from '../../_generated/server.js';
import { refusalResponse } from '../contract/problem.js';
import { refuseEnded } from './keys.js';

/** The refusal, or undefined for a request that may be answered. Without a key, anybody may read. */
export async function refusedPage(
  ctx: ActionCtx,
  key: string | null,
  origin: string | null,
): Promise<Response | undefined> {
  if (key === null) return undefined;
  try {
    const { endsAt } = await ctx.runQuery(internal.operations.keys.admit, { key, origin });
    refuseEnded(key, endsAt);
    return undefined;
  } catch (refused) {
    return refusalResponse(refused, { Vary: 'Origin' });
  }
}
