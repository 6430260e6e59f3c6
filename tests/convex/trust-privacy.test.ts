/**
 * The invariant of the house for verification: evidence that a viewer may not see changes nothing that the viewer can obtain,
 * whether its owner proves it, proves it again or takes it back. An address changes nothing for anybody.
 */
import { type SharedAudience, sharedAudiences } from '@gigsy/schema';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { type Caller, type Deployment, key, person } from './deployment.ts';
import { withoutLaterWork } from './later-work.ts';
import { everythingSeen, leasedTo, told, world } from './probe.ts';
import { claimSeen, claimed, codeSent, proved } from './verifying.ts';

beforeEach(() => {
  // One moment for both worlds: rows are as old, limits as full.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2031, 4, 1) });
  withoutLaterWork();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

type Life = (ada: Caller, d: Deployment) => Promise<unknown>;

/** Everything that the viewers of an audience can obtain of Ada after a life. */
async function seen(audience: SharedAudience, settings: object, life: Life): Promise<string[]> {
  const at = await world();
  const ada = await person(at.d, 'ada', { role: 'mentor' });
  const fields = ['method', 'level', 'provider', 'issuedOn', 'expiresOn', 'domain'].map(
    (field) => `verification.${field}`,
  );
  const lease = await leasedTo(at, { viewer: 'viewer', owner: 'ada' }, fields);
  await ada.mutation(api.privacy.update, { changes: settings, expected: 1, idempotencyKey: key() } as never);
  await life(ada, at.d);
  return everythingSeen(at, audience, { handle: 'ada', photos: [], etag: '"none"', ...lease }, told);
}

const withdraw = (ada: Caller, id: string) =>
  ada.mutation(api.trust.verifications.withdraw, { id, idempotencyKey: key() });
const prove =
  (...subjects: [subject: string, method: 'email' | 'phone'][]): Life =>
  async (ada, d) => {
    for (const [subject, method] of subjects) await proved(d, ada, subject, method);
  };
const nothing: Life = async () => undefined;
const narrower = { public: 'platform', platform: 'owner' } as const;

describe.each(sharedAudiences)('for %s', (audience) => {
  test('hidden evidence changes nothing, however it came, and evidence that is shown does', async () => {
    const hidden = { verification: narrower[audience] };
    const none = await seen(audience, hidden, nothing);
    expect(await seen(audience, hidden, prove(['kestrel@example.org', 'email'], ['+436641234567', 'phone']))).toEqual(
      none,
    );
    const ended: Life = async (ada, d) => {
      await proved(d, ada, 'kestrel@example.org');
      await codeSent(d, ada, 'merlin@example.org');
      await withdraw(ada, 'email');
    };
    expect(await seen(audience, hidden, ended)).toEqual(none);
    const expired: Life = async (ada, d) => {
      await proved(d, ada, 'kestrel@example.org');
      const evidence = (await d.t.run((ctx) => ctx.db.query('trustEvidence').first()))!._id;
      await d.t.mutation(internal.trust.verifications.revoke, { evidence });
    };
    expect(await seen(audience, hidden, expired)).toEqual(none);
    const shown = { verification: 'public' };
    expect(await seen(audience, shown, prove(['kestrel@example.org', 'email']))).not.toEqual(
      await seen(audience, shown, nothing),
    );
  });

  test('a hidden piece changes nothing beside one that is shown, and raises no level', async () => {
    const settings = { verification: 'public', items: { 'verification/phone': narrower[audience] } };
    const email: [string, 'email'] = ['kestrel@example.org', 'email'];
    const one = await seen(audience, settings, prove(email));
    expect(one.join()).toContain('"level":"email"');
    expect(await seen(audience, settings, prove(email, ['+436641234567', 'phone']))).toEqual(one);
  });

  test('a claim changes nothing until it is seen, and a domain that its owner hides stands in no answer', async () => {
    const settings = { verification: 'public', 'verification.domain': narrower[audience] };
    const claim: Life = async (ada) => void (await claimed(ada, 'kestrel.org'));
    expect(await seen(audience, settings, claim)).toEqual(await seen(audience, settings, nothing));
    const kestrel = await seen(audience, settings, (ada, d) => claimSeen(d, ada, 'kestrel.org'));
    expect(kestrel.join()).toContain('"level":"organisation"');
    expect(kestrel.join()).not.toContain('kestrel');
    const hidden = { verification: narrower[audience], 'verification.domain': 'public' };
    expect(await seen(audience, hidden, (ada, d) => claimSeen(d, ada, 'kestrel.org'))).toEqual(
      await seen(audience, hidden, nothing),
    );
  });

  test('an address changes nothing, and stands in no answer', async () => {
    const settings = { verification: 'public' };
    const kestrel = await seen(audience, settings, prove(['kestrel@example.org', 'email'], ['+436641234567', 'phone']));
    expect(kestrel.join().toLowerCase()).not.toMatch(/kestrel|6641234567/);
    expect(await seen(audience, settings, prove(['m@example.com', 'email'], ['+15550100', 'phone']))).toEqual(kestrel);
  });

  test('a hidden profile with evidence and one that does not exist look the same', async () => {
    const without = await world();
    const about = { handle: 'ada', photos: [], etag: '"none"' };
    const declassified = new Set([...told, 'profile.create', 'profile.changeHandle']);
    const hiding = await world();
    const ada = await person(hiding.d, 'ada', { role: 'mentor' });
    await proved(hiding.d, ada, 'kestrel@example.org');
    await ada.mutation(api.privacy.update, { changes: { profile: 'owner' }, expected: 1, idempotencyKey: key() });
    expect(await everythingSeen(hiding, audience, about, declassified)).toEqual(
      await everythingSeen(without, audience, about, declassified),
    );
  });
});

test('a person who asks for a code has the same answers, whether somebody else proved the address or not', async () => {
  const answers = async (life: Life) => {
    const { d } = await world();
    const [ada, ben] = [await person(d, 'ada'), await person(d, 'ben')];
    await life(ada, d);
    const { start, mine } = api.trust.verifications;
    const asked = { method: 'email', subject: 'shared@example.org', idempotencyKey: key() } as const;
    const first = await ben.mutation(start, asked);
    await proved(d, ben, 'shared@example.org');
    return JSON.stringify([first, await ben.query(mine, {}), await ben.query(api.trust.get, { handle: 'ben' })]);
  };
  expect(await answers(prove(['shared@example.org', 'email']))).toBe(await answers(nothing));
});
