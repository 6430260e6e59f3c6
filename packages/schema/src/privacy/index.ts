/** The privacy domain. */
export * from './changes.ts';
export * from './contract.ts';
export * from './events.ts';
export * from './explain.ts';
export * from './grants.ts';
export * from './matrix.ts';
export * from './policy.ts';
export * from './presets.ts';
export * from './project.ts';
export type { MatrixRow } from './row.ts';
export * from './schedule.ts';
export * from './shown-as.ts';
export * from './visibility.ts';
