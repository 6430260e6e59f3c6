/** The operations of `profile.edit` that a change of a list is sent as, and the way back from their faults. */
import { type ListOperation, operationsBetween as between } from '@gigsy/schema/rules';
import type { Gigsy } from '@gigsy/sdk';
import { type Item, itemsOf } from '../../writing/shape.ts';
import type { Change } from '../../writing/store.ts';
import type { SectionName } from './terms.ts';

export type Operation = Parameters<Gigsy['profile']['edit']>[0]['operations'][number];

/** In the order in which they apply. */
export function operationsBetween(section: SectionName, change: Change): Operation[] {
  return itemOperations(change).map((operation) => ({ ...operation, section }) as Operation);
}

/** The place in the list that the path of a fault in `operations` means; empty if it means none. */
export function placeOfOperation(path: string, change: Change): string {
  const [, index = '', , ...member] = path.split('.');
  const operation = itemOperations(change)[Number(index)];
  if (!operation) return '';
  return [operation.op === 'add' ? operation.item.id : operation.id, ...member].join('.');
}

function itemOperations({ before, after }: Change): ListOperation<Item>[] {
  return between(itemsOf(before), itemsOf(after));
}
