/** Whether something that expires still holds. */
import type { Localize } from '../localization/localize.ts';
import { partialDate } from '../localization/partial-date.ts';
import { words } from './words.ts';

export interface Validity {
  /** Until when it holds, or since when it does not, in the reader's language; empty for values that are no date. */
  words: string;
  expired: boolean;
}

/**
 * Partial dates of one form are in the order of their letters. Something holds for the whole of the day, month or year that it
 * names. Nobody says in which place it expires, so the day is the one in UTC, by the clock of the browser or the server that
 * renders.
 */
export function validity(expires: unknown, localize: Localize): Validity {
  const date = partialDate(expires, localize);
  if (!date) return { words: '', expired: false };
  const {
    validUntil = (written: string) => `Valid until ${written}`,
    expired: ended = (written: string) => `Expired (${written})`,
  } = localize.terms(words);
  const last = expires as string;
  const expired = last < new Date().toJSON().slice(0, last.length);
  return { words: (expired ? ended : validUntil)(date), expired };
}
