/** The reputation index: pure rules, free of zod. */
export * from './constants.ts';
export { type Explanation, type ReputationPart, type ReputationStep, reputationSteps } from './explanation.ts';
export { type Evidence, type Opinion, opinionOf } from './opinion.ts';
export { Reputation, type ReputationOptions } from './reputation.ts';
export { RESIDUAL } from './trust-walk.ts';
export * from './votes.ts';
