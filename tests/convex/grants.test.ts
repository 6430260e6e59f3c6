/** Grants: what is restricted is read by those whom the owner has named, and nobody else notices. */
import { MAX_GRANTS, type SettingChanges } from '@gigsy/schema';
import { beforeEach, describe, expect, test } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { deployment, key, person, photosTaken, refusalOf, type Caller, type Deployment } from './deployment.ts';
import { withoutLeases } from './leased.ts';
import { asViewer, linked, partnerOf, session } from './partner.ts';

const EMAIL = 'ada@example.org';
const sections = {
  contact: { email: EMAIL, website: 'https://ada.example' },
  about: { text: 'About Ada' },
  education: [{ id: 'one', institution: 'Kiln', gpa: { value: 3, scale: 4 } }],
};

let d: Deployment;
let ada: Caller;
let bob: Caller;
beforeEach(async () => {
  d = deployment();
  await withoutLeases(d);
  ada = await person(d, 'ada', { sections });
  bob = await person(d, 'bob', { role: 'mentor' });
  await choose({ 'contact.email': 'restricted', about: 'restricted' });
});

async function choose(changes: SettingChanges): Promise<void> {
  const { version } = (await ada.query(api.privacy.get, {}))!;
  await ada.mutation(api.privacy.update, { changes, expected: version, idempotencyKey: key() });
}

async function name(to: object, keys?: string[]): Promise<string> {
  const given = await ada.mutation(api.privacy.grants.add, {
    to,
    ...(keys && { keys }),
    idempotencyKey: key(),
  } as never);
  // The handle is looked up in a transaction of its own.
  await photosTaken(d);
  return (given as { grant: string }).grant;
}

const seenBy = (caller: Caller, handle = 'ada') => caller.query(api.profile.get, { handle });
const end = (grant: string) => ada.mutation(api.privacy.grants.remove, { grant, idempotencyKey: key() });
const listed = async () => (await ada.query(api.privacy.grants.list, {})).map(({ to, keys }) => ({ to, keys }));

describe('a person who is named', () => {
  test('sees what is restricted, nothing that is the owner’s alone, and nothing any more once the grant has ended', async () => {
    const before = await seenBy(bob);
    expect(before).not.toHaveProperty('contact.email');
    const grant = await name({ person: 'bob' });
    expect(await seenBy(bob)).toMatchObject({ contact: { email: EMAIL }, about: { text: 'About Ada' } });
    expect(await seenBy(bob)).not.toHaveProperty('education.0.gpa');
    await end(grant);
    expect(await seenBy(bob)).toEqual(before);
    expect((await refusalOf(end(grant))).code).toBe('not_found');
  });

  test('is shown nothing of it in the pages of others: the public and other members see what they saw', async () => {
    const eve = await person(d, 'eve');
    const before = [await seenBy(eve), await seenBy(d.t as never)];
    await name({ person: 'bob' });
    expect([await seenBy(eve), await seenBy(d.t as never)]).toEqual(before);
    const response = await d.t.fetch('/v1/profiles/ada');
    expect(await response.text()).not.toContain(EMAIL);
  });

  test('sees the named settings alone where a grant is narrowed', async () => {
    await name({ person: 'bob' }, ['contact.email']);
    expect(await seenBy(bob)).toMatchObject({ contact: { email: EMAIL } });
    expect(await seenBy(bob)).not.toHaveProperty('about');
    await name({ person: 'bob' }, ['about']);
    expect(await seenBy(bob)).not.toHaveProperty('contact.email');
    expect(await listed()).toEqual([{ to: { person: 'bob' }, keys: ['about'] }]);
  });

  test('sees a profile that is restricted as a whole, by name alone', async () => {
    await choose({ profile: 'restricted' });
    expect(await seenBy(bob)).toBeNull();
    await name({ person: 'bob' });
    expect(await seenBy(bob)).toMatchObject({ handle: 'ada', identity: { displayName: 'Person ada' } });
    expect(await seenBy(await person(d, 'eve'))).toBeNull();
  });

  test('sees what is narrowed afterwards go at once', async () => {
    await name({ person: 'bob' });
    await choose({ 'contact.email': 'owner' });
    expect(await seenBy(bob)).not.toHaveProperty('contact.email');
    await d.t.mutation(internal.profile.accounts.setStatus, { subject: 'user_ada', status: 'suspended' });
    expect(await seenBy(bob)).toBeNull();
  });

  test('is found under the owner’s new handle', async () => {
    await name({ person: 'bob' });
    await ada.mutation(api.profile.changeHandle, { handle: 'countess', idempotencyKey: key() });
    expect(await seenBy(bob, 'countess')).toMatchObject({ contact: { email: EMAIL } });
  });

  test('stays named after a change of their own handle, which the owner is not told', async () => {
    await name({ person: 'bob' });
    await bob.mutation(api.profile.changeHandle, { handle: 'robert', idempotencyKey: key() });
    expect(await seenBy(bob)).toMatchObject({ contact: { email: EMAIL } });
    expect(await listed()).toEqual([{ to: { person: 'bob' }, keys: undefined }]);
  });

  test('sees no picture that is restricted: its address would open for everybody', async () => {
    await choose({ 'identity.avatarUrl': 'restricted' });
    await name({ person: 'bob' });
    expect((await ada.query(api.privacy.get, {}))!.effective['identity.avatarUrl']).toBe('owner');
    expect(await seenBy(bob)).not.toHaveProperty('identity.avatarUrl');
  });
});

