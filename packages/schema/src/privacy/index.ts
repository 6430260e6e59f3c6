/** The privacy domain. */
export * from './contract.ts';
export * from './events.ts';
export * from './exports.ts';
export * from './matrix.ts';
export * from './project.ts';
export type { MatrixRow } from './row.ts';
export * from './visibility.ts';
