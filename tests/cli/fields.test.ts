/** Values of `gigsy set`, from what people type. */
import { describe, expect, test } from 'vitest';
import { findField, readValue } from '../../packages/cli/src/fields.ts';

test.each([
  ['country', 'Austria', 'AT'],
  ['country', 'at', 'AT'],
  ['country', 'GBR', 'GB'],
  ['countryCode', 'KE', 'KE'],
  ['email', 'jörg@ahlers-büro.example', 'jörg@ahlers-büro.example'],
  ['name', 'กู้เกียรติ', 'กู้เกียรติ'],
  ['hoursPerWeek', '12', 12],
  ['remote', 'true', true],
  ['headline', '12', '12'],
])('%s takes %j as %j', (field, text, value) => expect(readValue(findField(field), text)).toBe(value));

describe('a refusal has plain words', () => {
  test.each([
    [
      'country',
      'ZZ',
      'identity.location.countryCode must be the two-letter code of a country that exists, such as AT.',
    ],
    ['country', 'Atlantis', /country that exists/],
    ['country', 'EU', /country that exists/],
    ['name', '\u200b \u3164', 'identity.displayName must not be empty.'],
    ['headline', '\u2800', 'identity.headline must not be empty.'],
    ['city', '\u00ad', 'identity.location.city must not be empty.'],
    ['name', `Z${'\u0301'.repeat(20)}`, 'identity.displayName must not have more than 5 marks on one letter.'],
    ['headline', 'a\u2028b', 'identity.headline must be one line.'],
    ['hoursPerWeek', 'many', 'availability.hoursPerWeek must be a number.'],
    ['remote', 'perhaps', 'availability.remote must be true or false.'],
    ['availability', 'x', /must be/],
    ['email', 'a b@c.example', 'contact.email must be an e-mail address.'],
    ['from', '2021-06-31', /must be a date/],
  ])('%s %j', (field, text, message) => {
    expect(() => readValue(findField(field), text)).toThrow(message);
    expect(() => readValue(findField(field), text)).not.toThrow(/invalid|expected|received/i);
  });
});
