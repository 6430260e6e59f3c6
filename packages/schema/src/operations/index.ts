/** The operations domain. */
export * from './contract.ts';
export * from './cutover.ts';
export * from './flag-rules.ts';
export * from './flags.ts';
export * from './partners.ts';
export * from './retention.ts';
export * from './sessions.ts';
