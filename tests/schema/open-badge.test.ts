/** Badges as Open Badges 3.0 documents. */
import { openBadgeOf } from '@gigsy/schema';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';

describe('a badge as Open Badges 3.0', () => {
  /** The members that the specification demands of an AchievementCredential, as JSON Schema. */
  const types = (name: string) => ({ type: 'array', contains: { const: name }, items: { type: 'string' } });
  const uri = { type: 'string', format: 'uri' };
  const dateTime = { type: 'string', format: 'date-time' };
  const credential = {
    type: 'object',
    required: ['@context', 'id', 'type', 'credentialSubject', 'issuer', 'validFrom'],
    properties: {
      '@context': {
        type: 'array',
        prefixItems: [
          { const: 'https://www.w3.org/ns/credentials/v2' },
          { type: 'string', pattern: '^https://purl\\.imsglobal\\.org/spec/ob/v3p0/context-3\\.\\d\\.\\d\\.json$' },
        ],
        minItems: 2,
      },
      id: uri,
      type: { allOf: [types('VerifiableCredential'), types('OpenBadgeCredential')] },
      name: { type: 'string' },
      issuer: {
        type: 'object',
        required: ['id', 'type'],
        properties: { id: uri, type: types('Profile'), name: { type: 'string' }, url: uri },
      },
      validFrom: dateTime,
      validUntil: dateTime,
      credentialSubject: {
        type: 'object',
        required: ['type', 'achievement'],
        anyOf: [{ required: ['id'] }, { required: ['identifier'] }],
        properties: {
          id: uri,
          type: types('AchievementSubject'),
          achievement: {
            type: 'object',
            required: ['id', 'type', 'criteria', 'description', 'name'],
            properties: {
              id: uri,
              type: types('Achievement'),
              name: { type: 'string', minLength: 1 },
              description: { type: 'string', minLength: 1 },
              criteria: { type: 'object', minProperties: 1, properties: { id: uri, narrative: { type: 'string' } } },
            },
          },
        },
      },
      evidence: {
        type: 'array',
        items: { type: 'object', required: ['type'], properties: { id: uri, type: types('Evidence') } },
      },
    },
  };
  const ajv = new Ajv2020({ strict: false });
  ajv.addFormat('uri', (value: string) => URL.canParse(value));
  ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  const check = ajv.compile(credential);
  const place = { address: 'https://site.example/v1/badges/ada/x', profile: 'https://site.example/v1/profiles/ada' };

  test.each([
    [
      'all that an issuer may tell',
      {
        description: 'For lamps',
        criteria: 'https://courses.example/b',
        expiresOn: '2030-04',
        evidence: ['https://courses.example/e'],
      },
    ],
    ['the least', { issuer: { name: 'A school' } }],
  ])('has the shape of the specification with %s', (_, more) => {
    for (const awardedOn of ['2026', '2026-02', '2026-02-28']) {
      const entry = { id: 'x', name: 'Lamp', issuer: { name: 'Courses', url: 'https://courses.example' }, awardedOn };
      const document = openBadgeOf({ ...entry, ...more }, place);
      expect([check(document), check.errors]).toEqual([true, null]);
      expect(document.validFrom.slice(0, awardedOn.length)).toBe(awardedOn);
    }
  });

  test('is valid until the end of the day, month or year that the issuer named', () => {
    const until = (expiresOn: string) =>
      openBadgeOf({ id: 'x', name: 'Lamp', issuer: { name: 'Courses' }, awardedOn: '2024', expiresOn }, place)
        .validUntil;
    expect(['2028', '2028-02', '2027-02', '2028-02-03'].map(until)).toEqual([
      '2028-12-31T23:59:59Z',
      '2028-02-29T23:59:59Z',
      '2027-02-28T23:59:59Z',
      '2028-02-03T23:59:59Z',
    ]);
  });
});
