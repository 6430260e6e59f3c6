/** Rows that samples name, made by the functions that make them for people. */
import { api, internal } from '../../convex/_generated/api.js';
import type { SampleSubject } from '../../packages/schema/src/contract/samples.ts';
import { type Caller, type Deployment, key, person } from './deployment.ts';
import { judgedFaulty, sourceOf } from './inbox-source.ts';

/** A source of events, and a faulty event of it. */
export async function faultySent(d: Deployment): Promise<Pick<SampleSubject, 'source' | 'quarantined'>> {
  const source = await sourceOf(d);
  const events = [await judgedFaulty({ id: 'faulty' })];
  await d.t.mutation(internal.events.inbox.take, { name: source.name, events });
  const [row] = await source.admin.query(api.events.quarantine.list, {});
  return { source: source.name, quarantined: row!.event };
}

/** A grant of a person's, and a change of their settings that is to come. */
export async function toBeEnded(person: Caller): Promise<Pick<SampleSubject, 'grant' | 'scheduled'>> {
  const { grant } = await person.mutation(api.privacy.grants.add, { to: { role: 'mentor' }, idempotencyKey: key() });
  const { scheduled } = await person.mutation(api.privacy.schedule.add, {
    at: Date.now() + 3_600_000,
    changes: { skills: 'owner' },
    idempotencyKey: key(),
  });
  return { grant, scheduled };
}

/** A lease that ada holds on kestrel's profile, and one that kestrel holds on hers. Members alone see what students say about themselves. */
export async function leasedBoth(d: Deployment, ada: Caller): Promise<{ lease: string; given: string }> {
  const about = { text: 'Hello' };
  const other = await person(d, 'kestrel', { sections: { about } });
  await ada.mutation(api.profile.update, { changes: { about }, expected: { about: 1 }, idempotencyKey: key() });
  const open = async (caller: Caller, handle: string) =>
    (await caller.mutation(api.privacy.access.open, { handle, purpose: 'hiring', idempotencyKey: key() })).lease;
  return { lease: await open(ada, 'kestrel'), given: await open(other, 'ada') };
}

/** Enters a flag that can be removed. */
export async function removableFlag(admin: Caller): Promise<void> {
  await admin.mutation(api.operations.flags.set, {
    flag: {
      ...{ name: 'removable', kind: 'boolean', exposed: false, enabled: true },
      ...{ variants: ['on', 'off'], off: 'off', rules: [] },
    },
    expected: 0,
    idempotencyKey: key(),
  });
}
