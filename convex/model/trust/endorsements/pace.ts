/**
 * How fast endorsements may be written, beside the limit of each author's calls: for one person by one author, and for one person
 * by all. The buckets stand under hashes and outlive what was written, so that nobody writes and withdraws without end.
 */
import { type RateLimit, days, minutes } from '@gigsy/schema';
import type { Id } from '../../../_generated/dataModel.js';
import type { MutationCtx } from '../../../_generated/server.js';
import { hashOf } from '../../contract/hash.js';
import { drawToken } from '../../operations/rate.js';

const PAIR: RateLimit = { rate: 3, periodMs: days(1), capacity: 3 };
const BURST: RateLimit = { rate: 20, periodMs: minutes(60), capacity: 20 };

/** Throws if one more is too fast. */
export async function drawPace(ctx: MutationCtx, author: Id<'accounts'>, owner: Id<'accounts'>): Promise<void> {
  await drawToken(ctx, 'trust.endorsements.pair', await hashOf([author, owner]), PAIR);
  await drawToken(ctx, 'trust.endorsements.owner', await hashOf([owner]), BURST);
}