describe('a handle', () => {
  test('that nobody has is named as one that is hidden or taken, in answer and list', async () => {
    await bob.mutation(api.privacy.update, { changes: { profile: 'owner' }, expected: 1, idempotencyKey: key() });
    const answers = [];
    for (const handle of ['bob', 'nobody'])
      answers.push(
        await ada
          .mutation(api.privacy.grants.add, { to: { person: handle }, idempotencyKey: key() })
          .then(({ to }) => to),
      );
    expect(answers).toEqual([{ person: 'bob' }, { person: 'nobody' }]);
    await photosTaken(d);
    expect(await listed()).toEqual([{ to: { person: 'bob' } }, { to: { person: 'nobody' } }]);
  });

  test('that is taken after it was named gives its new owner nothing', async () => {
    await name({ person: 'late' });
    const late = await person(d, 'late');
    expect(await seenBy(late)).not.toHaveProperty('contact.email');
    // Not even if the look-up comes late.
    const rows = await d.t.run((ctx) => ctx.db.query('privacyGrants').collect());
    await d.t.mutation(internal.privacy.grants.resolve, { grant: rows[0]!._id });
    expect(await seenBy(late)).not.toHaveProperty('contact.email');
  });

  test('of the owner is refused', async () => {
    const { code, fields } = await refusalOf(name({ person: 'ada' }));
    expect([code, fields![0]!.path]).toEqual(['invalid_argument', 'to.person']);
  });
});

test('everybody of a role that is named sees what is restricted, and nobody else', async () => {
  const eve = await person(d, 'eve');
  await name({ role: 'mentor' });
  expect(await seenBy(bob)).toMatchObject({ contact: { email: EMAIL } });
  expect(await seenBy(eve)).not.toHaveProperty('contact.email');
});

test('an organisation that is named sees it in its own sessions, while the owner is linked to it', async () => {
  const partner = await partnerOf(d);
  const { secret } = await partner.issue('secret');
  const link = await linked(partner, secret, ada, 'u-ada');
  const organisation = asViewer(d, await session(partner, secret, 'organisation'));
  const named = asViewer(d, await session(partner, secret, { user: 'u-ada' }, ['ada']));
  const before = [await seenBy(organisation), await seenBy(named)];
  await name({ link });
  expect(await listed()).toEqual([{ to: { organisation: 'Northfield' } }]);
  expect(await seenBy(organisation)).toMatchObject({ contact: { email: EMAIL } });
  // Content for members stays hidden from an organisation.
  expect(await seenBy(organisation)).not.toHaveProperty('contact.website');
  expect(await seenBy(named)).toEqual(before[1]);
  await ada.mutation(api.operations.links.revoke, { link, idempotencyKey: key() });
  const again = asViewer(d, await session(partner, secret, 'organisation'));
  expect(await seenBy(again)).toEqual(before[0]);
  expect((await refusalOf(name({ link }))).code).toBe('not_found');
});

