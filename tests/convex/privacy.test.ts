/**
 * The invariant of the house: a field that a viewer may not see changes nothing that the viewer can obtain. The
 * questions follow from the contract (probe.ts); live frames are compared on a real socket in
 * tests/local/live-frames.test.ts.
 */
import {
  contract,
  effectiveVisibility,
  listFunctions,
  listRoutes,
  listSections,
  maySee,
  placeAt,
  policyOf,
  objectSections,
  roles,
  routes,
  sectionNames,
  settingKeys,
  sharedAudiences,
  visibilities,
  type SettingKey,
  type SharedAudience,
  type Visibility,
} from '@gigsy/schema';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api } from '../../convex/_generated/api.js';
import http from '../../convex/http.js';
import { key, person, photosTaken, pictures, type Caller, type Deployment } from './deployment.ts';
import { edits, picture } from './field-edits.ts';
import { costing, everythingSeen, leasedTo, remembered, told, world, type World } from './probe.ts';
import { withoutLaterWork } from './later-work.ts';
import { functionSamples, routeSamples } from '../../packages/schema/src/samples.ts';

const settings = fc.record(
  Object.fromEntries(
    settingKeys.map((name) => [name, fc.constantFrom(...visibilities.slice(name === 'contact.phone' ? 1 : 0))]),
  ) as Record<string, fc.Arbitrary<Visibility>>,
  { requiredKeys: [] },
);

const everyField = [
  ...Object.entries(objectSections).flatMap(([name, { shape }]) =>
    Object.keys(shape).map((field) => `${name}.${field}`),
  ),
  ...Object.entries(listSections).flatMap(([name, { item }]) =>
    Object.keys(item.shape).map((field) => `${name}.${field}`),
  ),
];

function settingOf(path: string): string {
  return (settingKeys as readonly string[]).includes(path) ? path : path.split('.')[0]!;
}

/** fast-check says with a failure how to repeat it; this says it for every run. */
const seed = Math.floor(Math.random() * 2 ** 31);

