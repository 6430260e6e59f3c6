/** The sandbox's data keeps to the contract and reaches its limits. */
import {
  MAX_PROFILE_BYTES,
  canonicalJson,
  effectiveVisibility,
  isReservedHandle,
  isSecureUrl,
  listSections,
  objectSections,
  privacyMatrix,
  profileViewSchema,
  sectionsSchema,
  settingKeys,
} from '@gigsy/schema';
import { profileAt, sandbox, sandboxHandle, sandboxStates } from '@gigsy/schema/sandbox';
import { describe, expect, test } from 'vitest';

const staged = [...sandbox];
const profileOf = (state: Parameters<typeof sandboxHandle>[0]) => sandbox.get(sandboxHandle(state))!.profile!;
const itemsOf = (profile: object, section: string) =>
  (profile as Record<string, Record<string, unknown>[]>)[section] ?? [];

/** Paths of every field that a public viewer could see if the owner opened everything. */
const open = Object.fromEntries(settingKeys.map((key) => [key, privacyMatrix[key].widest]));
const publicFields = [
  ...Object.entries(objectSections).map(([name, schema]) => [name, schema.shape] as const),
  ...Object.entries(listSections).map(([name, { item }]) => [name, item.shape] as const),
]
  .flatMap(([section, shape]) => Object.keys(shape).map((field) => [section, field] as const))
  .filter(([section, field]) => effectiveVisibility(`${section}.${field}`, 'student', open) === 'public');

test.each(staged)(
  "%s is reserved, has its sentence, and its profile passes the contract as this handle's",
  (handle, { profile, summary }) => {
    expect(isReservedHandle(handle)).toBe(true);
    expect(summary).toMatch(/^[A-Z].{10,160}\.$/);
    if (!profile) return;
    expect(profileViewSchema.parse(profile)).toEqual(profile);
    expect(profile.handle).toBe(handle);
  },
);

test("nobody can take a handle that starts as the sandbox's do, known or not", () => {
  expect(['sandbox-full', 'sandbox-x', 'sandbox'].map(isReservedHandle)).toEqual([true, true, false]);
});

test("sandbox-full has every field that can be public but the portrait, which is the deployment's to give", () => {
  const full = profileOf('full') as Record<string, unknown>;
  const missing = publicFields.filter(([section, field]) => {
    const content = full[section];
    return Array.isArray(content) ? !content.some((item) => field in item) : !(content && field in (content as object));
  });
  expect(missing.map((path) => path.join('.'))).toEqual(['identity.avatarUrl']);
  expect(full.contact).not.toHaveProperty('phone');
  expect(itemsOf(full, 'skills').every((skill) => skill.level && skill.years !== undefined && skill.keywords)).toBe(
    true,
  );
});

test('sandbox-empty is a handle and a role', () => {
  expect(Object.keys(profileOf('empty')).sort()).toEqual(['handle', 'role']);
});

describe('sandbox-huge', () => {
  const { handle: _handle, role: _role, ...sections } = profileOf('huge');

  test('fills every list', () => {
    expect(Object.keys(listSections).map((name) => itemsOf(sections, name).length)).toEqual(
      Object.values(listSections).map(({ max }) => max),
    );
  });

  test('is a profile that the write path accepts, near the limit of its size', () => {
    const bytes = new TextEncoder().encode(canonicalJson(sections)).length;
    expect(sectionsSchema.safeParse(sections).error).toBeUndefined();
    expect(bytes).toBeLessThanOrEqual(MAX_PROFILE_BYTES);
    expect(bytes).toBeGreaterThan(0.95 * MAX_PROFILE_BYTES);
  });

  test('has texts and inner lists of the greatest length in the first entries', () => {
    /** The greatest length: one more would be refused. */
    const longest = (section: string, field: string, value: unknown): boolean => {
      const { shape } =
        section in listSections ? listSections[section as 'skills'].item : objectSections[section as 'identity'];
      const reader = (shape as Record<string, { safeParse(given: unknown): { success: boolean } }>)[field]!;
      if (Array.isArray(value))
        return !reader.safeParse([...value, value[0]]).success && !reader.safeParse([`${value[0]}x`]).success;
      return typeof value !== 'string' || !reader.safeParse(`${value}x`).success;
    };
    const firsts = Object.entries(sections).map(
      ([section, content]) => [section, Array.isArray(content) ? content[0] : content] as const,
    );
    const short = firsts.flatMap(([section, entry]) =>
      Object.entries(entry as object)
        .filter(
          ([field, value]) =>
            !['id', 'level', 'years', 'email', 'openingsEmail', 'location'].includes(field) &&
            !longest(section, field, value),
        )
        .map(([field]) => `${section}.${field}`),
    );
    expect(short).toEqual([]);
  });
});

test('sandbox-rtl holds Arabic, Hebrew and Latin, and no invisible direction marks', () => {
  const text = JSON.stringify(profileOf('rtl'));
  expect([/\p{Script=Arabic}/u, /\p{Script=Hebrew}/u, /[A-Za-z]{4}/].every((script) => script.test(text))).toBe(true);
  expect(text).not.toMatch(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
});

test('links lead to reserved example domains over https', () => {
  const links = [...JSON.stringify(staged).matchAll(/https?:[^"]+/g)].map(([url]) => url);
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((url) => !isSecureUrl(url) || new URL(url).hostname !== 'example.org')).toEqual([]);
});

test('a watched profile starts as a reader gets it, then shows its headlines in turn', () => {
  const full = sandbox.get('sandbox-full')!;
  expect(profileAt(full, 0)).toBe(full.profile);
  const turns = [1, 2, 3, 4].map((turn) => profileAt(full, turn)!.identity!.headline);
  expect(new Set(turns).size).toBe(3);
  expect(turns[3]).toBe(turns[0]);
  expect(turns.every((headline, index) => index === 0 || headline !== turns[index - 1])).toBe(true);
  for (let turn = 0; turn < 5; turn += 1) expect(profileViewSchema.safeParse(profileAt(full, turn)).success).toBe(true);
});

test('the states without a profile have an error, or look unknown', () => {
  expect(
    sandboxStates
      .filter((state) => !sandbox.get(sandboxHandle(state))!.profile)
      .map((state) => [state, sandbox.get(sandboxHandle(state))!.error ?? null]),
  ).toEqual([
    ['private', null],
    ['suspended', null],
    ['failing', 'internal'],
    ['offline', 'offline'],
  ]);
});
