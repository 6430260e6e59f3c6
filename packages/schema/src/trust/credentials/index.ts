/** Verifiable credentials: pure rules, shapes and addresses. */
export * from './badge.ts';
export * from './claims.ts';
export * from './compact.ts';
export * from './contexts.ts';
export * from './contract.ts';
export * from './credential.ts';
export * from './issuer.ts';
export * from './issuing.ts';
export * from './shapes.ts';
export * from './states.ts';
export * from './status.ts';
