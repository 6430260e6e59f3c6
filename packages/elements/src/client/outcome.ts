/** The words for calls that were refused or broke. */
import { isGigsyError } from '@gigsy/sdk/resource-reader';
import type { ClientWords } from './terms.ts';

/** Words for all outcomes: those of elements with a client, and the one that every element has. */
export type OutcomeWords = Pick<ClientWords, 'failed' | 'expired' | 'busy'> & { readonly offline: string };

/** The sentence on a call that failed; each element tells what it knows better itself. */
export function outcomeOf(error: unknown): (said: OutcomeWords) => string {
  if (isGigsyError(error, 'offline') || isGigsyError(error, 'timeout')) return ({ offline }) => offline;
  if (isGigsyError(error, 'unauthenticated')) return ({ expired }) => expired;
  if (isGigsyError(error, 'rate_limited')) return ({ busy }) => busy;
  return ({ failed }) => failed;
}
