/** The policy as a pure function: its decisions, its explanations, the presets, and the defaults of the matrix. */
import {
  type PrivacySettings,
  effectiveVisibility,
  explain,
  itemKeyOf,
  listSections,
  matrixKeys,
  maySee,
  objectSections,
  placeAt,
  policyOf,
  presetSettings,
  presets,
  privacySettingsSchema,
  project,
  roles,
  rowOf,
  settingChangesSchema,
  settingDifferences,
  settingKeys,
  sharedAudiences,
  viewersOf,
  visibilityOf,
} from '@gigsy/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultOf, grants, maySeeField, pair, partedEdits, role, settings, viewer, withheld } from './pairs.ts';

/** Every field of every section, some that no section has, and some sections whole. */
const paths = [
  ...Object.entries(objectSections).flatMap(([name, { shape }]) =>
    Object.keys(shape).map((field) => `${name}.${field}`),
  ),
  ...Object.entries(listSections).flatMap(([name, { item }]) =>
    Object.keys(item.shape).map((field) => `${name}.${field}`),
  ),
  ...['about', 'identity', 'contact.fax', 'secret', 'secret.x', 'profile', 'profile.x', '__proto__.x', 'toString'],
];
const path = fc.constantFrom(...paths);

test('over random pairs of profiles: edits that the viewer may not see change no byte, others do', () => {
  const seen = { hidden: 0, shown: 0 };
  fc.assert(
    fc.property(pair, (tried) => {
      const { hidden, shown } = partedEdits(tried);
      if (hidden.length > 0) seen.hidden += 1;
      if (shown.length > 0) seen.shown += 1;
      expect(faultOf(tried)).toBeNull();
    }),
    { numRuns: 2000 },
  );
  expect(Math.min(seen.hidden, seen.shown)).toBeGreaterThan(200);
});

