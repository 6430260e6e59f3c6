/** The reputation index as pure rules. */
export * from './acts.ts';
export { MAX_ACTS, MAX_PEOPLE, type ReputationErrorCode, ReputationInputError } from './input.ts';
export * from './reputation.ts';
export { RESTART } from './trust-walk.ts';
