/** The typed client of Gigsy. Start with `createGigsy`. */
export { createGigsy, type Gigsy, type GigsyOptions } from './client.ts';
export { embedAuth, type EmbedAuthOptions } from './embed-auth.ts';
export { profileSource } from './profile-source.ts';
export { resourceSource } from './client-resources.ts';
export { GigsyError, isGigsyError, type GigsyErrorDetails } from './errors.ts';
export type { Auth } from './auth.ts';
export type { ProfileSource } from './reader.ts';
export type { ReadArgs, ReadName, ReadOptions, ReadResult, ResourceSource } from './resource-source.ts';
export type { FailedAttempt } from './http/retry.ts';
export type { CallOptions, Resources, WatchObserver, WatchOptions } from './resources.ts';
export type { Conflict, ErrorCode, FieldError, OwnProfile, ProfileView } from '@gigsy/schema';
