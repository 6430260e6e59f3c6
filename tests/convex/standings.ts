/** The index of a deployment beside the one that the pure rules compute from what an audience may see. */
import { type SharedAudience, shownReputation, type ShownReputation } from '@gigsy/schema';
import { vi } from 'vitest';
import type { Doc, Id } from '../../convex/_generated/dataModel.js';
import { Reputation, type Vote } from '../../packages/schema/src/trust/reputation/index.ts';
import type { Deployment } from './deployment.ts';

/** Lets the consumers and the chain run until nobody is due. */
export async function settled({ t }: Deployment): Promise<void> {
  for (let quiet = 0, round = 0; quiet < 3; round += 1) {
    if (round > 500) throw new Error('The index does not come to rest.');
    await vi.advanceTimersByTimeAsync(60);
    await t.finishInProgressScheduledFunctions();
    const due = await t.run((ctx) =>
      ctx.db
        .query('trustStandings')
        .withIndex('by_due', (range) => range.gt('due', 0))
        .first(),
    );
    quiet = due ? 0 : quiet + 1;
  }
}

export interface Standing {
  trust: number;
  shown: ShownReputation | undefined;
}

/** The standing of each account for an audience, by the rows. */
export async function stored({ t }: Deployment, audience: SharedAudience): Promise<Map<string, Standing>> {
  const rows = await t.run((ctx) => ctx.db.query('trustStandings').collect());
  return new Map(rows.map((row) => [row.accountId, { trust: row[audience].trust, shown: row[audience].shown }]));
}

/** Whether an audience sees a vote, and whether it sees that trust begins with an account. */
export interface Sight {
  sees(vote: Doc<'trustVotes'>): boolean;
  verified(account: Id<'accounts'>): boolean;
}

/** The same by a computation of all, with the time and the threshold of the deployment's own index. */
export async function computed(
  { t }: Deployment,
  audience: SharedAudience,
  sight: Sight,
): Promise<Map<string, Standing>> {
  const [votes, accounts, index] = await t.run(async (ctx) => [
    await ctx.db.query('trustVotes').collect(),
    (await ctx.db.query('accounts').collect()).map(({ _id }) => _id).sort(),
    await ctx.db.query('trustIndex').first(),
  ]);
  const place = new Map<string, number>(accounts.map((account, at) => [account, at]));
  const threshold = index!.threshold[audience];
  const reputation = new Reputation(
    {
      people: accounts.length,
      verified: accounts.flatMap((account, at) => (sight.verified(account) ? [at] : [])),
      votes: votes.filter((vote) => sight.sees(vote)).map((vote) => asVote(vote, place)),
      asOf: index!.asOf,
    },
    { threshold: threshold ?? 1e12 },
  );
  return new Map(
    accounts.map((account, at) => [
      account,
      { trust: reputation.trust(at), shown: shownReputation(reputation.explain(at)) },
    ]),
  );
}

function asVote({ from, to, kind, value, at }: Doc<'trustVotes'>, place: ReadonlyMap<string, number>): Vote {
  const between = { from: place.get(from)!, to: place.get(to)!, at };
  if (kind === 'review') return { ...between, kind, rating: 1 + 4 * value };
  return kind === 'completion' ? { ...between, kind, completed: value * 4, agreed: 4 } : { ...between, kind };
}
