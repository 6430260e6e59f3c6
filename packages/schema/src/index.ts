/** Gigsy's contracts and pure rules. Knows no Convex, no DOM, no network. */
export * from './catalog.ts';
export * from './contract.ts';
export * from './contract/index.ts';
export * from './events/index.ts';
export * from './inbound.ts';
export { leasedParts } from './leased.ts';
export * from './matrix.ts';
export * from './operations/index.ts';
export * from './portfolio/index.ts';
export * from './trust/index.ts';
export * from './privacy/index.ts';
export * from './profile/index.ts';
export * from './relations.ts';
export * from './retention.ts';
