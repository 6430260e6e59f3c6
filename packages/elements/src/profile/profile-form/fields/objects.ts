/** The fields of the sections that are one object, with the limits of the contract (a test compares them). */
import type { Field } from '../../../writing/field.ts';
import type { ObjectFieldNames } from '../terms.ts';
import { availability, countries, currencies, listed, timeZones } from './choices.ts';

export const objectFields = {
  identity: [
    { name: 'displayName', kind: 'text', required: true, max: 120, autocomplete: 'name' },
    { name: 'headline', kind: 'line', max: 200 },
    { name: 'pronouns', kind: 'text', max: 40 },
    { name: 'location.city', kind: 'text', max: 100, autocomplete: 'address-level2', beside: true },
    { name: 'location.region', kind: 'text', max: 100, autocomplete: 'address-level1' },
    { name: 'location.countryCode', kind: 'select', choices: countries, autocomplete: 'country' },
    { name: 'avatarUrl', kind: 'url', max: 2048, autocomplete: 'photo' },
  ],
  about: [{ name: 'text', kind: 'multiline', max: 5000 }],
  availability: [
    { name: 'status', kind: 'select', choices: availability },
    { name: 'from', kind: 'date' },
    { name: 'hoursPerWeek', kind: 'number', range: [1, 80], beside: true },
    { name: 'remote', kind: 'select', choices: listed(true, false) },
    { name: 'timeZone', kind: 'select', choices: timeZones },
    { name: 'rate.amount', kind: 'number', range: [0, 1_000_000_000], beside: true },
    { name: 'rate.currency', kind: 'select', choices: currencies },
    { name: 'rate.per', kind: 'select', choices: listed('hour', 'day', 'month', 'project') },
  ],
  contact: [
    { name: 'email', kind: 'email', max: 254, autocomplete: 'email' },
    { name: 'phone', kind: 'text', max: 40, autocomplete: 'tel' },
    { name: 'website', kind: 'url', max: 2048, autocomplete: 'url' },
  ],
  organisation: [
    { name: 'name', kind: 'text', max: 200, autocomplete: 'organization' },
    { name: 'website', kind: 'url', max: 2048 },
    { name: 'industry', kind: 'text', max: 120, beside: true },
    { name: 'size', kind: 'select', choices: listed('1-10', '11-50', '51-200', '201-1000', '1001+') },
    { name: 'about', kind: 'multiline', max: 5000 },
    { name: 'openingsEmail', kind: 'email', max: 254 },
    { name: 'openingsUrl', kind: 'url', max: 2048 },
  ],
  mentoring: [
    { name: 'expertise', kind: 'lines', max: 80, most: 20 },
    { name: 'formats', kind: 'checks', choices: listed('chat', 'call', 'in-person') },
    { name: 'capacity', kind: 'number', range: [1, 100], whole: true },
    { name: 'about', kind: 'multiline', max: 2000 },
  ],
} as const satisfies { [Section in keyof ObjectFieldNames]: readonly (Field & { name: ObjectFieldNames[Section] })[] };

/** The fields that tell what a section holds. */
export const gists: Readonly<Record<keyof typeof objectFields, readonly string[]>> = {
  identity: ['displayName', 'headline'],
  about: ['text'],
  availability: ['status', 'from'],
  contact: ['email', 'phone', 'website'],
  organisation: ['name', 'industry'],
  mentoring: ['expertise'],
};
