/** Leases of members whom the owner has named: they open what is restricted too, while the grant is there. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api } from '../../convex/_generated/api.js';
import { type Caller, type Deployment, deployment, key, person, refusalOf } from './deployment.ts';
import { sections } from './leased.ts';

let d: Deployment;
let ada: Caller;
let ben: Caller;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.UTC(2031, 4, 1) });
  d = deployment();
  ada = await person(d, 'ada', { sections });
  ben = await person(d, 'ben');
});
afterEach(() => {
  vi.useRealTimers();
});

const open = (caller: Caller) =>
  caller.mutation(api.privacy.access.open, { handle: 'ada', purpose: 'hiring', idempotencyKey: key() });
const view = (caller: Caller, lease: string) => caller.query(api.privacy.access.view, { lease });

async function choose(changes: object): Promise<void> {
  const { version } = (await ada.query(api.privacy.get, {}))!;
  await ada.mutation(api.privacy.update, { changes, expected: version, idempotencyKey: key() } as never);
}

async function name(to: object, keys?: string[]): Promise<string> {
  const asked = { to, ...(keys && { keys }), idempotencyKey: key() } as never;
  const { grant } = (await ada.mutation(api.privacy.grants.add, asked)) as { grant: string };
  // The handle is looked up in a transaction of its own.
  await vi.advanceTimersByTimeAsync(0);
  await d.t.finishInProgressScheduledFunctions();
  return grant;
}

test('opens what is restricted, tells the owner so, and drops it once the grant has ended', async () => {
  await choose({ 'contact.email': 'restricted', about: 'restricted', 'contact.phone': 'owner' });
  const grant = await name({ person: 'ben' }, ['contact.email']);
  const { lease, fields } = await open(ben);
  expect(fields).toEqual(['contact.email', 'identity.pronouns']);
  expect((await view(ben, lease))!.profile).toMatchObject({ contact: sections.contact });
  expect((await view(ben, lease))!.profile).not.toHaveProperty('about');
  expect((await ada.query(api.privacy.access.log, {})).accesses[0]).toMatchObject({ viewer: 'ben', fields });
  await ada.mutation(api.privacy.grants.remove, { grant, idempotencyKey: key() });
  const { profile } = (await view(ben, lease))!;
  expect([profile.contact, profile.identity]).toEqual([undefined, sections.identity]);
});

test('opens nothing for others, and nothing that was restricted after the opening', async () => {
  await name({ person: 'ben' });
  const { lease } = await open(ben);
  await choose({ 'contact.email': 'restricted' });
  const eve = await person(d, 'eve');
  expect((await open(eve)).fields).toEqual(['about.text', 'identity.pronouns']);
  expect((await view(ben, lease))!.profile).not.toHaveProperty('contact');
  expect((await open(ben)).fields).toEqual(['about.text', 'contact.email', 'identity.pronouns']);
});

test('opens a profile that is restricted as a whole, which is nobody to others', async () => {
  await choose({ profile: 'restricted' });
  await name({ role: 'student' }, ['profile']);
  const { lease, fields } = await open(ben);
  expect(fields).toContain('identity.displayName');
  expect((await view(ben, lease))!.profile).toMatchObject({ handle: 'ada', skills: sections.skills });
  const mentor = await person(d, 'mentor', { role: 'mentor' });
  expect((await refusalOf(open(mentor))).code).toBe('not_found');
});
