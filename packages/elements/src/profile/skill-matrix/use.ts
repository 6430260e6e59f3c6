/**
 * What readers use the matrix with: the filter, the order and the keys. A chunk of its own, loaded when focus or the pointer
 * comes to its field or its grid: most readers only look.
 */
export { type GridEvent, GridKeys } from './grid-keys.ts';
export { matching } from './matching.ts';
export { sorted } from './sorting.ts';
