/**
 * A profile in memory, edited in the plainest way: the measure for the backend in edit-model.test.ts. It shares no code with
 * it.
 */

export interface Item {
  id: string;
  [field: string]: unknown;
}
type Fields = Record<string, unknown>;

/** Lists of this model, in the order of the contract, and their bounds. */
export const lists: Record<string, number> = { skills: 200, awards: 30, languages: 30, links: 20 };

export type Step = {
  op: 'set' | 'add' | 'change' | 'remove' | 'move' | 'restore' | 'replace';
  section: string;
  id: string;
  /** A place in a list. */
  at: number | undefined;
  fields: Fields;
  /** Of `replace` alone: the ids of the whole list. */
  ids: string[];
};

export class Model {
  objects: Record<string, Fields>;
  items: Record<string, Item[]>;
  versions: Record<string, number>;
  /** The last removed first. */
  removed: { section: string; item: Item }[] = [];

  constructor(objects: Record<string, Fields>, versions: Record<string, number>) {
    this.objects = objects;
    this.items = Object.fromEntries(Object.keys(lists).map((section) => [section, []]));
    this.versions = versions;
  }

  /** The code with which the backend must refuse the steps; undefined if it must do them, as this model then has. */
  apply(steps: readonly Step[], expected: Record<string, number>): string | undefined {
    if (Object.entries(expected).some(([section, version]) => this.versions[section] !== version))
      return 'version_conflict';
    const draft = structuredClone({ objects: this.objects, items: this.items });
    const gone: { section: string; item: Item }[] = [];
    // A step that cannot be done is passed over, and the others show whether they can be.
    if (steps.map((step) => this.#do(draft, gone, step)).includes(false)) return 'invalid_argument';
    this.#keep(draft);
    return undefined;
  }

  #do(draft: Pick<Model, 'objects' | 'items'>, gone: Model['removed'], step: Step): boolean {
    const { op, section, id, at, fields } = step;
    if (op === 'set') {
      draft.objects[section] = without({ ...draft.objects[section], ...fields });
      return true;
    }
    const list = draft.items[section]!;
    const place = list.findIndex((item) => item.id === id);
    switch (op) {
      case 'replace':
        draft.items[section] = step.ids.map((each) => without({ ...fields, id: each }) as Item);
        return true;
      case 'add':
        if (place >= 0 || list.length >= lists[section]! || (at ?? 0) > list.length) return false;
        list.splice(at ?? list.length, 0, without({ ...fields, id }) as Item);
        return true;
      case 'change':
        if (place >= 0) list[place] = without({ ...list[place], ...fields }) as Item;
        return place >= 0;
      case 'remove':
        if (place >= 0) gone.unshift({ section, item: list.splice(place, 1)[0]! });
        return place >= 0;
      case 'move':
        if (place >= 0 && at! < list.length) list.splice(at!, 0, list.splice(place, 1)[0]!);
        return place >= 0 && at! < list.length;
      case 'restore': {
        const found = [...gone, ...this.removed].find((one) => one.section === section && one.item.id === id);
        if (place >= 0 || !found || list.length >= lists[section]!) return false;
        list.push(structuredClone(found.item));
        return true;
      }
    }
  }

  #keep(draft: Pick<Model, 'objects' | 'items'>): void {
    for (const section of Object.keys(draft.objects))
      this.#count(section, this.objects[section], draft.objects[section]);
    for (const section of Object.keys(lists)) {
      const [before, after] = [this.items[section]!, draft.items[section]!];
      this.#count(section, before, after);
      const has = (list: Item[], id: string) => list.some((item) => item.id === id);
      this.removed = this.removed.filter((one) => one.section !== section || !has(after, one.item.id));
      for (const item of before) if (!has(after, item.id)) this.removed.unshift({ section, item });
    }
    this.objects = draft.objects;
    this.items = draft.items;
  }

  #count(section: string, before: unknown, after: unknown): void {
    if (sorted(before) !== sorted(after)) this.versions[section]! += 1;
  }
}

function without(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

/** JSON with the keys of objects in order. */
export function sorted(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
