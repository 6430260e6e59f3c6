/** The values that selects offer, and their names where no table of words has them. */
import type { Localize } from '../../../localization/localize.ts';
import type { Choice, Choices } from '../../../writing/field.ts';
import { levelName } from '../../skill-level.ts';

/** By names that the browser knows in the reader's language. */
function named(type: Intl.DisplayNamesType, values: Choices['values']): Choices {
  return {
    values,
    label: (code, localize) =>
      localize.format(Intl.DisplayNames, { type, fallback: 'code' } as const).of(String(code)) ?? String(code),
  };
}

/** ISO 3166-1. */
export const countries = named('region', async () => (await import('@gigsy/schema/country-codes')).countryCodes());

/** ISO 4217. */
export const currencies = named('currency', async () => (await import('@gigsy/schema/currency-codes')).currencyCodes);

/** IANA. The browser has no names for cities, and does not count UTC among its zones. */
export const timeZones: Choices = {
  values: () => ['UTC', ...Intl.supportedValuesOf('timeZone')],
  label: (zone) => String(zone).replaceAll('_', ' '),
};

export const skillLevels: Choices = {
  values: () => [1, 2, 3, 4, 5],
  label: (level, localize) => levelName(Number(level), localize),
  inOrder: true,
};

/** The words that cards have for a state of availability. */
export const availability: Choices = {
  values: () => ['open', 'limited', 'closed'],
  label: (state, { table }: Localize) => table[state as 'open' | 'limited' | 'closed'] ?? String(state),
  inOrder: true,
};

/** In this order, by names among the words of the field; a value without one is its own name. */
export function listed(...values: readonly Choice[]): Choices {
  return { values: () => values, inOrder: true };
}
