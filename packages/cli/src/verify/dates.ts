/** Checks that a credential counts now. */
import { type VerifiableCredential, proofSchema } from '@gigsy/schema';
import { type Check, failed, ok } from './check.ts';

/** The clocks of two machines may differ by this much, in milliseconds. */
const CLOCKS_APART_MS = 5 * 60_000;

/** `now`: Unix milliseconds. */
export function checkDates({ validFrom, validUntil, proof }: VerifiableCredential, now: number): Check {
  const created = proofSchema.safeParse(proof).data?.created;
  const isToCome = (time: string | undefined) => time !== undefined && Date.parse(time) > now + CLOCKS_APART_MS;
  if (isToCome(validFrom)) return failed('dates', `It is not valid before ${validFrom}.`);
  if (validUntil !== undefined && Date.parse(validUntil) < now) return failed('dates', `It expired at ${validUntil}.`);
  if (isToCome(created)) return failed('dates', `It was signed at ${created}, which is to come.`);
  return ok(
    'dates',
    validUntil === undefined ? 'It is valid, and does not expire.' : `It is valid until ${validUntil}.`,
  );
}
