/** The invariant of the house: what a viewer may not see changes nothing that the viewer can obtain. */
import { effectiveVisibility, listSections, maySee, objectSections, roles, sectionNames, settingKeys, visibilities, type Visibility } from '@gigsy/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { api } from '../../convex/_generated/api.js';
import { SITE, deployment, key, person, type Deployment } from './deployment.ts';
import { ORIGIN, asViewer, linked, partnerOf, session } from './partner.ts';

/** One edit to each field that the matrix governs, as [matrix path, changes]. */
const edits: [string, (mark: string) => Record<string, unknown>][] = [
  ['identity.headline', (m) => ({ identity: { headline: m } })],
  ['identity.pronouns', (m) => ({ identity: { pronouns: m.slice(0, 30) } })],
  ['identity.avatarUrl', (m) => ({ identity: { avatarUrl: `https://media.example/${m}` } })],
  ['identity.location', (m) => ({ identity: { location: { city: m } } })],
  ['about.text', (m) => ({ about: { text: m } })],
  ['contact.email', (m) => ({ contact: { email: `${m}@example.org` } })],
  ['contact.phone', (m) => ({ contact: { phone: `+1 ${m.length}` } })],
  ['contact.website', (m) => ({ contact: { website: `https://${m}.example` } })],
  ['skills.name', (m) => ({ skills: [{ id: 'one', name: m }] })],
  ['education.institution', (m) => ({ education: [{ id: 'one', institution: m, score: '1' }] })],
  ['education.score', (m) => ({ education: [{ id: 'one', institution: 'Same', score: m.slice(0, 30) }] })],
  ['workExperience.organisation', (m) => ({ workExperience: [{ id: 'one', organisation: m }] })],
  ['projects.name', (m) => ({ projects: [{ id: 'one', name: m }] })],
  ['languages.name', (m) => ({ languages: [{ id: 'one', name: m }] })],
  ['links.url', (m) => ({ links: [{ id: 'one', label: 'x', url: `https://${m}.example` }] })],
  ['availability.hoursPerWeek', (m) => ({ availability: { hoursPerWeek: 1 + (m.length % 80) } })],
];

/** One partner for each deployment, with a key for its pages and sessions for itself and for the viewer. */
const partners = new WeakMap<Deployment, ReturnType<typeof makePartner>>();
function partnerIn(d: Deployment): ReturnType<typeof makePartner> {
  const known = partners.get(d) ?? makePartner(d);
  partners.set(d, known);
  return known;
}

async function makePartner(d: Deployment) {
  const partner = await partnerOf(d);
  const { secret } = await partner.issue('secret');
  await linked(partner, secret, d.as('user_viewer'), 'u-viewer');
  return {
    publishable: (await partner.issue('publishable')).name,
    organisation: asViewer(d, await session(partner, secret, 'organisation')),
    named: asViewer(d, await session(partner, secret, { user: 'u-viewer' }, ['ada', 'hidden', 'nobody'])),
  };
}

/** Every way a viewer can obtain something of a profile. A new read path joins this list. */
async function everythingSeenBy(d: Deployment, viewer: 'public' | 'platform', handle: string): Promise<string> {
  const { publishable, organisation, named } = await partnerIn(d);
  const caller = viewer === 'platform' ? d.as('user_viewer') : d.t;
  const answers: unknown[] = [await caller.query(api.profile.get, { handle })];
  // By a partner's embed session: a person it names is a member who sees the platform's view, it itself sees the public one.
  answers.push(await (viewer === 'platform' ? named : organisation).query(api.profile.get, { handle }));
  const requests: [string, Record<string, string>][] = [
    ['', {}], ['', { 'If-None-Match': '"x"' }], [`?key=${publishable}`, { Origin: ORIGIN }], ['?key=pk_none', { Origin: ORIGIN }],
  ];
  for (const [query, headers] of requests) {
    const response = await caller.fetch(`/v1/profiles/${handle}${query}`, { headers });
    answers.push(response.status, [...response.headers], await response.text());
  }
  for (const path of [`/v1/embed/${handle}`, `/v1/oembed?url=${encodeURIComponent(`${SITE}/v1/embed/${handle}`)}`]) {
    const response = await caller.fetch(path);
    // The page is asked for by a handle and names it; two people's differ by that alone.
    answers.push(response.status, [...response.headers], (await response.text()).replaceAll(handle, '{handle}'));
  }
  return JSON.stringify(answers);
}

