/**
 * Pairs of profiles that differ in places that a viewer may not see, for the property that the viewer cannot tell them
 * apart. The places are worked out from the matrix here, apart from the policy under test.
 */
import {
  type Granted,
  type PrivacySettings,
  type Role,
  type ViewerFacts,
  type Visibility,
  listSections,
  matrixKeys,
  maySee,
  objectSections,
  project,
  relationNames,
  roles,
  rowOf,
  settingKeys,
  visibilities,
  visibilityOf,
} from '@gigsy/schema';
import fc from 'fast-check';

/** A field of a section, in one item of it where it is a list. */
export interface FieldAt {
  section: string;
  field: string;
  item?: string;
}

const ITEMS = ['one', 'two', 'three'];

/** Every field of a profile with three items in each list, and fields that no section has. */
export const places: readonly FieldAt[] = [
  ...Object.entries(objectSections).flatMap(([section, { shape }]) =>
    [...Object.keys(shape), 'unknown'].map((field) => ({ section, field })),
  ),
  ...Object.entries(listSections).flatMap(([section, { item }]) =>
    ITEMS.flatMap((id) =>
      Object.keys(item.shape)
        .filter((field) => field !== 'id')
        .map((field) => ({ section, field, item: id })),
    ),
  ),
  { section: 'secret', field: 'text' },
];

const visibility = fc.constantFrom(...visibilities);
const itemKeys = Object.keys(listSections).flatMap((section) => ITEMS.map((id) => `${section}/${id}`));

export const settings = fc
  .tuple(
    fc.record(Object.fromEntries(settingKeys.map((key) => [key, visibility])), { requiredKeys: [] }),
    fc.dictionary(fc.constantFrom(...itemKeys), visibility, { maxKeys: 6 }),
  )
  .map(([chosen, items]) => ({ ...chosen, items }) as PrivacySettings);

/** Places that moderators withhold: rows and items, and in some cases the whole profile. */
export const withheld = fc.uniqueArray(
  fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...matrixKeys.filter((key) => key !== 'profile'), ...itemKeys) },
    { weight: 1, arbitrary: fc.constant('profile') },
  ),
  { maxLength: 4 },
);

export const role = fc.constantFrom(...roles);

/** Grants by which an owner names a viewer, some of them as one who has a relation with the owner. */
export const grants = fc.array(
  fc.record(
    {
      keys: fc.option(fc.subarray([...settingKeys], { minLength: 1 }), { nil: undefined }),
      relation: fc.constantFrom(...relationNames),
    },
    { requiredKeys: ['keys'] },
  ) as fc.Arbitrary<Granted>,
  { maxLength: 3 },
);

/** Grants to a relation name the viewers who have it, and nobody else. */
export const viewer = fc
  .record({
    audience: fc.constantFrom('public', 'platform', 'owner'),
    grants,
    relations: fc.subarray([...relationNames]),
  })
  .map(
    ({ audience, grants: given, relations }) =>
      ({
        audience,
        grants: given.filter(({ relation }) => relation === undefined || relations.includes(relation)),
      }) as ViewerFacts,
  );

export interface Owner {
  role: Role;
  settings: PrivacySettings;
  withheld?: readonly string[];
}

/** Whether the viewer may see a field: the profile, the section, the field and the item must each let them pass. */
export function maySeeField(
  { role: as, settings: chosen, withheld: closed = [] }: Owner,
  seen: ViewerFacts,
  { section, field, item }: FieldAt,
) {
  const passes = (inForce: Visibility, opener: string) =>
    maySee(seen.audience, inForce) ||
    (inForce === 'restricted' && seen.grants.some(({ keys }) => !keys || (keys as string[]).includes(opener)));
  const keys = matrixKeys.filter((key) => key !== 'profile' && (key === section || key === `${section}.${field}`));
  if (keys.length === 0) return false;
  const named = ['profile', ...keys, ...(item === undefined ? [] : [`${section}/${item}`])];
  if (seen.audience !== 'owner' && named.some((key) => closed.includes(key))) return false;
  const own = item === undefined ? undefined : chosen.items?.[`${section}/${item}`];
  return (
    (['profile', ...keys] as const).every((key) =>
      passes(visibilityOf(key, as, chosen), rowOf(key).fixed ? 'profile' : key),
    ) &&
    (own === undefined || passes(own, section))
  );
}

export const pair = fc.record({
  settings,
  withheld,
  role,
  viewer,
  /** Places at which the two profiles may differ. */
  at: fc.array(fc.nat(places.length - 1), { minLength: 1, maxLength: 12 }),
  mark: fc.constantFrom('', 'x', 'yy', '\u{1F9F6}', 'long '.repeat(40)),
});
export type Pair = typeof pair extends fc.Arbitrary<infer T> ? T : never;

/** The edits of a pair that the viewer may see, and those that they may not. */
export function partedEdits({ settings: chosen, withheld: closed, role: as, viewer: seen, at }: Pair): {
  hidden: FieldAt[];
  shown: FieldAt[];
} {
  const edits = [...new Set(at)].map((index) => places[index]!);
  const may = (place: FieldAt) => maySeeField({ role: as, settings: chosen, withheld: closed }, seen, place);
  return { hidden: edits.filter((place) => !may(place)), shown: edits.filter(may) };
}

/** The bytes that the viewer of a pair gets of the sections that it names, after these edits. */
export function bytesAfter(
  { settings: chosen, withheld: closed, role: as, viewer: seen, at, mark }: Pair,
  edits: readonly FieldAt[],
): string {
  const edited = new Set(edits.map(nameOf));
  const text = (place: FieldAt) => (edited.has(nameOf(place)) ? `${mark}!` : 'same');
  const named = new Set(at.map((index) => places[index]!.section));
  const sections: Record<string, unknown> = {};
  for (const [section, { shape }] of Object.entries(objectSections).filter(([name]) => named.has(name)))
    sections[section] = fieldsOf(section, [...Object.keys(shape), 'unknown'], text);
  for (const [section, { item }] of Object.entries(listSections).filter(([name]) => named.has(name)))
    sections[section] = ITEMS.map((id) => ({
      id,
      ...fieldsOf(
        section,
        Object.keys(item.shape).filter((field) => field !== 'id'),
        text,
        id,
      ),
    }));
  sections.secret = { text: text({ section: 'secret', field: 'text' }) };
  return JSON.stringify(project({ role: as, settings: chosen, withheld: closed, sections }, seen));
}

function fieldsOf(section: string, fields: string[], text: (place: FieldAt) => string, item?: string) {
  return Object.fromEntries(
    fields.map((field) => [field, text({ section, field, ...(item !== undefined && { item }) })]),
  );
}

function nameOf({ section, field, item = '' }: FieldAt): string {
  return `${section}.${field}/${item}`;
}

/** The fault of a pair: hidden edits that change a byte, or shown ones that change none. Null if there is none. */
export function faultOf(tried: Pair): string | null {
  const { hidden, shown } = partedEdits(tried);
  const before = bytesAfter(tried, []);
  if (hidden.length > 0 && bytesAfter(tried, hidden) !== before) return 'a hidden edit changes what the viewer gets';
  if (shown.length > 0 && bytesAfter(tried, shown) === before) return 'a shown edit changes nothing';
  return null;
}
