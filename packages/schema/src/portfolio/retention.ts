/** The portfolio domain's classes of stored data, and how long each is kept. */
import type { RetentionClass } from '../contract/retention.ts';
import { fileRetention } from './file-retention.ts';

export const portfolioRetention = {
  ...fileRetention,
  portfolio: {
    tables: ['portfolioRecords', 'portfolios'],
    holds: 'Courses, gigs and badges of which other systems told, those that were revoked too, and their order.',
    periodMs: null,
    from: 'when the event comes',
    end: 'erasure',
    held: true,
    basis: 'contract',
    reason: 'The person wants them to be seen. A revoked one must stay revoked when an older event comes late.',
  },
  portfolioViews: {
    tables: ['portfolioViews'],
    holds: 'Copies of the portfolio, one for each audience.',
    periodMs: null,
    from: 'when the portfolio changes',
    end: 'cascade',
    held: false,
    basis: 'contract',
    reason: 'A read is one document. The copies go in the transaction that hides the profile.',
  },
} as const satisfies Record<string, RetentionClass>;
