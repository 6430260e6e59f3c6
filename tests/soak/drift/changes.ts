/** Random calls that change a profile, made from a point of it, with what must come of them by the soak's own reckoning. */
import {
  type ListSection,
  type ObjectSection,
  type PrivacySettings,
  type Sections,
  type SettingKey,
  canonicalJson,
  listSectionNames,
} from '@gigsy/schema';
import type { Random } from '../../local/ledger/random.ts';
import type { Point, Write } from './point.ts';

type Item = Record<string, unknown> & { id: string };

export interface Call {
  path: 'profile:update' | 'profile:edit' | 'privacy:update';
  args: Record<string, unknown>;
  expected: Write['expected'];
  settings?: PrivacySettings;
  /** The content that the call leaves, by section. `ids` are those that the deployment gave to items without one. */
  contents(ids: readonly (string | null)[]): Partial<Sections>;
}

/** Kept short, so that most operations move, change, remove and restore. */
const MOST_ITEMS = 6;
/** Only what was removed lately is restored: the product keeps a hundred items. */
const RESTORABLE = 12;

const TITLES: Record<ListSection, string> = {
  skills: 'name',
  education: 'institution',
  workExperience: 'organisation',
  projects: 'name',
  certificates: 'name',
  awards: 'title',
  publications: 'name',
  volunteering: 'organisation',
  languages: 'name',
  links: 'label',
};

const FIELDS: readonly (readonly [ObjectSection, string])[] = [
  ['identity', 'headline'],
  ['identity', 'pronouns'],
  ['about', 'text'],
  ['organisation', 'about'],
  ['mentoring', 'about'],
];

const CHOICES: readonly (readonly [SettingKey, readonly (string | null)[]])[] = [
  ['skills', ['owner', 'platform', 'public', null]],
  ['languages', ['owner', 'public', null]],
  ['about', ['owner', 'platform', 'public', null]],
  ['projects', ['owner', 'public', null]],
  ['profile', ['platform', 'public', null, null]],
];

function titled(section: ListSection, id: string, mark: string): Item {
  return { id, [TITLES[section]]: mark, ...(section === 'links' && { url: `https://${mark}.example/` }) };
}

function pick<T>(random: Random, from: readonly T[]): T {
  return from[random.integer(0, from.length)]!;
}

/** Some sections, each once. */
function someSections(random: Random, most: number): ListSection[] {
  return [...new Set(Array.from({ length: random.integer(1, most + 1) }, () => pick(random, listSectionNames)))];
}

export function randomCall(random: Random, point: Point, mark: string): Call {
  const roll = random.next();
  if (roll < 0.1) return choice(random, point, mark);
  return roll < 0.4 ? replacement(random, point, mark) : edit(random, point, mark);
}

/** `profile.update`: fields, and whole lists in which items stay, change, move, come and go. */
function replacement(random: Random, point: Point, mark: string): Call {
  const changes: Record<string, unknown> = {};
  const contents: Record<string, unknown> = {};
  for (const [section, field] of [pick(random, FIELDS), pick(random, FIELDS)]) {
    changes[section] = { ...(changes[section] as object), [field]: random.next() < 0.15 ? null : mark };
    contents[section] = withFields(point.sections[section], changes[section] as object);
  }
  for (const section of someSections(random, 2)) {
    const kept = (point.sections[section] as Item[]).filter(() => random.next() < 0.7);
    const items = kept.map((item) => (random.next() < 0.3 ? { ...item, [TITLES[section]]: mark } : item));
    const list = items.toSpliced(random.integer(0, items.length + 1), 0, titled(section, mark, mark));
    if (random.next() < 0.3) list.reverse();
    changes[section] = contents[section] = list.slice(-MOST_ITEMS);
  }
  return call('profile:update', point, Object.keys(changes), { changes }, () => contents);
}

/** `profile.edit`: single fields and items, in several sections at once. */
function edit(random: Random, point: Point, mark: string): Call {
  const operations: Record<string, unknown>[] = [];
  const contents: Record<string, unknown> = {};
  for (const section of someSections(random, 3)) {
    const list = new ListEditing(section, point, contents);
    const count = random.integer(1, 5);
    for (let n = 0; n < count; n += 1)
      operations.push({ section, ...list.operation(random, `${mark}-${operations.length}`, operations.length) });
    while (list.items.length > MOST_ITEMS) operations.push({ section, ...list.remove(0) });
  }
  for (const [section, field] of [pick(random, FIELDS), pick(random, FIELDS)]) {
    const fields = { [field]: random.next() < 0.15 ? null : mark };
    operations.push({ op: 'set', section, fields });
    contents[section] = withFields((contents[section] ?? point.sections[section]) as object, fields);
  }
  return call('profile:edit', point, Object.keys(contents), { operations }, (ids) => withIds(contents, ids));
}

