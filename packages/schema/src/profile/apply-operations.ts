/** How operations apply: pure, so that rows, snapshot and views are made of one result. */
import type { FieldError } from '../contract/errors.ts';
import type { FieldCode } from '../contract/rules/field-codes.ts';
import { patched } from './with-changes.ts';
import type { Sections } from './document.ts';
import type { AddOperation, ChangeOperation, ItemOperation, MoveOperation, Operation } from './operations.ts';
import { type ListSection, listSections } from './sections.ts';

type Item = Sections[ListSection][number];

export interface Applied {
  /** The same object for a section that no operation touched. */
  sections: Sections;
  /** For each operation the id of its item; null for one on an object section. */
  ids: (string | null)[];
  /** Faults that only the stored profile shows, such as an id that is not in its list. Empty, or the rest is worthless. */
  faults: FieldError[];
}

interface Resources {
  /** Names items that come without an id. */
  newId: () => string;
  /** The item that `restore` brings back; undefined if there is none. */
  removed: (section: ListSection, id: string) => Item | undefined;
}

/** The sections after all operations. The operations have passed the contract. */
export function applyOperations(sections: Sections, operations: readonly Operation[], resources: Resources): Applied {
  const editing = new Editing(sections, resources);
  const ids = operations.map((operation, at) => editing.apply(operation, `operations.${at}`));
  return { sections: editing.sections, ids, faults: editing.faults };
}

class Editing {
  readonly #resources: Resources;
  /** Items that this call has removed, by section and id: a later operation may restore them. */
  readonly #removed = new Map<string, Item>();
  readonly faults: FieldError[] = [];
  sections: Sections;

  constructor(sections: Sections, resources: Resources) {
    this.sections = sections;
    this.#resources = resources;
  }

  /** Returns the id of the operation's item. */
  apply(operation: Operation, path: string): string | null {
    switch (operation.op) {
      case 'set': {
        const { section, fields } = operation;
        this.sections = { ...this.sections, [section]: patched(this.sections[section], fields) };
        return null;
      }
      case 'add':
        return this.#add(operation, path);
      case 'change':
        return this.#change(operation, path);
      case 'move':
        return this.#move(operation, path);
      case 'remove':
        return this.#remove(operation, path);
      case 'restore':
        return this.#restore(operation, path);
    }
  }

  #add({ section, item, at }: AddOperation, path: string): string {
    const list = this.#list(section);
    const id = item.id ?? this.#resources.newId();
    if (list.some((other) => other.id === id))
      this.#fault(`${path}.item.id`, 'not_unique', 'must be unique in its list');
    if (at !== undefined && at > list.length) this.#fault(`${path}.at`, 'out_of_range', `must be 0 to ${list.length}`);
    this.#insert(section, { ...item, id } as Item, at ?? list.length, path);
    return id;
  }

  #change({ section, id, fields }: ChangeOperation, path: string): string {
    const place = this.#placeOf(section, id, path);
    if (place < 0) return id;
    const list = this.#list(section);
    this.#replace(section, list.with(place, patched(list[place]!, fields) as Item));
    return id;
  }

  #move({ section, id, to }: MoveOperation, path: string): string {
    const place = this.#placeOf(section, id, path);
    if (place < 0) return id;
    const list = this.#list(section);
    if (to >= list.length) this.#fault(`${path}.to`, 'out_of_range', `must be 0 to ${list.length - 1}`);
    this.#replace(section, list.toSpliced(place, 1).toSpliced(to, 0, list[place]!));
    return id;
  }

  #remove({ section, id }: ItemOperation, path: string): string {
    const place = this.#placeOf(section, id, path);
    if (place < 0) return id;
    const list = this.#list(section);
    this.#removed.set(`${section} ${id}`, list[place]!);
    this.#replace(section, list.toSpliced(place, 1));
    return id;
  }

  #restore({ section, id }: ItemOperation, path: string): string {
    const list = this.#list(section);
    const item = this.#removed.get(`${section} ${id}`) ?? this.#resources.removed(section, id);
    if (list.some((other) => other.id === id)) this.#fault(`${path}.id`, 'not_unique', 'is in its list already');
    else if (!item) this.#fault(`${path}.id`, 'not_found', 'is none of the items that can be restored');
    else this.#insert(section, item, list.length, path);
    return id;
  }

  #insert(section: ListSection, item: Item, at: number, path: string): void {
    const list = this.#list(section);
    const { max } = listSections[section];
    if (list.length >= max) this.#fault(path, 'too_many', `would make the list longer than ${max} entries`);
    this.#replace(section, list.toSpliced(at, 0, item));
  }

  /** -1, with a fault, if no item of the list has the id. */
  #placeOf(section: ListSection, id: string, path: string): number {
    const place = this.#list(section).findIndex((item) => item.id === id);
    if (place < 0) this.#fault(`${path}.id`, 'not_found', 'is not in the list');
    return place;
  }

  #list(section: ListSection): Item[] {
    return this.sections[section];
  }

  #replace(section: ListSection, list: Item[]): void {
    this.sections = { ...this.sections, [section]: list };
  }

  #fault(path: string, code: FieldCode, message: string): void {
    this.faults.push({ path, code, message });
  }
}
