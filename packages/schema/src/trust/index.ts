/** The trust domain's part of the contract. */
export * from './contract.ts';
export * from './credentials/index.ts';
export * from './document.ts';
export * from './events.ts';
export * from './leased.ts';
export * from './matrix.ts';
export * from './project.ts';
export * from './retention.ts';
export * from './verification/codes.ts';
export * from './verification/levels.ts';
export * from './verification/states.ts';
export * from './verification/subject.ts';