test('a person named in a partner’s session is shown nothing of it there: others may read the page', async () => {
  const partner = await partnerOf(d);
  const { secret } = await partner.issue('secret');
  await linked(partner, secret, bob, 'u-bob');
  await name({ person: 'bob' });
  const viewer = asViewer(d, await session(partner, secret, { user: 'u-bob' }, ['ada']));
  expect(await seenBy(viewer)).not.toHaveProperty('contact.email');
});

test('the owner looks at their profile as each grantee, and is told why', async () => {
  const grant = await name({ person: 'bob' }, ['contact.email']);
  const preview = (viewer: unknown) => ada.query(api.profile.preview, { viewer } as never);
  const why = (viewer: unknown, field: string) => ada.query(api.privacy.explain, { viewer, field } as never);
  expect(await preview({ grant })).toEqual(await seenBy(bob));
  expect(await preview('member')).toEqual(await seenBy(await person(d, 'eve')));
  expect(await preview('anonymous')).toEqual(await seenBy(d.t as never));
  expect(await preview({ grant: 'none' })).toBeNull();
  expect(await why({ grant }, 'contact.email')).toMatchObject({
    seen: true,
    reason: 'named',
    setting: 'contact.email',
  });
  expect(await why({ grant }, 'about')).toMatchObject({ seen: false, reason: 'closed', source: 'chosen' });
  expect(await why('member', 'education.gpa')).toMatchObject({ seen: false, visibility: 'owner', source: 'default' });
  expect(await why('member', 'secret')).toMatchObject({ seen: false, reason: 'ungoverned' });
  expect(await why({ grant: 'none' }, 'about')).toBeNull();
  expect((await refusalOf(why('member', 'about.x.y'))).code).toBe('invalid_argument');
});

test('grants are as many as the contract says, and each change leaves an event and an audit row', async () => {
  await d.t.run(async (ctx) => {
    const row = (await ctx.db.query('profiles').collect()).find(({ handle }) => handle === 'ada')!;
    const { _id: profileId, accountId, handle } = row;
    for (let made = 0; made < MAX_GRANTS - 1; made += 1)
      await ctx.db.insert('privacyGrants', {
        profileId,
        accountId,
        handle,
        to: { kind: 'person', handle: `p-${made}` },
      });
  });
  const grant = await name({ role: 'mentor' });
  await name({ role: 'mentor' });
  expect((await refusalOf(name({ role: 'student' }))).code).toBe('too_large');
  await end(grant);
  const { events, rows } = await d.t.run(async (ctx) => ({
    events: (await ctx.db.query('events').collect()).filter(({ type }) => /^privacy\.(granted|revoked)$/.test(type)),
    rows: (await ctx.db.query('auditLog').collect()).filter(({ action }) => action.startsWith('privacy.grants')),
  }));
  expect(events.map(({ type }) => type)).toEqual(['privacy.granted', 'privacy.revoked']);
  expect(rows.map(({ action, changed }) => [action, changed])).toEqual([
    ['privacy.grants.add', ['grants']],
    ['privacy.grants.remove', ['grants']],
  ]);
});

test('nobody ends or looks as a grant of somebody else', async () => {
  const grant = await name({ person: 'bob' });
  expect((await refusalOf(bob.mutation(api.privacy.grants.remove, { grant, idempotencyKey: key() }))).code).toBe(
    'not_found',
  );
  expect(await bob.query(api.profile.preview, { viewer: { grant } })).toBeNull();
  expect(await bob.query(api.privacy.grants.list, {})).toEqual([]);
});
