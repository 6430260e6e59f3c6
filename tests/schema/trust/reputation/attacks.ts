/** Attacks on simulated people. Attackers have the numbers after the honest ones. */
import type { Vote } from '../../../../packages/schema/src/trust/reputation/index.ts';
import { NOW, type World } from './people.ts';

const DAY = 24 * 60 * 60 * 1000;

export type AttackSize = {
  attackers: number;
  /** Endorsements of attackers that were bought from honest people. */
  bribed: number;
  /** Honest people whom each attacker endorses, to look like one of them. */
  camouflage: number;
  /** `poor`: bought from people who cast no other vote, so that all their trust goes to attackers. */
  sellers: 'any' | 'poor';
  /** Attackers who are verified. */
  verified: number;
  /** Days over which a burst or a bombing goes on. */
  days: number;
};

const USUAL: AttackSize = { attackers: 300, bribed: 30, camouflage: 20, sellers: 'any', verified: 0, days: 1 };

/** Other members of the ring for whom each member votes. */
const RING_VOTES = 60;

/** Everybody in the ring votes for 60 others with the best votes of all kinds. */
export function withRing(world: World, size: Partial<AttackSize> = {}): World {
  const { votes, members, random, ...rest } = withAttackers(world, { ...USUAL, ...size });
  for (const from of members)
    for (const to of random.shuffled(members).slice(0, RING_VOTES))
      votes.push(...allKinds({ from, to, at: NOW - random.next() * 365 * DAY }, 'best'));
  return { ...rest, votes, random };
}

/** The first `beneficiaries` of the attackers get the best votes from all the others. */
export function withBurst(world: World, size: Partial<AttackSize> & { beneficiaries?: number } = {}): World {
  const { votes, members, random, ...rest } = withAttackers(world, { ...USUAL, ...size });
  const { beneficiaries = 30, days = USUAL.days } = size;
  for (const from of members.slice(beneficiaries))
    for (const to of members.slice(0, beneficiaries))
      votes.push(...allKinds({ from, to, at: NOW - random.next() * days * DAY }, 'best'));
  return { ...rest, votes, random };
}

/** All attackers give all victims the worst reviews and failed gigs. */
export function withBombing(world: World, victims: readonly number[], size: Partial<AttackSize> = {}): World {
  const { votes, members, random, ...rest } = withAttackers(world, { ...USUAL, ...size });
  const { days = USUAL.days } = size;
  for (const from of members)
    for (const to of victims) votes.push(...allKinds({ from, to, at: NOW - random.next() * days * DAY }, 'worst'));
  return { ...rest, votes, random };
}

function withAttackers(world: World, { attackers, bribed, camouflage, sellers, verified }: AttackSize) {
  const { random, people } = world;
  const honest = world.quality.length;
  const members = Array.from({ length: attackers }, (_, member) => people + member);
  const bought = random.shuffled([...world.quality.keys()]).slice(0, bribed);
  const isBought = new Set(bought);
  const votes = sellers === 'poor' ? world.votes.filter(({ from }) => !isBought.has(from)) : world.votes.slice();
  for (const from of bought)
    votes.push({ kind: 'endorsement', from, to: members[random.integer(0, attackers)]!, at: NOW });
  for (const from of members)
    for (let left = camouflage; left > 0; left -= 1)
      votes.push({ kind: 'endorsement', from, to: random.integer(0, honest), at: NOW });
  const own = members.slice(attackers - verified, attackers);
  return { ...world, people: people + attackers, verified: [...world.verified, ...own], votes, members };
}

function allKinds(between: Pick<Vote, 'from' | 'to' | 'at'>, quality: 'best' | 'worst'): Vote[] {
  if (quality === 'worst')
    return [
      { kind: 'review', ...between, rating: 1 },
      { kind: 'completion', ...between, agreed: 5, completed: 0 },
    ];
  return [
    { kind: 'endorsement', ...between },
    { kind: 'review', ...between, rating: 5 },
    { kind: 'completion', ...between, agreed: 5, completed: 5 },
  ];
}
