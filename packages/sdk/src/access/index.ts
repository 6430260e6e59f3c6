/** Reading non-public fields of others, for a purpose that they are told: `@gigsy/sdk/access`. */
export {
  type AccessClient,
  type AccessEnd,
  type AccessObserver,
  type AskedAccess,
  followAccess,
} from './followed-access.ts';
export { type AccessSource, type AccessState, type AccessTerms, accessSource } from './access-source.ts';
