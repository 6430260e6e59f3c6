/**
 * The invariant of the house for reviews and the reputation index: a review or a vote that a viewer may not see changes nothing that
 * the viewer can obtain, neither by itself, nor by the index, nor by its effect on those for whom the person votes.
 */
import { type SharedAudience, sharedAudiences } from '@gigsy/schema';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import type { Id } from '../../convex/_generated/dataModel.js';
import { castVote, dropVote } from '../../convex/model/trust/votes.js';
import { type Caller, type Deployment, key, person } from './deployment.ts';
import { withoutLaterWork } from './later-work.ts';
import { everythingSeen, leasedTo, told, world } from './probe.ts';
import { gigFor } from './reviewing.ts';
import { proved } from './verifying.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2031, 4, 1) });
  withoutLaterWork();
  process.env.GIGSY_TRUST_LEVEL = 'email';
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  delete process.env.GIGSY_TRUST_LEVEL;
});

interface People {
  d: Deployment;
  ada: Caller;
  ben: Caller;
  account(handle: string): Id<'accounts'>;
}
type Life = (people: People) => Promise<unknown>;

/** Everything that the viewers of an audience can obtain of Ada after a life; Ben is verified for everybody, and votes for her. */
async function seen(audience: SharedAudience, settings: { ada?: object; ben?: object }, life: Life): Promise<string[]> {
  const at = await world();
  const [ada, ben] = [await person(at.d, 'ada', { role: 'mentor' }), await person(at.d, 'ben', { role: 'mentor' })];
  await person(at.d, 'cleo', { role: 'mentor' });
  for (const [caller, changes] of [
    [ada, settings.ada],
    [ben, settings.ben],
  ] as const)
    if (changes) await caller.mutation(api.privacy.update, { changes, expected: 1, idempotencyKey: key() } as never);
  const accounts = await at.d.t.run((ctx) => ctx.db.query('accounts').collect());
  const account = (handle: string) => accounts.find((row) => row.handle === handle)!._id;
  const people = { d: at.d, ada, ben, account };
  await proved(at.d, ben, 'ben@example.org');
  await voted('ben', 'ada', 'endorsement:shown', 'contributions')(people);
  await settled(at.d);
  await life(people);
  await settled(at.d);
  const fields = ['reviews.rating', 'reviews.by', 'reviews.on', 'reviews.text', 'reputation.score', 'reputation.parts'];
  const lease = await leasedTo(at, { viewer: 'viewer', owner: 'ada' }, fields);
  return everythingSeen(at, audience, { handle: 'ada', photos: [], etag: '"none"', ...lease }, told);
}

/** A vote that shows in a section of the person voted for. */
const voted =
  (from: string, to: string, source: string, section: string): Life =>
  ({ d, account }) =>
    d.t.run((ctx) =>
      castVote(ctx as never, {
        ...{ kind: 'endorsement', from: account(from), to: account(to), value: 1, at: Date.now(), source },
        shownAt: { section },
      }),
    );

/** Computes all who are due, and measures. */
async function settled({ t }: Deployment): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    for (let step = 0; step < 20; step += 1) await t.mutation(internal.trust.reputation.settle, {});
    await t.action(internal.trust.reputation.measure, {});
    await t.mutation(internal.trust.reputation.markAll, { after: 0 });
  }
  for (let step = 0; step < 20; step += 1) await t.mutation(internal.trust.reputation.settle, {});
}

const reviewed: Life = async ({ d, ada }) => {
  const gig = await gigFor(d, 'trust.reviews.reply');
  await ada.mutation(api.trust.reviews.reply, { gig, text: 'Thank you, kestrel', idempotencyKey: key() });
};
/** The same gig, and a review that is taken back before anybody sees it. */
const unreviewed: Life = async ({ d, ada }) => {
  const gig = await gigFor(d, 'trust.reviews.withdraw');
  await ada.mutation(api.trust.reviews.withdraw, { gig, idempotencyKey: key() });
};
const nothing: Life = async () => undefined;
const narrower = { public: 'platform', platform: 'owner' } as const;

describe.each(sharedAudiences)('for %s', (audience) => {
  test('hidden reviews change nothing, and reviews that are shown do', async () => {
    const hidden = { ada: { reviews: narrower[audience] } };
    const none = await seen(audience, hidden, unreviewed);
    expect(none.join()).toContain('"score":');
    expect(await seen(audience, hidden, reviewed)).toEqual(none);
    const shown = await seen(audience, { ada: { reviews: 'public' } }, reviewed);
    expect(shown.join()).toContain('Thank you, kestrel');
  });

  test('a review that is sealed changes nothing', async () => {
    const sealed: Life = ({ d }) => gigFor(d, 'trust.reviews.withdraw');
    expect(await seen(audience, {}, sealed)).toEqual(await seen(audience, {}, unreviewed));
  });

  test('a hidden vote changes neither the index of the person, nor that of those for whom they vote', async () => {
    const settings = { ada: { courses: narrower[audience] }, ben: { courses: narrower[audience] } };
    const none = await seen(audience, settings, nothing);
    expect(none.join()).toContain('"reputation":{"');
    const lives = [voted('cleo', 'ada', 'endorsement:1', 'courses'), voted('cleo', 'ben', 'endorsement:2', 'courses')];
    lives.push(async (people) => {
      await lives[0]!(people);
      await settled(people.d);
      await people.d.t.run((ctx) => dropVote(ctx as never, 'endorsement:1'));
    });
    // Ben casts a hidden vote too: what his shown one carries does not change by it.
    lives.push(async (people) => {
      for (let n = 0; n < 8; n += 1) await voted('ben', 'cleo', `endorsement:${n}`, 'nowhere')(people);
    });
    for (const life of lives) expect(await seen(audience, settings, life)).toEqual(none);
  });

  test('a hidden index changes nothing, whatever it is', async () => {
    const hidden = { ada: { reputation: narrower[audience] } };
    const more = voted('cleo', 'ada', 'endorsement:1', 'contributions');
    expect(await seen(audience, hidden, more)).toEqual(await seen(audience, hidden, nothing));
    const shown = await seen(audience, {}, more);
    expect(shown).not.toEqual(await seen(audience, {}, nothing));
  });
});