beforeEach(() => {
  // One moment for all worlds: rows are as old, limits as full.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2031, 4, 1) });
  pictures.clear();
  withoutLaterWork();
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

interface Life {
  role: 'student' | 'employer' | 'mentor';
  settings: Record<string, unknown>;
  edits: Record<string, unknown>[];
  /** Those whom Ada names, with the settings that each grant opens. */
  grants?: readonly { to: Record<string, unknown>; keys?: readonly SettingKey[] | undefined }[];
}

/** Ada as the audience remembers her from before she chose her settings, and then her edits, one after the other. */
async function lived(
  audience: SharedAudience,
  { role, settings: chosen, edits: made, grants = [] }: Life,
): Promise<{ at: World; about: Awaited<ReturnType<typeof remembered>> & { handle: string; lease: string } }> {
  const at = await world();
  const { d } = at;
  const owner = await person(d, 'ada', {
    role,
    sections: { identity: { displayName: 'Ada', avatarUrl: picture('first') } },
  });
  await photosTaken(d);
  const about = {
    handle: 'ada',
    ...(await remembered(at, audience, 'ada')),
    ...(await leasedTo(at, { viewer: 'viewer', owner: 'ada' }, everyField)),
  };
  if (Object.keys(chosen).length > 0)
    await owner.mutation(api.privacy.update, { changes: chosen, expected: 1, idempotencyKey: key() } as never);
  for (const changes of made) await edit(d, owner, changes);
  for (const { to, keys } of grants)
    await owner.mutation(api.privacy.grants.add, { to, ...(keys && { keys }), idempotencyKey: key() } as never);
  await photosTaken(d);
  return { at, about };
}

async function edit(d: Deployment, owner: Caller, changes: Record<string, unknown>): Promise<void> {
  const { versions } = (await owner.query(api.profile.mine, {}))!;
  const expected = Object.fromEntries(Object.keys(changes).map((section) => [section, versions[section as 'about']]));
  await owner.mutation(api.profile.update, { changes, expected, idempotencyKey: key() } as never);
  await photosTaken(d);
}

describe('non-interference', () => {
  test('over random settings, roles and edits: two worlds that differ by a hidden edit are the same in every answer, by a visible one they are not', async () => {
    console.info(`non-interference: seed ${seed}`);
    const seen = { hidden: 0, shown: 0 };
    await fc.assert(
      fc.asyncProperty(
        settings,
        fc.constantFrom('student', 'employer', 'mentor'),
        fc.constantFrom(...sharedAudiences),
        fc.constantFrom(...edits),
        fc.integer({ min: 1, max: 60 }),
        async (drawn, role, audience, [path, change], length) => {
          const chosen = drawn as Record<string, Visibility>;
          const first = change('b'.repeat(length));
          const second = change(`c${'d'.repeat(length)}`);
          const life = { role, settings: chosen } as const;
          const [one, other] = [
            await lived(audience, { ...life, edits: [first] }),
            await lived(audience, { ...life, edits: [first, second] }),
          ];
          // An export takes longer than all other questions together, so one life of ten asks for one.
          const except = length % 10 === 0 ? told : new Set([...told, 'privacy.exports.request']);
          const answers = [
            await everythingSeen(one.at, audience, one.about, except),
            await everythingSeen(other.at, audience, other.about, except),
          ] as const;
          const visible = maySee(audience, effectiveVisibility(path, role, chosen));
          seen[visible ? 'shown' : 'hidden'] += 1;
          if (visible) expect(answers[0]).not.toEqual(answers[1]);
          else expect(answers[0]).toEqual(answers[1]);
        },
        // Each field hidden and shown by its own setting, then by chance.
      ),
      {
        examples: edits.flatMap(
          (made): [Record<string, Visibility>, 'student', 'public' | 'platform', typeof made, number][] => [
            [{ [settingOf(made[0])]: 'owner' }, 'student', 'public', made, 5],
            [{ [settingOf(made[0])]: 'platform' }, 'student', 'platform', made, 5],
          ],
        ),
        numRuns: 100,
        seed,
      },
    );
    expect(Math.min(seen.hidden, seen.shown)).toBeGreaterThan(10);
  }, 180_000);

  test('every section of a profile has an edit in this test', () => {
    expect([...new Set(edits.map(([path]) => path.split('.')[0]))].sort()).toEqual([...sectionNames].sort());
  });

  test('every function and every route of the deployment is asked', () => {
    expect([...functionSamples.keys()].sort()).toEqual(
      listFunctions(contract)
        .map(({ name }) => name)
        .sort(),
    );
    const declared = listRoutes(routes);
    expect([...routeSamples.keys()].sort()).toEqual(declared.map(({ name }) => name).sort());
    for (const [pattern, method] of http.getRoutes()) {
      const path = pattern.replace(/\*$/, '');
      const found = declared.find(({ contract: route }) => route.path === path && route.method === method);
      expect([path, method, found && routeSamples.get(found.name)]).toEqual([path, method, expect.any(Function)]);
    }
  });
});

/** Ada's own settings while she names others: some fields are restricted, and one is for herself. */
const NAMING = { about: 'restricted', 'contact.email': 'restricted', links: 'owner' };
/** Those who are not among the viewers, and a handle that nobody has. */
const OTHERS = [{ to: { role: 'mentor' } }, { to: { person: 'nobody' } }, { to: { person: 'ada-s-friend' } }];

describe('restricted content', () => {
  const answersOf = async (audience: SharedAudience, life: Omit<Life, 'role'>) => {
    const { at, about } = await lived(audience, { role: 'student', ...life });
    return everythingSeen(at, audience, about, told);
  };

  test.each(sharedAudiences)(
    'changes nothing for those who are not named: neither grants nor edits of what the named see: %s',
    async (audience) => {
      const edited = [{ about: { text: 'For friends' }, contact: { email: 'ada@example.org' } }];
      const none = await answersOf(audience, { settings: NAMING, edits: edited });
      const other = [{ about: { text: 'For other friends' }, contact: { email: 'other@example.org' } }];
      expect(await answersOf(audience, { settings: NAMING, edits: other, grants: OTHERS })).toEqual(none);
    },
  );

  test.each(sharedAudiences)('an item that its own setting hides changes nothing: %s', async (audience) => {
    const lives = ['Knots', 'Splices'].map((hidden) => ({
      settings: {},
      edits: [
        {
          skills: [
            { id: 'one', name: 'Glass' },
            { id: 'two', name: hidden },
          ],
        },
      ],
    }));
    const worlds = [];
    for (const life of lives) {
      const { at, about } = await lived(audience, { role: 'student', ...life });
      const changes = { items: { 'skills/two': 'restricted' } } as const;
      await at.d.as('user_ada').mutation(api.privacy.update, { changes, expected: 1, idempotencyKey: key() });
      worlds.push(await everythingSeen(at, audience, about));
    }
    expect(worlds[0]).toEqual(worlds[1]);
    expect(worlds[0]!.join()).toContain('Glass');
  });

  test('is seen by a member who is named, who sees nothing else than the policy shows', async () => {
    const seen = { hidden: 0, shown: 0 };
    await fc.assert(
      fc.asyncProperty(
        settings,
        fc.option(fc.subarray([...settingKeys], { minLength: 1 }), { nil: undefined }),
        fc.constantFrom(...edits),
        async (drawn, keys, [path, change]) => {
          const chosen = drawn as Record<string, Visibility>;
          const life = { role: 'student', settings: chosen, grants: [{ to: { person: 'viewer' }, keys }] } as const;
          const answers = [];
          for (const made of [[change('b')], [change('b'), change('cd')]]) {
            const { at, about } = await lived('platform', { ...life, edits: made });
            const { lease } = about;
            answers.push(await costing(() => at.callers.platform.member!.query(api.privacy.access.view, { lease })));
          }
          const viewer = { audience: 'platform', grants: [{ keys }] } as const;
          const shown = policyOf({ role: 'student', settings: chosen }, viewer).sees(...placeAt(path));
          seen[shown ? 'shown' : 'hidden'] += 1;
          if (shown) expect(answers[0]).not.toEqual(answers[1]);
          else expect(answers[0]).toEqual(answers[1]);
        },
      ),
      {
        examples: edits.map((made): [Record<string, Visibility>, SettingKey[] | undefined, typeof made] => [
          { [settingOf(made[0])]: 'restricted' },
          undefined,
          made,
        ]),
        numRuns: 40,
        seed,
      },
    );
    expect(Math.min(seen.hidden, seen.shown)).toBeGreaterThan(3);
  }, 180_000);
});

/** Functions whose answer tells of a profile that its owner hides: the closed list of docs/privacy.md. */
const declassified: ReadonlySet<string> = new Set(['profile.create', 'profile.changeHandle', ...told]);

test.each(sharedAudiences)(
  'a profile that is hidden and one that does not exist look the same, and cost the same work: %s',
  async (audience) => {
    const [hiding, without] = [await world(), await world()];
    const sections = {
      identity: { displayName: 'Ada', avatarUrl: picture('first') },
      skills: Array.from({ length: 50 }, (_, i) => ({ name: `Skill ${i}` })),
    };
    const owner = await person(hiding.d, 'ada', { sections });
    await photosTaken(hiding.d);
    const about = { handle: 'ada', ...(await remembered(hiding, audience, 'ada')) };
    expect(about.photos).not.toEqual([]);
    await owner.mutation(api.privacy.update, { changes: { profile: 'owner' }, expected: 1, idempotencyKey: key() });
    const unknown = await everythingSeen(without, audience, about, declassified);
    expect((await everythingSeen(hiding, audience, about, declassified)).map(ofKnownAddress)).toEqual(
      unknown.map(ofKnownAddress),
    );
  },
);

/** A viewer with the address of a picture knows that it was one: for those questions only the answers are compared. */
function ofKnownAddress(line: string): string {
  return /^GET \/v1\/photos\//.test(line) ? line.replace(/ by .*$/, '') : line;
}

test('no default shows contact details, grades or anything without a matrix row to anybody but the owner', () => {
  for (const role of roles) {
    for (const path of [
      'contact.email',
      'contact.phone',
      'education.score',
      'education.gpa',
      'unknown',
      'contact.unknown',
    ]) {
      expect([role, path, effectiveVisibility(path, role, {})]).toEqual([role, path, 'owner']);
    }
  }
});

test('every field of every section is governed by a row of the matrix', () => {
  const open = Object.fromEntries(settingKeys.map((name) => [name, name === 'contact.phone' ? 'platform' : 'public']));
  expect(everyField.filter((field) => effectiveVisibility(field, 'student', open) === 'owner')).toEqual([]);
});
