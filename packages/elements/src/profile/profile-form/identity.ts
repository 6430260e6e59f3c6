/** The fields of the section `identity`, with the limits of the contract (a test compares them). */
import type { Choices, Field } from '../../writing/field.ts';
import type { IdentityField } from './terms.ts';

/** ISO 3166-1 countries, by their names in the reader's language. */
const countries: Choices = {
  values: async () => (await import('@gigsy/schema/country-codes')).countryCodes(),
  label: (code, localize) => localize.format(Intl.DisplayNames, { type: 'region', fallback: 'code' }).of(code) ?? code,
};

export const identityFields = [
  { name: 'displayName', kind: 'text', required: true, max: 120, autocomplete: 'name' },
  { name: 'headline', kind: 'line', max: 200 },
  { name: 'pronouns', kind: 'text', max: 40 },
  { name: 'location.city', kind: 'text', max: 100, autocomplete: 'address-level2' },
  { name: 'location.region', kind: 'text', max: 100, autocomplete: 'address-level1' },
  { name: 'location.countryCode', kind: 'select', choices: countries, autocomplete: 'country' },
  { name: 'avatarUrl', kind: 'url', max: 2048, autocomplete: 'photo' },
] as const satisfies readonly (Field & { name: IdentityField })[];
