/** The notices that people read before they agree to an import. Free of zod, so that a page can show it. */

/** The places that a profile can be filled from. */
export const consentSources = ['github', 'linkedin'] as const;
export type ConsentSource = (typeof consentSources)[number];

/** The only purpose for which a source is read. */
export const CONSENT_PURPOSE = 'profile_import';

/** The notice that a person reads before they agree. Another text is another version: a record names the one that was shown. */
export interface ConsentNotice {
  /** From 1. */
  readonly version: number;
  /** The sections of the profile that may be filled. */
  readonly categories: readonly string[];
  /** `browser`: the file is read in the person's browser. `request`: the deployment asks the source. */
  readonly collection: 'browser' | 'request';
  /** Time for which the person may import, in milliseconds. The imported parts stay longer. */
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
