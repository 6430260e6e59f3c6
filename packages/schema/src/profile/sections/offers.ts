/** Sections that say what a person offers or looks for: availability, an employer's organisation, a mentor's mentoring. */
import * as z from 'zod';
import { currencySchema } from '../../contract/currencies.ts';
import { fault } from '../../contract/field-code.ts';
import { email, line, link, partialDate, prose, timeZone } from '../../contract/text.ts';
import { lines } from './fields.ts';

export const ratePeriods = ['hour', 'day', 'month', 'project'] as const;

export const rateSchema = z.strictObject({
  /** In units of the currency, such as euros: 0 to a thousand million. */
  amount: z.number('must be a number').min(0, 'must be 0 to 1000000000').max(1_000_000_000, 'must be 0 to 1000000000'),
  /** ISO 4217, such as EUR. */
  currency: currencySchema,
  per: z.enum(ratePeriods, `must be one of ${ratePeriods.join(', ')}`),
});

export const availabilityStatuses = ['open', 'limited', 'closed'] as const;
export const availabilitySchema = z.strictObject({
  status: z.enum(availabilityStatuses).optional(),
  /** First day of availability. */
  from: partialDate.optional(),
  /** 1 to 80 hours a week. */
  hoursPerWeek: z.number('must be a number').min(1, 'must be 1 to 80').max(80, 'must be 1 to 80').optional(),
  remote: z.boolean('must be true or false').optional(),
  /** IANA, such as Europe/Vienna. */
  timeZone: timeZone.optional(),
  rate: rateSchema.optional(),
});

/** Number of people. */
export const organisationSizes = ['1-10', '11-50', '51-200', '201-1000', '1001+'] as const;

export const organisationSchema = z.strictObject({
  name: line(200).optional(),
  website: link.optional(),
  industry: line(120).optional(),
  size: z.enum(organisationSizes, `must be one of ${organisationSizes.join(', ')}`).optional(),
  about: prose(5000).optional(),
  /** Where people ask about openings. */
  openingsEmail: email.optional(),
  openingsUrl: link.optional(),
});

export const mentoringFormats = ['chat', 'call', 'in-person'] as const;

export const mentoringSchema = z.strictObject({
  expertise: lines(20, 80).optional(),
  /** Most mentees at a time, 1 to 100. */
  capacity: z.int('must be a whole number').min(1, 'must be 1 to 100').max(100, 'must be 1 to 100').optional(),
  formats: z
    .array(z.enum(mentoringFormats, `must be one of ${mentoringFormats.join(', ')}`), 'must be a list')
    .max(mentoringFormats.length, `must have at most ${mentoringFormats.length} entries`)
    .refine((formats) => new Set(formats).size === formats.length, fault('must name each format once', 'not_unique'))
    .optional(),
  about: prose(2000).optional(),
});
