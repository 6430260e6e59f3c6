/** The trust domain's part of the contract. */
export * from './contract.ts';
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
export * from './reputation/document.ts';
export * from './reputation/standing.ts';
export { thresholdOf } from './reputation/threshold.ts';
export { type VoteKind, voteKinds } from './reputation/votes.ts';
export * from './reviews/document.ts';
export * from './reviews/states.ts';
