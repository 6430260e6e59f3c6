/** Dates that name a year, a month or a day, written in the reader's language no finer than they were given. */
import type { Localize } from './localize.ts';

/** `2027`, `2027-05` or `2027-05-17`, as words; empty for anything else. */
export function partialDate(value: unknown, localize: Localize, month: 'long' | 'short' = 'long'): string {
  if (typeof value !== 'string' || !/^\d{4}(-\d\d){0,2}$/.test(value)) return '';
  const date = new Date(value);
  // Some browsers read the 31st of June as a day of July.
  if (!date.toJSON()?.startsWith(value)) return '';
  const options: Intl.DateTimeFormatOptions = {
    /** Others would need days to convert a month. */
    calendar: 'gregory',
    timeZone: 'UTC',
    year: 'numeric',
    ...(value.length > 4 && { month }),
    ...(value.length > 7 && { day: 'numeric' }),
  };
  return localize.format(Intl.DateTimeFormat, options).format(date);
}
