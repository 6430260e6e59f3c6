/** The changes that an import makes to an existing profile, for the API and for people. */
import {
  type Changes,
  type FieldError,
  type ListSection,
  type ObjectSection,
  type OwnProfile,
  type Sections,
  applyChanges,
  canonicalJson,
  listSectionNames,
  objectSectionNames,
} from '@gigsy/schema';

type Item = Record<string, unknown>;

/** Fields without a place in JSON Resume: their absence from a document means nothing. */
const NOT_IN_A_RESUME: Readonly<Record<string, readonly string[]>> = {
  identity: ['pronouns'],
  skills: ['category', 'years'],
  education: ['gpa'],
  certificates: ['expires'],
  languages: ['tag', 'level'],
};

/** Fields that identify an item of the document with an item of the profile. */
const NAMED_BY: Readonly<Record<ListSection, readonly string[]>> = {
  skills: ['name'],
  education: ['institution', 'studyType', 'area'],
  workExperience: ['organisation', 'position', 'startDate'],
  projects: ['name'],
  certificates: ['name', 'issuer'],
  awards: ['title', 'awarder'],
  publications: ['name', 'publisher'],
  volunteering: ['organisation', 'position', 'startDate'],
  languages: ['name'],
  links: ['url'],
};

/** Sections that a document has; an object without fields counts as absent. */
export function givenSections(sections: Changes): [string, object][] {
  return Object.entries(sections).filter(
    ([, content]) => Array.isArray(content) || Object.keys(content ?? {}).length > 0,
  ) as [string, object][];
}

/**
 * The profile with the document's sections. Sections that the document lacks stay, and so do fields whose form cannot
 * be used (`unusable`). An item that the profile has already keeps its id.
 */
export function replacementOf(
  { sections: before }: OwnProfile,
  sections: Changes,
  unusable: readonly string[],
): Changes {
  return Object.fromEntries(
    givenSections(sections).map(([name, content]) => {
      if (Array.isArray(content))
        return [name, withIds(name as ListSection, before[name as ListSection], content as Item[])];
      const kept = [
        'displayName',
        ...(NOT_IN_A_RESUME[name] ?? []),
        ...unusable.map((path) => path.replace(`${name}.`, '')),
      ];
      const gone = Object.keys(before[name as ObjectSection]).filter((field) => !kept.includes(field));
      return [name, { ...Object.fromEntries(gone.map((field) => [field, null])), ...content }];
    }),
  );
}

/** An item is the one of its id if the document gives one, else the first of its name that is left. */
function withIds(section: ListSection, before: readonly Item[], items: readonly Item[]): Item[] {
  const left = new Set(before);
  const take = (isIt: (held: Item) => boolean) => {
    const held = [...left].find(isIt);
    if (held) left.delete(held);
    return held;
  };
  const byId = items.map(({ id }) => (id === undefined ? undefined : take((held) => held.id === id)));
  return items.map(({ id, ...item }, position) => {
    const held = byId[position] ?? take((other) => keyOf(section, other) === keyOf(section, item));
    const kept = (NOT_IN_A_RESUME[section] ?? []).filter((field) => held?.[field] !== undefined);
    return {
      ...(held ? { id: held.id } : id !== undefined && { id }),
      ...Object.fromEntries(kept.map((field) => [field, held![field]])),
      ...item,
    };
  });
}

function keyOf(section: ListSection, item: Item): string {
  return canonicalJson(
    NAMED_BY[section].map((field) => (typeof item[field] === 'string' ? item[field].toLowerCase() : null)),
  );
}

/** A line for each field and each list that `changes` alter. */
export function differences({ sections: before }: OwnProfile, changes: Changes): FieldError[] {
  let fresh = 0;
  const after = applyChanges(before, changes, () => `new-${(fresh += 1)}`);
  return [
    ...objectSectionNames.flatMap((section) => ofFields(section, before[section], after[section])),
    ...listSectionNames.flatMap((section) => ofItems(section, before, after)),
  ];
}

function ofFields(section: ObjectSection, before: Item, after: Item): FieldError[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((field) => {
    const [old, next] = [before[field], after[field]];
    if (canonicalJson(old ?? null) === canonicalJson(next ?? null)) return [];
    const message =
      next === undefined
        ? `${told(old)} is taken away`
        : old === undefined
          ? `becomes ${told(next)}`
          : `${told(old)} becomes ${told(next)}`;
    return [{ path: `${section}.${field}`, message }];
  });
}

function ofItems(section: ListSection, before: Sections, after: Sections): FieldError[] {
  const [old, next] = [before[section] as Item[], after[section] as Item[]];
  const held = new Map(old.map((item) => [item.id, item]));
  const named = (kind: string, items: Item[]) =>
    items.length > 0 ? [`${kind} ${items.map((item) => labelOf(section, item)).join(', ')}`] : [];
  const parts = [
    ...named(
      'new:',
      next.filter(({ id }) => !held.has(id)),
    ),
    ...named(
      'changed:',
      next.filter((item) => held.has(item.id) && canonicalJson(held.get(item.id)) !== canonicalJson(item)),
    ),
    ...named(
      'taken away:',
      old.filter(({ id }) => !next.some((item) => item.id === id)),
    ),
  ];
  if (parts.length > 0) return [{ path: section, message: parts.join('; ') }];
  return canonicalJson(old) === canonicalJson(next) ? [] : [{ path: section, message: 'in another order' }];
}

function labelOf(section: ListSection, item: Item): string {
  return NAMED_BY[section]
    .map((field) => item[field])
    .filter((part) => typeof part === 'string')
    .join(' · ');
}

function told(value: unknown): string {
  return typeof value === 'object' && value !== null
    ? Object.values(value).map(String).join(', ')
    : JSON.stringify(value);
}
