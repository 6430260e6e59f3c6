/**
 * The invariant of the house for portfolios: an entry that a viewer may not see changes nothing that the viewer can obtain,
 * whether an event brings it, changes it, takes it away or its owner moves it.
 */
import { type SharedAudience, inboundCatalog, readEvent, sharedAudiences } from '@gigsy/schema';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { keyOf } from '../../convex/model/events/inbox.js';
import { sentData } from '../sent-events.ts';
import { type Caller, type Deployment, key, person, photosTaken } from './deployment.ts';
import { COURSES, sourceOf } from './inbox-source.ts';
import { withoutLaterWork } from './later-work.ts';
import { everythingSeen, leasedTo, told, world } from './probe.ts';

beforeEach(() => {
  // One moment for both worlds: rows are as old, limits as full.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2031, 4, 1) });
  withoutLaterWork();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

type Type = keyof typeof sentData;
interface Sent {
  type: Type;
  record: string;
  data?: object;
  time?: string;
}

const things = { courses: 'course.completed', gigs: 'gig.completed', badges: 'badge.awarded' } as const;
const sections = Object.keys(things) as (keyof typeof things)[];
const revoked = { courses: 'course.revoked', gigs: 'gig.revoked', badges: 'badge.revoked' } as const;

/** An event about one more record, whose text and skills nobody else has. */
const more = (section: keyof typeof things): Sent => ({
  type: things[section],
  record: 'second',
  data: { skills: ['Kestrel'] },
});

async function sent(d: Deployment, events: readonly Sent[]): Promise<void> {
  for (const [n, { type, record, data = {}, time = '2031-01-01T00:00:00Z' }] of events.entries()) {
    const envelope = { specversion: '1.0', id: `e-${n}`, source: COURSES, type, subject: 'handle:ada', time };
    const event = readEvent(
      { ...envelope, data: { ...sentData[type], ...data, record } },
      { address: COURSES, ofPartner: false },
      inboundCatalog,
    );
    if ('fault' in event) throw new Error(JSON.stringify(event));
    const [source] = await d.t.run((ctx) => ctx.db.query('eventSources').collect());
    const judged = [{ key: await keyOf(`e-${n}`, ''), id: `e-${n}`, event }];
    await d.t.mutation(internal.events.inbox.take, { name: source!.name, events: judged });
    // The source's job, which runs at once.
    await photosTaken(d);
  }
}

interface Life {
  settings: object;
  events: readonly Sent[];
  /** After the events. */
  then?(ada: Caller): Promise<unknown>;
}

/** Everything that the viewers of an audience can obtain of Ada after a life. */
async function seen(audience: SharedAudience, { settings, events, then }: Life): Promise<string[]> {
  const at = await world();
  await sourceOf(at.d);
  const ada = await person(at.d, 'ada', { role: 'mentor' });
  const fields = sections.flatMap((section) => ['name', 'title', 'issuer', 'skills'].map((of) => `${section}.${of}`));
  const lease = await leasedTo(at, { viewer: 'viewer', owner: 'ada' }, fields);
  await ada.mutation(api.privacy.update, { changes: settings, expected: 1, idempotencyKey: key() } as never);
  await sent(at.d, events);
  await then?.(ada);
  return everythingSeen(at, audience, { handle: 'ada', photos: [], etag: '"none"', ...lease }, told);
}

const first = sections.map((section): Sent => ({ type: things[section], record: 'first' }));
const narrower = { public: 'platform', platform: 'owner' } as const;

describe.each(sharedAudiences)('for %s', (audience) => {
  test.each(sections)('a hidden event of %s changes nothing, and one that is shown does', async (section) => {
    const life = (settings: object, events: readonly Sent[]) =>
      seen(audience, { settings, events: [...first, ...events] });
    const hidden = { [section]: narrower[audience] };
    const none = await life(hidden, []);
    const corrected = { ...more(section), time: '2031-01-02T00:00:00Z', data: { skills: ['Merlin'] } };
    const gone: Sent = { type: revoked[section], record: 'first', time: '2031-01-02T00:00:00Z' };
    expect(await life(hidden, [more(section), corrected, gone])).toEqual(none);
    expect(await life({ [section]: 'public' }, [more(section)])).not.toEqual(await life({ [section]: 'public' }, []));
  });

  test('a hidden entry changes nothing, whatever it holds and wherever its owner puts it', async () => {
    const hideSecond =
      (order: readonly string[] = []) =>
      async (ada: Caller) => {
        const { badges = [] } = (await ada.query(api.portfolio.mine, {}))!;
        const second = badges.find(({ name }) => name !== 'First lamp')!;
        const changes = { items: { [`badges/${second.id}`]: narrower[audience] } } as const;
        await ada.mutation(api.privacy.update, { changes, expected: 2, idempotencyKey: key() });
        const named = order.map(
          (name) => badges.find((each) => (each.name === 'First lamp') === (name === 'first'))!.id,
        );
        if (named.length > 0)
          await ada.mutation(api.portfolio.arrange, {
            section: 'badges',
            order: named,
            expected: 1,
            idempotencyKey: key(),
          });
      };
    const life = (name: string, order?: readonly string[]) =>
      seen(audience, {
        settings: { badges: 'public' },
        events: [
          { type: 'badge.awarded', record: 'first', data: { skills: ['Glass'] } },
          { type: 'badge.awarded', record: 'second', data: { badge: { id: 'b', name }, skills: ['Glass', name] } },
        ],
        then: hideSecond(order),
      });
    const kestrel = await life('Kestrel');
    expect(kestrel.join()).toContain('First lamp');
    expect(kestrel.join()).not.toContain('Kestrel');
    expect(await life('Merlin')).toEqual(kestrel);
    expect(await life('Kestrel', ['first', 'second'])).toEqual(await life('Kestrel', ['second', 'first']));
  });

  test('a hidden profile with a portfolio and one that does not exist look the same', async () => {
    const without = await world();
    await sourceOf(without.d);
    const about = { handle: 'ada', photos: [], etag: '"none"' };
    const declassified = new Set([...told, 'profile.create', 'profile.changeHandle']);
    const hiding = await world();
    await sourceOf(hiding.d);
    const ada = await person(hiding.d, 'ada', { role: 'mentor' });
    await sent(hiding.d, first);
    await ada.mutation(api.privacy.update, { changes: { profile: 'owner' }, expected: 1, idempotencyKey: key() });
    expect(await everythingSeen(hiding, audience, about, declassified)).toEqual(
      await everythingSeen(without, audience, about, declassified),
    );
  });
});
