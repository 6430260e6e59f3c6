/** Checks that a credential counts now. */
import { type VerifiableCredential, proofSchema } from '@gigsy/schema';
import { type Check, failed, ok } from './check.ts';

/** `now`: Unix milliseconds. */
export function checkDates({ validFrom, validUntil, proof }: VerifiableCredential, now: number): Check {
  const created = proofSchema.safeParse(proof).data?.created;
  if (validFrom !== undefined && Date.parse(validFrom) > now)
    return failed('dates', `It is not valid before ${validFrom}.`);
  if (validUntil !== undefined && Date.parse(validUntil) < now) return failed('dates', `It expired at ${validUntil}.`);
  if (created !== undefined && Date.parse(created) > now + CLOCKS_APART_MS)
    return failed('dates', `It was signed at ${created}, which is to come.`);
  return ok('dates', validUntil === undefined ? 'It is valid, and does not expire.' : `It is valid until ${validUntil}.`);
}

/** The clocks of two machines may differ by this much, in milliseconds. */
const CLOCKS_APART_MS = 5 * 60_000;
