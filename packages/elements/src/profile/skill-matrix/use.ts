/**
 * The tools of readers of the matrix: the filter, the order and the keys. A chunk of its own, loaded when focus or the pointer
 * comes to its field or its grid: most readers only look.
 */
import { GridKeys } from './grid-keys.ts';
import { matching } from './matching.ts';
import { sorted } from './sorting.ts';

export type { GridEvent } from './grid-keys.ts';

export class Use extends GridKeys {
  readonly matching: typeof matching = matching;
  readonly sorted: typeof sorted = sorted;
}
