/** Whether something that expires still holds. */
import type { Localize } from '../localization/localize.ts';
import { partialDate } from '../localization/partial-date.ts';
import { words } from './words.ts';

export interface Validity {
  /** Until when it holds, or since when it does not, in the reader's language; empty for values that are no date. */
  said: string;
  expired: boolean;
}

/**
 * Something holds for the whole of the day, month or year that it names, in UTC, by the clock of the browser or the server
 * that renders, as certificates of a profile do.
 */
export function validity(expires: unknown, localize: Localize): Validity {
  const date = partialDate(expires, localize);
  if (!date) return { said: '', expired: false };
  const last = expires as string;
  const expired = last < new Date().toJSON().slice(0, last.length);
  return { said: localize.terms(words)[expired ? 'expired' : 'validUntil'](date), expired };
}
