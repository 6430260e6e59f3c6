/** Limits on what the deployment asks of hosts that people name: of a person, of a host, and of the whole deployment. */
import type { RateLimit } from '@gigsy/schema';
import type { Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import { hashOfText } from '../contract/hash.js';
import { mayDraw } from './rate.js';

const MINUTE_MS = 60_000;
const OF_HOST = { rate: 30, periodMs: MINUTE_MS, capacity: 30 };
const OF_ALL = { rate: 600, periodMs: MINUTE_MS, capacity: 600 };

interface Asked {
  person: Id<'accounts'>;
  host: string;
  ofPerson: RateLimit;
}

/**
 * Draws from the limits of `purpose`. Hosts share 4,096 buckets by a part of a hash: the number of buckets has a bound, and none
 * tells to which host people lead.
 */
export async function mayAskHost(
  ctx: MutationCtx,
  purpose: string,
  { person, host, ofPerson }: Asked,
): Promise<boolean> {
  const bucket = (await hashOfText(host)).slice(0, 2);
  return (
    (await mayDraw(ctx, purpose, person, ofPerson)) &&
    (await mayDraw(ctx, `${purpose}.host`, bucket, OF_HOST)) &&
    (await mayDraw(ctx, `${purpose}.all`, 'all', OF_ALL))
  );
}