describe('the policy', () => {
  test('shows a field if the viewer passes the profile, the section and the field, by class or by name, and nothing else', () => {
    fc.assert(
      fc.property(settings, withheld, role, viewer, path, (chosen, closed, as, seen, at) => {
        const owner = { role: as, settings: chosen, withheld: closed };
        const [section, field = ''] = placeAt(at);
        expect(policyOf(owner, seen).sees(...placeAt(at))).toBe(maySeeField(owner, seen, { section, field }));
      }),
      { numRuns: 2000 },
    );
  });

  test('shows nothing of an account that is not active, except to its owner', () => {
    fc.assert(
      fc.property(settings, role, viewer, path, (chosen, as, seen, at) => {
        if (seen.audience === 'owner') return;
        const policy = policyOf({ role: as, settings: chosen, status: 'suspended' }, seen);
        expect([policy.profile, policy.sees(...placeAt(at))]).toEqual([false, false]);
      }),
    );
  });

  test('shows nobody but the owner what is withheld, whatever is chosen or granted, and changes nothing else', () => {
    fc.assert(
      fc.property(settings, withheld, role, viewer, path, (chosen, closed, as, seen, at) => {
        const owner = { role: as, settings: chosen };
        const [section, field] = placeAt(at);
        const [before, after] = [policyOf(owner, seen), policyOf({ ...owner, withheld: closed }, seen)];
        const keys = ['profile', section, at, 'skills/one'];
        if (seen.audience === 'owner' || !closed.some((key) => keys.includes(key))) {
          expect(after.sees(section, field)).toBe(before.sees(section, field));
          expect(after.hides('skills', { id: 'one' })).toBe(before.hides('skills', { id: 'one' }));
          return;
        }
        if (closed.some((key) => ['profile', section, at].includes(key)))
          expect(after.sees(section, field)).toBe(false);
        if (closed.includes('skills/one')) expect(after.hides('skills', { id: 'one' })).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('never shows less for one grant more, and never more for an item’s own setting', () => {
    fc.assert(
      fc.property(settings, role, viewer, path, grants, (chosen, as, seen, at, more) => {
        const owner = { role: as, settings: chosen };
        const fewer = policyOf(owner, seen).sees(...placeAt(at));
        const named = policyOf(owner, { ...seen, grants: [...seen.grants, ...more] }).sees(...placeAt(at));
        expect(!fewer || named).toBe(true);
        const sections = { skills: [{ id: 'one', name: 'Glass' }] };
        const { items: _, ...without } = chosen;
        const whole = project({ role: as, settings: without, sections }, seen) ?? {};
        expect(whole).toMatchObject(project({ ...owner, sections }, seen) ?? {});
      }),
    );
  });

  test('a grant opens nothing that is its owner’s alone', () => {
    fc.assert(
      fc.property(settings, role, path, (chosen, as, at) => {
        if (effectiveVisibility(at, as, chosen) !== 'owner') return;
        expect(policyOf({ role: as, settings: chosen }, viewersOf('restricted')).sees(...placeAt(at))).toBe(false);
      }),
    );
  });
});

describe('an explanation', () => {
  test('agrees with the projection, for every field and item', () => {
    fc.assert(
      fc.property(
        settings,
        withheld,
        role,
        viewer,
        path,
        fc.constantFrom('one', 'two', undefined),
        (chosen, closed, as, seen, at, item) => {
          const owner = { role: as, settings: chosen, withheld: closed };
          const [section, field] = placeAt(at);
          const policy = policyOf(owner, seen);
          const hidden = item !== undefined && policy.hides(section, { id: item });
          const told = explain(owner, seen, { section, field, item });
          // Owners read their own profile whole.
          expect(told.seen).toBe(seen.audience === 'owner' || (policy.sees(section, field) && !hidden));
          expect(told.message).toMatch(told.seen ? /^Shown: \S.*\.$/ : /^Hidden: \S.*\.$/);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('names the setting that decides, and where it comes from', () => {
    const anyone = viewersOf('public');
    const why = (settings: PrivacySettings, path: string, viewer = anyone, item?: string) => {
      const [section, field] = placeAt(path);
      return explain({ role: 'student', settings }, viewer, { section, field, item }).message;
    };
    expect(why({ profile: 'owner', about: 'public' }, 'about.text')).toBe(
      'Hidden: profile is for the owner alone. The owner chose this.',
    );
    expect(why({}, 'education.gpa')).toBe(
      "Hidden: education is for signed-in members. This is the default of the owner's role.",
    );
    expect(why({ education: 'public' }, 'education.gpa')).toBe(
      "Hidden: education.gpa is for the owner alone. This is the default of the owner's role.",
    );
    expect(why({ 'contact.phone': 'public' }, 'contact.phone')).toBe(
      'Hidden: contact.phone is for signed-in members. The owner chose more, and this is the widest that is allowed.',
    );
    expect(why({ 'contact.phone': 'restricted' }, 'contact.phone', viewersOf('restricted'))).toBe(
      'Shown: contact.phone is for those whom the owner has named. The owner has named this viewer. The owner chose this.',
    );
    expect(why({ items: { 'skills/one': 'owner' } }, 'skills.name', anyone, 'one')).toBe(
      'Hidden: skills/one is for the owner alone. The owner chose this for the item.',
    );
    expect(why({ 'identity.avatarUrl': 'restricted' }, 'identity.avatarUrl')).toBe(
      'Hidden: identity.avatarUrl is for the owner alone. A picture cannot be kept to named people: its address opens for everybody who knows it.',
    );
    expect(why({}, 'skills.name')).toBe(
      "Shown: skills is for anyone on the web. This is the default of the owner's role.",
    );
  });
});

describe('presets', () => {
  test('choose for every setting what it allows, and none but "open" and "professional" open anything', () => {
    for (const preset of presets) {
      const chosen = presetSettings(preset);
      expect(Object.keys(chosen).sort()).toEqual([...settingKeys].sort());
      expect(settingChangesSchema.safeParse(chosen).success).toBe(true);
    }
    expect(new Set(Object.values(presetSettings('private')))).toEqual(new Set(['owner']));
    for (const key of settingKeys) {
      const [open, professional] = [presetSettings('open')[key], presetSettings('professional')[key]];
      expect([key, maySee(professional, open)]).toEqual([key, true]);
      // A row that no role shows by default is opened by hand alone.
      if (roles.every((as) => rowOf(key).defaults[as] === 'owner')) expect([key, open]).toEqual([key, 'owner']);
    }
  });

  test('show what they would change: exactly the settings whose visibility in force differs', () => {
    fc.assert(
      fc.property(settings, role, fc.constantFrom(...presets), (chosen, as, preset) => {
        const told = settingDifferences({ role: as, settings: chosen }, presetSettings(preset));
        const after = { ...chosen, ...presetSettings(preset) };
        expect(told).toEqual(
          settingKeys
            .map((key) => ({ key, from: visibilityOf(key, as, chosen), to: visibilityOf(key, as, after) }))
            .filter(({ from, to }) => from !== to),
        );
        expect(settingDifferences({ role: as, settings: after }, presetSettings(preset))).toEqual([]);
      }),
    );
    expect(settingDifferences({ role: 'student', settings: { skills: 'owner' } }, { skills: null })).toEqual([
      { key: 'skills', from: 'owner', to: 'public' },
    ]);
  });
});

/** Words in the names of fields that identify, locate or grade a person. None of them may be shown by default. */
const SENSITIVE = /email|phone|gpa|score|birth|address|gender|passport|salary/i;

describe('defaults give least privilege', () => {
  test('fields that reach or grade a person are their owner’s alone, for every role that does not act for an organisation', () => {
    const fields = paths.filter((at) => SENSITIVE.test(at.split('.')[1] ?? ''));
    expect(fields.length).toBeGreaterThan(4);
    for (const as of roles)
      for (const at of fields) {
        const shown = effectiveVisibility(at, as, {});
        // An organisation's address for applications is not a person's.
        const least = at === 'organisation.openingsEmail' ? 'platform' : 'owner';
        expect([at, as, maySee(least, shown) && shown !== least ? 'wider' : 'narrow enough']).toEqual([
          at,
          as,
          'narrow enough',
        ]);
      }
  });

  test('nothing is restricted by default: nobody is named yet', () => {
    for (const key of matrixKeys) expect(Object.values(rowOf(key).defaults), key).not.toContain('restricted');
  });

  test('a student shows nothing more widely than an employer or a mentor does, nor a moderator more than members see', () => {
    for (const key of matrixKeys) {
      const { student, employer, mentor, moderator, admin } = rowOf(key).defaults;
      expect([key, maySee(student, employer) || maySee(student, mentor)]).toEqual([key, true]);
      for (const staff of [moderator, admin]) expect([key, staff]).not.toEqual([key, 'public']);
    }
  });
});

describe('settings of items', () => {
  test('are named by a section with items and an id; nothing else is taken', () => {
    const parsed = (key: string) => privacySettingsSchema.safeParse({ items: { [key]: 'owner' } }).success;
    expect(parsed(itemKeyOf('skills', 'one-_2'))).toBe(true);
    for (const key of [
      'skills',
      'skills/',
      'skills/a b',
      'profile/one',
      'contact.email/one',
      'secret/one',
      '__proto__/x',
    ])
      expect([key, parsed(key)]).toEqual([key, false]);
    expect(settingChangesSchema.safeParse({ items: {} }).success).toBe(false);
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`skills/i${n}`, 'owner']));
    expect(settingChangesSchema.safeParse({ items: many }).success).toBe(false);
  });

  test('hide whole items from those who may not see them', () => {
    const sections = {
      skills: [
        { id: 'one', name: 'Glass' },
        { id: 'two', name: 'Knots' },
      ],
    };
    for (const audience of sharedAudiences) {
      const document = {
        role: 'student' as const,
        settings: { items: { 'skills/two': 'platform' as const } },
        sections,
      };
      const shown = project(document, audience)!.skills as { id: string }[];
      expect([audience, shown.map(({ id }) => id)]).toEqual([
        audience,
        audience === 'public' ? ['one'] : ['one', 'two'],
      ]);
    }
  });
});
