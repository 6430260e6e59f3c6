/** Views carry the policy that made them. A view that another policy made is never served, and is made again. */
import { type Visibility, matrixKeys, privacyMatrix, projectProfile, settingKeys, visibilities } from '@gigsy/schema';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { hashOf } from '../../convex/model/contract/hash.js';
import { profileViews } from '../../convex/model/profile/views.js';
import { readModels } from '../../convex/model/readModels.js';
import schema from '../../convex/schema.js';
import { SITE, deployment, key, person, type Caller, type Deployment } from './deployment.ts';
import { ORIGIN, asViewer, linked, partnerOf, session } from './partner.ts';

let d: Deployment;
let restore = () => {};
beforeEach(() => {
  d = deployment();
});
afterEach(() => restore());

/** The matrix as another version of the code would have it. */
function changeMatrix(key: keyof typeof privacyMatrix, change: { mentor?: Visibility; widest?: Visibility }): void {
  const row = privacyMatrix[key] as { defaults: Record<string, Visibility>; widest: Visibility };
  const before = { ...row, defaults: { ...row.defaults } };
  if (change.mentor) row.defaults.mentor = change.mentor;
  if (change.widest) row.widest = change.widest;
  restore = () => Object.assign(row, before);
}

async function sights(callers: Caller[], publishable: string): Promise<string> {
  const answers: unknown[] = await Promise.all(
    callers.map((caller) => caller.query(api.profile.get, { handle: 'ada' })),
  );
  for (const query of ['', `?key=${publishable}`]) {
    const response = await d.t.fetch(`/v1/profiles/ada${query}`, { headers: { Origin: ORIGIN } });
    answers.push(response.headers.get('etag'), await response.text());
  }
  return JSON.stringify(answers);
}

const stored = () => d.t.run((ctx) => ctx.db.query('profileViews').collect());

describe('the read models of all domains', () => {
  test('are as many as there are view tables: status, role, settings and policy reach every view', () => {
    const viewTables = Object.entries(schema.tables)
      .filter(([, table]) =>
        table[' indexes']().some(({ indexDescriptor }) => indexDescriptor === 'by_handle_audience'),
      )
      .map(([name]) => name);
    expect(viewTables).toContain('profileViews');
    expect(readModels.map(({ table }) => table as string).sort()).toEqual(viewTables.sort());
  });

  test('name rows that the matrix has, and every row of the matrix governs one of them', () => {
    const named = new Set(readModels.flatMap(({ rows }) => [...rows]));
    expect([...named].sort()).toEqual([...matrixKeys].sort());
  });
});

describe('after a change of the matrix', () => {
  test('to something narrower, the old bytes are shown to nobody, not even confirmed by a 304', async () => {
    const ada = await person(d, 'ada', { role: 'mentor', sections: { about: { text: 'Too much' } } });
    await person(d, 'eve');
    const partner = await partnerOf(d);
    const { secret } = await partner.issue('secret');
    await linked(partner, secret, d.as('user_eve'), 'u-eve');
    const callers = [
      d.t as never,
      d.as('user_eve'),
      asViewer(d, await session(partner, secret, { user: 'u-eve' })),
      asViewer(d, await session(partner, secret, 'organisation')),
    ];
    const { name } = await partner.issue('publishable');
    const before = await sights(callers, name);
    expect(before.match(/Too much/g)).toHaveLength(6);
    const etag = (await d.t.fetch('/v1/profiles/ada')).headers.get('etag')!;
    changeMatrix('about', { mentor: 'owner' });
    const after = await sights(callers, name);
    expect(after).not.toContain('Too much');
    expect((await d.t.fetch('/v1/profiles/ada', { headers: { 'If-None-Match': etag } })).status).toBe(200);
    expect(await ada.query(api.profile.get, { handle: 'ada' })).toMatchObject({ about: { text: 'Too much' } });
    await d.t.mutation(internal.privacy.views.refresh, {});
    expect(await sights(callers, name)).toBe(after);
  });

  test('that hides the whole profile, it is unknown by route and oEmbed', async () => {
    await person(d, 'ada', { role: 'mentor' });
    changeMatrix('profile', { mentor: 'owner' });
    const oembed = `/v1/oembed?url=${encodeURIComponent(`${SITE}/v1/embed/ada`)}`;
    expect([(await d.t.fetch('/v1/profiles/ada')).status, (await d.t.fetch(oembed)).status]).toEqual([404, 404]);
    await d.t.mutation(internal.privacy.views.refresh, {});
    expect(await stored()).toEqual([]);
  });

  test('to a narrower bound, a choice from before counts as the widest that is left', async () => {
    const ada = await person(d, 'ada', { sections: { contact: { email: 'ada@example.org' } } });
    await ada.mutation(api.privacy.update, {
      changes: { 'contact.email': 'public' } as never,
      expected: 1,
      idempotencyKey: key(),
    });
    expect(await d.t.query(api.profile.get, { handle: 'ada' })).toHaveProperty('contact.email');
    changeMatrix('contact.email', { widest: 'restricted' });
    expect(await d.t.query(api.profile.get, { handle: 'ada' })).not.toHaveProperty('contact.email');
    expect((await ada.query(api.privacy.get, {}))!.effective).toMatchObject({ 'contact.email': 'restricted' });
  });

  test('to something wider, new fields appear with the rewriting', async () => {
    changeMatrix('profile', { mentor: 'owner' });
    await person(d, 'ada', { role: 'mentor' });
    expect(await stored()).toEqual([]);
    restore();
    await d.t.mutation(internal.privacy.views.refresh, {});
    expect(await d.t.query(api.profile.get, { handle: 'ada' })).toMatchObject({
      identity: { displayName: 'Person ada' },
    });
  });

  test('a write updates the views of its own profile, even if it hides it', async () => {
    const ada = await person(d, 'ada', { role: 'mentor', sections: { about: { text: 'Too much' } } });
    changeMatrix('about', { mentor: 'platform' });
    await ada.mutation(api.profile.update, {
      changes: { contact: { phone: '+1 555 0100' } },
      expected: { contact: 1 },
      idempotencyKey: key(),
    });
    expect((await stored()).map(({ audience, body }) => [audience, 'about' in body])).toEqual([
      ['public', false],
      ['platform', true],
    ]);
  });
});

