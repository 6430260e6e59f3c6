/** The pure rules of privacy: the scale, the matrix, the projection. */
import {
  type PrivacySettings,
  effectiveVisibility,
  emptySections,
  matrixKeys,
  maySee,
  narrowest,
  privacySettingsSchema,
  profileViewSchema,
  project,
  projectProfile,
  roles,
  rowOf,
  settingKeys,
  visibilities,
  visibilityOf,
} from '@gigsy/schema';
import fc from 'fast-check';
import { joinMatrices, row } from '../../packages/schema/src/privacy/row.ts';
import { describe, expect, test } from 'vitest';

const visibility = fc.constantFrom(...visibilities);
const settings = fc.record(Object.fromEntries(settingKeys.map((key) => [key, visibility])), {
  requiredKeys: [],
}) as fc.Arbitrary<PrivacySettings>;
const role = fc.constantFrom(...roles);

const sections = {
  ...emptySections('Ada'),
  identity: { displayName: 'Ada', headline: 'H', pronouns: 'she', location: { city: 'X' } },
  contact: { email: 'a@b.example', phone: '1' },
  education: [{ id: 'e', institution: 'I', score: '4.0' }],
};

describe('the scale', () => {
  test('a narrower audience sees all that a wider one sees', () => {
    fc.assert(
      fc.property(visibility, visibility, visibility, (a, b, v) => {
        const [wide, narrow] = visibilities.indexOf(a) <= visibilities.indexOf(b) ? [a, b] : [b, a];
        expect(!maySee(wide, v) || maySee(narrow, v)).toBe(true);
      }),
    );
  });

  test('narrowest is associative with owner as its bottom', () => {
    fc.assert(
      fc.property(visibility, visibility, (a, b) => {
        expect(narrowest(a, b)).toBe(narrowest(b, a));
        expect(narrowest(a, 'owner')).toBe('owner');
        expect(narrowest(a, 'public')).toBe(a);
      }),
    );
  });
});

describe('the projection', () => {
  test('grows with the audience: each wider view is contained in the narrower one', () => {
    fc.assert(
      fc.property(settings, role, (chosen, as) => {
        const views = visibilities.map((audience) => project({ role: as, settings: chosen, sections }, audience) ?? {});
        views.slice(1).forEach((view, i) => expect(view).toMatchObject(views[i]!));
      }),
    );
  });

  test('gives the owner everything', () => {
    fc.assert(
      fc.property(settings, role, (chosen, as) => {
        const { identity, contact, education } = sections;
        expect(project({ role: as, settings: chosen, sections }, 'owner')).toEqual({ identity, contact, education });
      }),
    );
  });

  test('does not depend on a hidden field', () => {
    fc.assert(
      fc.property(settings, role, visibility, fc.string(), (chosen, as, audience, text) => {
        if (maySee(audience, effectiveVisibility('education.score', as, chosen))) return;
        const other = { ...sections, education: [{ ...sections.education[0], score: text }] };
        expect(project({ role: as, settings: chosen, sections: other }, audience)).toEqual(
          project({ role: as, settings: chosen, sections }, audience),
        );
      }),
    );
  });

  test('drops fields that the matrix does not name, for everybody except the owner', () => {
    const odd = {
      role: 'student' as const,
      settings: {},
      sections: { ...sections, secret: { x: 1 }, contact: { ...sections.contact, fax: '1' } },
    };
    for (const audience of ['public', 'platform', 'restricted'] as const) {
      expect(JSON.stringify(project(odd, audience))).not.toMatch(/secret|fax/);
    }
  });

  test('under some rows shows a part of the projection under all, and only fields that those rows govern', () => {
    fc.assert(
      fc.property(settings, role, visibility, fc.subarray([...matrixKeys]), (chosen, as, audience, keys) => {
        const document = { role: as, settings: chosen, sections };
        const whole = project(document, audience);
        const part = project(document, audience, new Set(keys));
        expect(part === null).toBe(whole === null);
        expect(whole ?? {}).toMatchObject(part ?? {});
        for (const section of Object.keys(part ?? {})) expect(keys.map((key) => key.split('.')[0])).toContain(section);
      }),
    );
  });

  test('is null when the whole profile is narrower than the audience', () => {
    const profile = { handle: 'ada', role: 'student' as const, settings: { profile: 'platform' as const }, sections };
    expect(projectProfile(profile, 'public')).toBeNull();
    expect(projectProfile(profile, 'platform')).toMatchObject({ handle: 'ada', identity: { displayName: 'Ada' } });
  });
});

test('a view of a profile has no place for content of another domain, such as endorsements', () => {
  const view = { handle: 'ada', role: 'student', skills: [{ id: 'one', name: 'Glass' }] };
  expect(profileViewSchema.safeParse(view).success).toBe(true);
  expect(profileViewSchema.safeParse({ ...view, skills: [{ ...view.skills[0], endorsements: 1 }] }).success).toBe(
    false,
  );
  expect(profileViewSchema.safeParse({ ...view, endorsements: [] }).success).toBe(false);
});

describe('the matrix', () => {
  test('is joined from the domains, each row from one of them', () => {
    const one = row(['public', 'public', 'public', 'public', 'public'], 'public', 'One.', {
      basis: 'contract',
      kept: [],
    });
    expect(joinMatrices({ a: one }, { b: one })).toEqual({ a: one, b: one });
    expect(() => joinMatrices({ a: one, b: one }, { b: one })).toThrow('Two domains declare the row b');
  });

  test('has no default wider than the owner may choose', () => {
    for (const key of matrixKeys)
      for (const as of roles) {
        expect([key, as, maySee(rowOf(key).defaults[as], rowOf(key).widest)]).toEqual([key, as, true]);
      }
  });

  test('refuses a choice wider than its row allows, naming the row', () => {
    const parsed = privacySettingsSchema.safeParse({ 'contact.phone': 'public', 'contact.email': 'public' });
    expect(parsed.error!.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['contact.phone', 'may be platform at the widest'],
    ]);
  });

  test('the name follows the whole profile', () => {
    fc.assert(
      fc.property(settings, role, (chosen, as) => {
        expect(visibilityOf('identity.displayName', as, chosen)).toBe(visibilityOf('profile', as, chosen));
      }),
    );
  });
});
