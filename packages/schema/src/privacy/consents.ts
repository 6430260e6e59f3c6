/**
 * Consents to imports: what a person agrees to before anything is read from LinkedIn or GitHub, and the record of it. A
 * record has the fields of ISO/IEC TS 27560 that apply; docs/privacy.md says which field stands for which.
 */
import * as z from 'zod';
import { languageTag } from '../contract/text.ts';
import { CONSENT_PURPOSE, consentSources } from './consent-notices.ts';

export * from './consent-notices.ts';

export const consentSourceSchema = z.enum(consentSources, `must be one of ${consentSources.join(', ')}`);

export const consentStates = ['given', 'withdrawn', 'expired'] as const;
export type ConsentState = (typeof consentStates)[number];

/** One entry of a record's history. Entries are only ever added. */
export const consentEventSchema = z.strictObject({
  state: z.enum(consentStates),
  /** Unix milliseconds. */
  at: z.number(),
  /** `person`: the one whose data it is. `product`: the clock, when a consent is over. */
  by: z.enum(['person', 'product']),
});

export const consentSchema = z.strictObject({
  /** The record's id. */
  consent: z.string(),
  source: consentSourceSchema,
  notice: z.strictObject({ version: z.number(), language: languageTag }),
  purpose: z.literal(CONSENT_PURPOSE),
  /** GDPR, article 6(1)(a). */
  lawfulBasis: z.literal('consent'),
  /** The sections of the profile that may be filled. */
  categories: z.array(z.string()),
  collection: z.enum(['browser', 'request']),
  /** The one who runs the deployment, as its settings named them when the consent was given. */
  controller: z.strictObject({ name: z.string(), contact: z.string().nullable() }),
  /** Such as `EU`: the law that the operator names in the deployment's settings; null where they name none. */
  jurisdiction: z.string().nullable(),
  state: z.enum(consentStates),
  /** Unix milliseconds: nothing is imported after it. */
  expiresAt: z.number(),
  /** Oldest first: given, then withdrawn or expired. */
  history: z.array(consentEventSchema),
});
export type Consent = z.infer<typeof consentSchema>;

/** Records that a list shows, the newest first. */
export const CONSENT_PAGE = 50;
