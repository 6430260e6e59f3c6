/** Holds every row of a stopped deployment's profiles against the soak's own account, past all functions. */
import { type ListSection, canonicalJson, listSectionNames, objectSectionNames } from '@gigsy/schema';
import { Store } from '../../../packages/local/src/store/store.ts';
import type { Person } from './person.ts';

type Row = Record<string, unknown> & { _id: string };
type ItemRow = Row & { profileId: string; id: string; order: number };

const tableOf = (section: ListSection) => `profile${section[0]!.toUpperCase()}${section.slice(1)}`;

/** Reports each breach with its person. Returns the number of rows that were looked at. */
export function checkStored(dataDir: string, people: readonly Person[]): number {
  const store = new Store(dataDir);
  try {
    return new StoredCheck(store, people).run();
  } finally {
    store.close();
  }
}

class StoredCheck {
  readonly #store: Store;
  readonly #people: ReadonlyMap<string, Person>;
  #rows = 0;

  constructor(store: Store, people: readonly Person[]) {
    this.#store = store;
    this.#people = new Map(people.map((person) => [person.handle, person]));
  }

  run(): number {
    const items = new Map(
      listSectionNames.filter((name) => name !== 'links').map((section) => [section, this.#items(section)]),
    );
    const handles = byProfile(this.#all('profileHandles'));
    const snapshots = new Map([...this.#all('users')].map(({ _id, profile }) => [_id, profile]));
    const found = new Set<Person>();
    for (const row of this.#all('profiles')) {
      const person = this.#people.get(row.handle as string);
      if (!person) continue;
      if (found.has(person)) person.report('two profiles have the handle');
      found.add(person);
      this.#checkRows(person, row, items);
      this.#checkHandles(person, handles.get(row._id) ?? []);
      if (snapshots.get(row.userId as string) !== undefined) person.report('the snapshot is still there');
    }
    for (const person of this.#people.values()) if (!found.has(person)) person.report('the profile is not stored');
    return this.#rows;
  }

  #checkRows(person: Person, row: Row, items: ReadonlyMap<ListSection, Map<string, ItemRow[]>>): void {
    const sections: Record<string, unknown> = { links: row.links };
    for (const name of objectSectionNames) sections[name] = row[name] ?? {};
    for (const [section, owned] of items) {
      const rows = (owned.get(row._id) ?? []).toSorted((a, b) => a.order - b.order);
      if (new Set(rows.map(({ id }) => id)).size < rows.length) person.report(`doubled items in ${section}`);
      sections[section] = rows.map(({ _id, _creationTime, profileId, order, ...item }) => item);
    }
    if (canonicalJson([sections, row.settings]) !== person.tip.whole) person.report('the rows are not the last write');
    if (!person.tip.isVersion(row.versions as never)) person.report('the versions are not those of the last write');
  }

  #checkHandles(person: Person, rows: readonly Row[]): void {
    const stated = rows.map(({ handle, state }) => `${handle as string} ${state as string}`).sort();
    const former = [...new Set(person.handles)].filter((handle) => handle !== person.handle);
    const wanted = [`${person.handle} current`, ...former.map((handle) => `${handle} leading`)].sort();
    if (stated.join() !== wanted.join()) person.report(`handles are stored as ${stated.join()}`);
  }

  #items(section: ListSection): Map<string, ItemRow[]> {
    return byProfile(this.#all(tableOf(section)) as Iterable<ItemRow>);
  }

  *#all(table: string): Iterable<Row> {
    const info = this.#store.catalog.find('', table);
    if (!info) return;
    for (const { body } of this.#store.writer.database.prepare(`SELECT body FROM d_${info.number}`).iterate()) {
      this.#rows += 1;
      yield JSON.parse(body as string) as Row;
    }
  }
}

function byProfile<R extends Row>(rows: Iterable<R>): Map<string, R[]> {
  const grouped = new Map<string, R[]>();
  for (const row of rows) {
    const owner = row.profileId as string;
    grouped.set(owner, [...(grouped.get(owner) ?? []), row]);
  }
  return grouped;
}
