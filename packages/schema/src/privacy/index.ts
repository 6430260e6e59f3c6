/** The privacy domain. */
export * from './access.ts';
export * from './access-contract.ts';
export * from './audit-contract.ts';
export * from './contract.ts';
export * from './events.ts';
export * from './exports.ts';
export * from './lease-fields.ts';
export * from './matrix.ts';
export * from './project.ts';
export type { MatrixRow } from './row.ts';
export * from './sealing.ts';
export * from './verify-log.ts';
export * from './visibility.ts';