/** `privacy.update`. A choice that was made already changes nothing. */
function choice(random: Random, point: Point, mark: string): Call {
  const [key, choices] = pick(random, CHOICES);
  const chosen = pick(random, choices);
  const args = { changes: { [key]: chosen }, expected: point.versions.settings };
  const settings = withFields(point.settings, { [key]: chosen }) as PrivacySettings;
  if (canonicalJson(settings) === canonicalJson(point.settings)) return replacement(random, point, mark);
  const expected = { settings: point.versions.settings };
  return { path: 'privacy:update', args, expected, settings, contents: () => ({}) };
}

function call(
  path: 'profile:update' | 'profile:edit',
  { versions, sections }: Point,
  named: readonly string[],
  args: object,
  contents: (ids: readonly (string | null)[]) => Record<string, unknown>,
): Call {
  const expected = Object.fromEntries(named.map((name) => [name, versions[name as never] as number]));
  const changed = (ids: readonly (string | null)[]) =>
    Object.entries(contents(ids)).filter(
      ([name, content]) => canonicalJson(content) !== canonicalJson(sections[name as keyof Sections]),
    );
  return { path, args: { ...args, expected }, expected, contents: (ids) => Object.fromEntries(changed(ids)) };
}

function withFields(before: object, fields: object): object {
  return Object.fromEntries(Object.entries({ ...before, ...fields }).filter(([, value]) => value !== null));
}

/** Names that stand for ids which the deployment gives: `?` and the number of the operation. */
function withIds(contents: Record<string, unknown>, ids: readonly (string | null)[]): Record<string, unknown> {
  const named = ({ id, ...item }: Item) => ({ ...item, id: id.startsWith('?') ? ids[Number(id.slice(1))] : id });
  return Object.fromEntries(
    Object.entries(contents).map(([name, content]) => [
      name,
      Array.isArray(content) ? content.map((item: Item) => named(item)) : content,
    ]),
  );
}

/** One list while operations of a call go over it. */
class ListEditing {
  readonly #section: ListSection;
  readonly #contents: Record<string, unknown>;
  #removed: Item[];

  constructor(section: ListSection, { sections, removed }: Point, contents: Record<string, unknown>) {
    this.#section = section;
    this.#contents = contents;
    contents[section] = [...sections[section]];
    const lately = removed.slice(-RESTORABLE).filter((one) => one.section === section);
    this.#removed = lately.map(({ item }) => item);
  }

  get items(): Item[] {
    return this.#contents[this.#section] as Item[];
  }

  operation(random: Random, mark: string, number: number): Record<string, unknown> {
    const { items } = this;
    // An id that the deployment gives is not known within the call.
    const known = items.filter(({ id }) => !id.startsWith('?'));
    if (known.length === 0) return this.#add(mark, random.integer(0, items.length + 1), number, random);
    const { id } = pick(random, known);
    switch (random.integer(0, 6)) {
      case 0:
        return this.#change(id, mark);
      case 1:
        return this.remove(items.findIndex((item) => item.id === id));
      case 2:
        return this.#move(id, random.integer(0, items.length));
      case 3:
        if (this.#removed.length > 0) return this.#restore();
    }
    return this.#add(mark, random.integer(0, items.length + 1), number, random);
  }

  #add(mark: string, at: number, number: number, random: Random): Record<string, unknown> {
    const isNamed = random.next() < 0.7;
    const { id, ...fields } = titled(this.#section, isNamed ? mark : `?${number}`, mark);
    this.items.splice(at, 0, { id, ...fields });
    return { op: 'add', item: isNamed ? { id, ...fields } : fields, at };
  }

  #change(id: string, mark: string): Record<string, unknown> {
    const fields = { [TITLES[this.#section]]: mark };
    this.#contents[this.#section] = this.items.map((item) => (item.id === id ? { ...item, ...fields } : item));
    return { op: 'change', id, fields };
  }

  #move(id: string, to: number): Record<string, unknown> {
    const from = this.items.findIndex((item) => item.id === id);
    const [item] = this.items.splice(from, 1) as [Item];
    this.items.splice(to, 0, item);
    return { op: 'move', id, to };
  }

  /** The first item that can be named, from `at` on. */
  remove(at: number): Record<string, unknown> {
    const place = Math.max(at, 0);
    const from = this.items.findIndex(({ id }, position) => position >= place && !id.startsWith('?'));
    const [item] = this.items.splice(from, 1) as [Item];
    this.#removed = [...this.#removed, item];
    return { op: 'remove', id: item.id };
  }

  #restore(): Record<string, unknown> {
    const item = this.#removed.pop()!;
    this.items.push(item);
    return { op: 'restore', id: item.id };
  }
}
