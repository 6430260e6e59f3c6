/** A section of the person's own profile as something to edit. */
import { MAX_OPERATIONS } from '@gigsy/schema/rules';
import type { Gigsy } from '@gigsy/sdk';
import { type FieldValue, isRecord, same } from '../../writing/field.ts';
import type { Change, Store, Stored } from '../../writing/store.ts';
import type { SectionName } from './terms.ts';
import { type Operation, operationsBetween, placeOfOperation } from './operations.ts';

/** The person's own profile, with how far its picture is. */
export type Mine = NonNullable<Awaited<ReturnType<Gigsy['profile']['mine']>>>;

/** `seen` hears of each profile that is read. */
export function sectionStore(client: Gigsy, section: SectionName, seen?: (mine: Mine) => void): Store {
  const { profile, url } = client;
  const storedOf = (mine: Mine | null): Stored | null => {
    if (mine) seen?.(mine);
    // A deployment may be older than the section.
    return mine && section in mine.sections
      ? { value: mine.sections[section], version: mine.versions[section], person: mine.handle }
      : null;
  };
  return {
    deployment: url,
    read: async (signal) => {
      const mine = await mineOf(client);
      signal.throwIfAborted();
      return storedOf(mine);
    },
    async write(change, expected, idempotencyKey) {
      const call = { expected: { [section]: expected }, idempotencyKey };
      const operations = operationsOf(section, change);
      const { versions } = operations
        ? await profile.edit({ ...call, operations })
        : await profile.update({ ...call, changes: { [section]: written(change) } });
      return versions[section];
    },
    placeOf: (path, change) => {
      if (path.startsWith('operations.')) return placeOfOperation(path, change);
      const prefix = `changes.${section}.`;
      return path.startsWith(prefix) ? placeIn(change.after, path.slice(prefix.length)) : '';
    },
    watch({ next, error, signal }) {
      profile.watchMine({}, { next: (mine) => next(storedOf(mine)), error, signal });
    },
  };
}

/** Readings that have begun in this turn. */
const begun = new WeakMap<Gigsy, Promise<Mine | null>>();

/** The sections of an editor ask in one turn, and get one answer. A later turn reads anew. */
function mineOf(client: Gigsy): Promise<Mine | null> {
  const known = begun.get(client);
  if (known) return known;
  const reading = client.profile.mine({});
  begun.set(client, reading);
  queueMicrotask(() => begun.delete(client));
  return reading;
}

/** A list is edited item by item, so that little is read and written. Undefined for an object, and for very many changes. */
function operationsOf(section: SectionName, change: Change): Operation[] | undefined {
  if (!Array.isArray(change.after)) return undefined;
  const operations = operationsBetween(section, change);
  return operations.length > 0 && operations.length <= MAX_OPERATIONS ? operations : undefined;
}

/** A list whole; of an object the members that change, null for one that is to go. */
function written({ before, after }: Change): unknown {
  if (Array.isArray(after)) return after;
  const [old, wanted] = [before, after] as Record<string, FieldValue>[];
  const names = Object.keys({ ...old, ...wanted }).filter((name) => !same(old![name], wanted![name]));
  return Object.fromEntries(names.map((name) => [name, wanted![name] ?? null]));
}

/** `3.name` in a list as the id of its item and the member. */
function placeIn(value: object, path: string): string {
  if (!Array.isArray(value)) return path;
  const [index = '', ...member] = path.split('.');
  const item: unknown = value[Number(index)];
  return isRecord(item) && typeof item.id === 'string' ? [item.id, ...member].join('.') : '';
}
