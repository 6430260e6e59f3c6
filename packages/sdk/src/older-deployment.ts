/**
 * Reads from a deployment that is older than the route of resources and answers it with 404. Profiles are all that such
 * a deployment has for pages, one by one and whole.
 */
import { GigsyError } from './errors.ts';
import { readProfile } from './profile-route.ts';
import type { ReaderOptions } from './site.ts';

/** Answers as the route would to `asks`, each a part of an address: each value is a promise. */
export function answersOf(
  options: ReaderOptions,
  name: string,
  asks: readonly string[],
): { answers: { value: Promise<unknown> }[] } {
  return { answers: asks.map((ask) => ({ value: answerOf(options, name, new URLSearchParams(ask).get('handle')) })) };
}

function answerOf(options: ReaderOptions, name: string, handle: string | null): Promise<unknown> {
  if (name === 'profile.get' && handle) return readProfile(options, handle);
  return Promise.reject(new GigsyError('not_found', `This deployment does not answer ${name}.`));
}
