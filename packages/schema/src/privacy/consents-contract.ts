/** Public functions of consents to imports. */
import * as z from 'zod';
import { query } from '../contract/define.ts';
import { mutation } from '../contract/mutation.ts';
import { members } from '../contract/principals.ts';
import { languageTag } from '../contract/text.ts';
import { idSchema } from '../operations/partners.ts';
import { CONSENT_PAGE, consentSchema, consentSourceSchema } from './consents.ts';

const changing = {
  callers: members,
  reveals: 'Nothing about others.',
  rate: { rate: 20, periodMs: 60 * 60 * 1000, capacity: 20 },
  audit: { subject: 'profile', changed: '`consent` and the source; for a withdrawal the sections too' },
} as const;

export const consentsContract = {
  list: query({
    summary: `The caller's consents to imports with their history, newest first: the last ${CONSENT_PAGE}.`,
    args: z.strictObject({}),
    result: z.array(consentSchema),
    callers: members,
    reveals: "Nothing about others; the caller's own consents.",
  }),
  give: mutation({
    ...changing,
    summary:
      'Records that the caller agrees to an import from a source, after they have read the notice of this version in this language. A consent that is given already is answered as it is.',
    args: z.strictObject({
      source: consentSourceSchema,
      notice: z.int('must be a whole number').min(1, 'must be 1 or above'),
      language: languageTag,
    }),
    result: consentSchema,
    errors: ['not_found'],
  }),
  withdraw: mutation({
    ...changing,
    summary:
      'Withdraws a consent. The parts that came by it leave the profile at once, except for those that the caller has edited since.',
    args: z.strictObject({ consent: idSchema }),
    result: z.strictObject({
      consent: consentSchema,
      /** Fields and whole items that left the profile, and that stay because the caller has edited them. */
      removed: z.number(),
      kept: z.number(),
    }),
    errors: ['not_found', 'account_state'],
  }),
};
