/**
 * Consents to imports: what a person agrees to before anything is read from LinkedIn or GitHub, and the record of it. A
 * record has the fields of ISO/IEC TS 27560 that apply; docs/privacy.md says which field stands for which.
 */
import * as z from 'zod';
import { languageTag } from '../contract/text.ts';

/** The places that a profile can be filled from. */
export const consentSources = ['github', 'linkedin'] as const;
export type ConsentSource = (typeof consentSources)[number];
export const consentSourceSchema = z.enum(consentSources, `must be one of ${consentSources.join(', ')}`);

/** The only purpose for which a source is read. */
export const CONSENT_PURPOSE = 'profile_import';

/** What a person is told before they agree. Another text is another version: a record names the one that was shown. */
export interface ConsentNotice {
  /** From 1. */
  readonly version: number;
  /** The sections of the profile that may be filled. */
  readonly categories: readonly string[];
  /** `browser`: the file is read in the person's browser. `request`: the deployment asks the source. */
  readonly collection: 'browser' | 'request';
  /** Time for which the person may import, in milliseconds. What was imported stays longer. */
  readonly validForMs: number;
}

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** The notices in force. */
export const consentNotices: Readonly<Record<ConsentSource, ConsentNotice>> = {
  github: {
    version: 1,
    categories: ['identity', 'about', 'contact', 'skills', 'projects', 'links'],
    collection: 'request',
    validForMs: YEAR_MS,
  },
  linkedin: {
    version: 1,
    categories: [
      'identity',
      'about',
      'skills',
      'education',
      'workExperience',
      'projects',
      'certificates',
      'awards',
      'publications',
      'volunteering',
      'languages',
      'links',
    ],
    collection: 'browser',
    validForMs: YEAR_MS,
  },
};

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