const settings = fc.record(
  Object.fromEntries(settingKeys.map((name) => [name, fc.constantFrom(...visibilities.slice(name === 'contact.phone' ? 1 : 0))])) as Record<string, fc.Arbitrary<Visibility>>,
  { requiredKeys: [] },
);

describe('non-interference', () => {
  test('over random settings, roles and edits: a hidden edit changes no byte, a visible one does', async () => {
    const seen = { hidden: 0, shown: 0 };
    await fc.assert(fc.asyncProperty(
      settings, fc.constantFrom('student', 'employer', 'mentor'), fc.constantFrom('public', 'platform'), fc.constantFrom(...edits), fc.integer({ min: 1, max: 60 }),
      async (chosen, role, viewer, [path, edit], length) => {
        const d = deployment();
        await person(d, 'viewer');
        const owner = await person(d, 'ada', { role: role as 'student', sections: edit('a'.repeat(length)).identity ? {} : edit('before') });
        if (Object.keys(chosen).length > 0) await owner.mutation(api.privacy.update, { changes: chosen, expected: 1, idempotencyKey: key() });
        const section = path.split('.')[0]!;
        const first = edit('b'.repeat(length));
        await owner.mutation(api.profile.update, { changes: first, expected: { [section]: 1 }, idempotencyKey: key() } as never);
        const before = await everythingSeenBy(d, viewer as 'public', 'ada');
        const version = (await owner.query(api.profile.mine, {}))!.versions[section as 'about'];
        await owner.mutation(api.profile.update, { changes: edit(`c${'d'.repeat(length)}`), expected: { [section]: version }, idempotencyKey: key() } as never);
        const after = await everythingSeenBy(d, viewer as 'public', 'ada');
        const visible = maySee(viewer as 'public', effectiveVisibility(path, role as 'student', chosen));
        seen[visible ? 'shown' : 'hidden'] += 1;
        // The HTTP route is public whoever calls it; what a member sees changes with the platform view.
        expect(after !== before).toBe(visible);
      },
    ), { numRuns: 120 });
    expect(Math.min(seen.hidden, seen.shown)).toBeGreaterThan(10);
  }, 120_000);

  test('every section of a profile has an edit in this test', () => {
    expect([...new Set(edits.map(([path]) => path.split('.')[0]))].sort()).toEqual([...sectionNames].sort());
  });
});

test('a profile that is hidden and one that does not exist look the same', async () => {
  const d = deployment();
  await person(d, 'viewer');
  const owner = await person(d, 'hidden');
  await owner.mutation(api.privacy.update, { changes: { profile: 'owner' }, expected: 1, idempotencyKey: key() });
  for (const viewer of ['public', 'platform'] as const) {
    expect(await everythingSeenBy(d, viewer, 'hidden')).toBe((await everythingSeenBy(d, viewer, 'nobody')));
  }
});

test('no default shows contact details, grades or anything without a matrix row to anybody but the owner', () => {
  for (const role of roles) {
    for (const path of ['contact.email', 'contact.phone', 'education.score', 'unknown', 'contact.unknown']) {
      expect([role, path, effectiveVisibility(path, role, {})]).toEqual([role, path, 'owner']);
    }
  }
});

test('every field of every section is governed by a row of the matrix', () => {
  const fields = [
    ...Object.entries(objectSections).flatMap(([name, schema]) => Object.keys(schema.shape).map((field) => `${name}.${field}`)),
    ...Object.entries(listSections).flatMap(([name, { item }]) => Object.keys(item.shape).map((field) => `${name}.${field}`)),
  ];
  const open = Object.fromEntries(settingKeys.map((name) => [name, name === 'contact.phone' ? 'platform' : 'public']));
  expect(fields.filter((field) => effectiveVisibility(field, 'student', open) === 'owner')).toEqual([]);
});
