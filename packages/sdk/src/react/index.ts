/** React hooks for Gigsy's client, for React 18 and newer: `@gigsy/sdk/react`. */
export { GigsyClient, type GigsyClientProps, dehydrate, preload, useGigsy } from './client.ts';
export type { DehydratedAnswers } from './cache.ts';
export { type Mutation, type MutationState, useMutation } from './mutation.ts';
export { type MyProfileHook, useMyProfile } from './my-profile.ts';
export type { MutationArgs, MutationName, MutationResult, QueryArgs, QueryName, QueryResult } from './names.ts';
export { type AnsweredState, type QueryOptions, type QueryState, useProfile, useQuery } from './query.ts';
