/** The audiences that may see a vote: each of the two people decides at their own side, by their privacy settings. */
import { type SharedAudience, policyOf, sharedAudiences, viewersOf } from '@gigsy/schema';
import type { Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import type { Governed } from '../profile/rows.js';
import { markDue } from './standings.js';
import type { Place, VoteRow } from './votes.js';

type Seen = Record<SharedAudience, boolean>;

/** Says for a place of one person which audiences may see it: of a place that is left out, who may see the person. */
export function placeJudge(owner: Governed | null): (place: Place | undefined) => Seen {
  const policies = sharedAudiences.map((audience) => owner && policyOf(owner, viewersOf(audience)));
  return (place) => {
    const [forPublic = false, forPlatform = false] = policies.map((policy) => {
      if (!policy?.profile || !place) return policy?.profile ?? false;
      const { section, item } = place;
      return policy.sees(section) && (item === undefined || !policy.hides(section, { id: item }));
    });
    return { public: forPublic, platform: forPlatform };
  };
}

interface Sides {
  cast: readonly VoteRow[];
  received: readonly VoteRow[];
}

/** Has the votes of a person follow the settings, at the person's own side. The other side of each change is computed again. */
export async function followSettings(
  ctx: MutationCtx,
  account: Id<'accounts'>,
  owner: Governed | null,
  { cast, received }: Sides,
): Promise<Sides> {
  const judge = placeJudge(owner);
  const others = new Set<Id<'accounts'>>();
  const followed = async (vote: VoteRow, side: 'shown' | 'given'): Promise<VoteRow> => {
    const seen = judge(side === 'shown' ? vote.shownAt : vote.givenAt);
    if (sharedAudiences.every((audience) => vote[side][audience] === seen[audience])) return vote;
    await ctx.db.patch('trustVotes', vote._id, { [side]: seen });
    others.add(side === 'shown' ? vote.from : vote.to);
    return { ...vote, [side]: seen };
  };
  const sides = {
    cast: await eachInTurn(cast, (vote) => followed(vote, 'given')),
    received: await eachInTurn(received, (vote) => followed(vote, 'shown')),
  };
  others.delete(account);
  await markDue(ctx, others);
  return sides;
}

async function eachInTurn(votes: readonly VoteRow[], follow: (vote: VoteRow) => Promise<VoteRow>): Promise<VoteRow[]> {
  const followed: VoteRow[] = [];
  for (const vote of votes) followed.push(await follow(vote));
  return followed;
}

/** Whether an audience may see both sides of a vote. */
export function isSeen({ shown, given }: VoteRow, audience: SharedAudience): boolean {
  return shown[audience] && given[audience];
}
