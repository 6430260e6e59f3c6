/** The operations domain. */
export * from './contract.ts';
export * from './partners.ts';
export * from './sessions.ts';
