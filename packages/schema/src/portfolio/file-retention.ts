/** Classes of stored data of uploads and files, which `retention.ts` joins. */
import { type RetentionClass, days } from '../contract/retention.ts';

export const fileRetention = {
  portfolioUploads: {
    tables: ['portfolioUploads', 'portfolioUploadParts'],
    holds: 'Files that were uploaded, whole or in part, and not taken into the portfolio.',
    periodMs: days(1),
    from: 'when the upload begins',
    end: 'purge',
    held: true,
    basis: 'contract',
    reason: 'An upload can go on after a lost connection.',
  },
  portfolioFiles: {
    tables: ['portfolioContributions', 'portfolioFiles'],
    holds:
      'Contributions to the portfolio, with their pictures and documents, and words of the pages to which they lead.',
    periodMs: null,
    from: 'when the person adds them',
    end: 'erasure',
    held: true,
    basis: 'contract',
    reason: 'It is what the person keeps a portfolio for.',
  },
} as const satisfies Record<string, RetentionClass>;
