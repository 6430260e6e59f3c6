/** The trust domain's part of the contract. */
export * from './contract.ts';
export * from './document.ts';
export * from './events.ts';
export * from './leased.ts';
export * from './matrix.ts';
export * from './moderation/cues.ts';
export * from './moderation/documents.ts';
export * from './moderation/states.ts';
export * from './moderation/terms.ts';
export * from './project.ts';
export * from './retention.ts';
export * from './verification/codes.ts';
export * from './verification/levels.ts';
export * from './verification/states.ts';
export * from './verification/subject.ts';
