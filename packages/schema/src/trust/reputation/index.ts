/** The reputation index as pure rules. */
export * from './acts.ts';
export * from './reputation.ts';
export { RESTART } from './trust-walk.ts';
