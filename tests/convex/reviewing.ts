/** Gigs that a marketplace tells of, with both parties, and what their reviews and the index come to. */
import { REVIEW_MS } from '@gigsy/schema';
import { vi } from 'vitest';
import { api } from '../../convex/_generated/api.js';
import { type Caller, type Deployment, key, person } from './deployment.ts';
import type { TestSource } from './inbox-source.ts';
import { send } from './portfolio-events.ts';

export interface TestGig {
  performer: string;
  client: string;
  /** The marketplace's own id of the record. */
  record: string;
}

/** Tells of a gig, and has the consumers follow. Needs a clock that `vi` moves. */
export async function gigTold(
  d: Deployment,
  source: TestSource,
  { performer, client, record }: TestGig,
  {
    type = 'gig.completed',
    time = '2031-01-01T00:00:00Z',
  }: { type?: 'gig.completed' | 'gig.revoked' | 'gig.corrected'; time?: string } = {},
): Promise<void> {
  const data = {
    gig: { id: record, title: `Gig ${record}` },
    client: { name: 'City Hall', person: `handle:${client}` },
  };
  const sent = { id: `${type}-${record}-${time}`, record, subject: `handle:${performer}`, time };
  await send(d, source, type, type === 'gig.revoked' ? sent : { ...sent, data });
  await followed(d);
}

/** Runs the consumers of the log, and all that they schedule for now. */
export async function followed({ t }: Deployment, rounds = 12): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    await vi.advanceTimersByTimeAsync(60);
    await t.finishInProgressScheduledFunctions();
  }
}

const { reviews } = api.trust;

export const gigsOf = (caller: Caller) => caller.query(reviews.mine, {});

/** The caller's gig with this record. */
export async function gigOf(caller: Caller, record: string) {
  return (await gigsOf(caller)).find(({ title }) => title === `Gig ${record}`)!;
}

export async function written(caller: Caller, record: string, rating: number, text?: string): Promise<boolean> {
  const { gig } = await gigOf(caller, record);
  const args = { gig, rating, ...(text !== undefined && { text }), idempotencyKey: key() };
  return (await caller.mutation(reviews.write, args)).revealed;
}

/** A gig of Ada's that is ready for a step: it was written about by her, or by her client, whom it makes. */
export async function gigFor(d: Deployment, step: string): Promise<string> {
  const client = await person(d, 'client');
  const gig = await d.t.run(async (ctx) => {
    const accounts = await ctx.db.query('accounts').collect();
    const idOf = (handle: string) => accounts.find((account) => account.handle === handle)!._id;
    const row = { name: 'gig-1', entry: 'entry-1', title: 'Gig', completedOn: '2031', closed: false };
    const parties = { performer: idOf('ada'), client: idOf('client') };
    await ctx.db.insert('trustGigs', { ...row, ...parties, closesAt: Date.now() + REVIEW_MS });
    return row.name;
  });
  const write = (caller: Caller) => caller.mutation(reviews.write, { gig, rating: 4, idempotencyKey: key() });
  if (step !== 'trust.reviews.write') await write(d.as('user_ada'));
  if (step === 'trust.reviews.reply') await write(client);
  return gig;
}