test('rewriting walks all profiles in batches, continues after an interruption, and then writes nothing', async () => {
  vi.useFakeTimers();
  try {
    const handles = Array.from({ length: 23 }, (_, n) => `person-${n}`);
    for (const handle of handles)
      await person(d, handle, { role: 'mentor', sections: { about: { text: 'Too much' } } });
    changeMatrix('about', { mentor: 'owner' });
    const stale = async () => (await stored()).filter(({ body }) => 'about' in body).length;
    // The first batch alone: the run's time is over.
    await d.t.mutation(internal.privacy.views.refresh, { began: 0 });
    expect(await stale()).toBe(2 * (handles.length - 8));
    await d.t.mutation(internal.privacy.views.refresh, {});
    await d.t.finishAllScheduledFunctions(vi.runAllTimers);
    expect(await stale()).toBe(0);
    const after = JSON.stringify(await stored());
    await d.t.mutation(internal.privacy.views.refresh, {});
    expect(JSON.stringify(await stored())).toBe(after);
  } finally {
    vi.useRealTimers();
  }
});

test('views from before there was a policy count as made under another', async () => {
  await person(d, 'ada', { role: 'mentor', sections: { about: { text: 'Public' } } });
  await d.t.run(async (ctx) => {
    for (const row of await ctx.db.query('profileViews').collect())
      await ctx.db.patch('profileViews', row._id, {
        policy: undefined,
        body: { ...row.body, about: { text: 'Forged' } },
      });
  });
  expect(await d.t.query(api.profile.get, { handle: 'ada' })).toMatchObject({ about: { text: 'Public' } });
  await d.t.mutation(internal.privacy.views.refresh, {});
  expect((await stored()).map(({ body }) => body.about)).toEqual([{ text: 'Public' }, { text: 'Public' }]);
});

test('the projection matches its version: raise its number with each change of this', async () => {
  const item = (id: string) => ({
    id,
    name: id,
    institution: id,
    organisation: id,
    label: id,
    url: `https://${id}.example`,
    score: '1',
    description: 'd',
  });
  const sections = {
    identity: { displayName: 'Ada', headline: 'H', pronouns: 'she', location: { city: 'C' } },
    about: { text: 'T' },
    contact: { email: 'a@b.example', phone: '1' },
    availability: { remote: true },
    skills: [item('s')],
    education: [item('e'), item('f')],
    workExperience: [],
    projects: [item('p')],
    languages: [item('l')],
    links: [item('k')],
    unknown: { field: 1 },
  };
  // Every setting chosen, so that the matrix's defaults do not matter here.
  const settings = {
    ...Object.fromEntries(settingKeys.map((name) => [name, 'public'])),
    about: 'restricted',
    'contact.phone': 'platform',
    'education.score': 'owner',
    items: { 'skills/s': 'platform', 'education/f': 'owner', 'links/k': 'restricted' },
  };
  const shown = visibilities.flatMap((audience) =>
    (['active', 'suspended'] as const).map((status) =>
      projectProfile({ handle: 'ada', role: 'student', status, settings, sections } as never, audience),
    ),
  );
  expect([profileViews.projection, await hashOf(shown)]).toEqual([2, 'QPanaOaxImayyC20Z2H8adkSzgbnoIoe4dXu7RlQ5kc']);
});
