/** The trust domain's part of the contract. */
export * from './contract.ts';
export * from './document.ts';
export * from './endorsements/document.ts';
export * from './endorsements/project.ts';
export * from './endorsements/requests.ts';
export * from './endorsements/states.ts';
export * from './endorsements/weight.ts';
export * from './events.ts';
export * from './matrix.ts';
export * from './project.ts';
export * from './retention.ts';
export * from './verification/codes.ts';
export * from './verification/levels.ts';
export * from './verification/states.ts';
export * from './verification/subject.ts';
