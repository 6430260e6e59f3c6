/** The trust domain's classes of stored data, and how long each is kept. */
import { type RetentionClass, days, minutes } from '../contract/retention.ts';

export const trustRetention = {
  verificationCodes: {
    tables: ['trustCodes'],
    holds: 'The address or number to which a one-time code was sent, and what the code is made from.',
    periodMs: minutes(10),
    from: 'when the person asks for a code',
    end: 'schedule',
    held: false,
    basis: 'contract',
    reason: 'A code lives as long as that.',
  },
  verificationSends: {
    tables: ['trustSends'],
    holds: 'That an account asked for a code, and a keyed hash of the address or number.',
    periodMs: days(1),
    from: 'when the person asks for a code',
    end: 'purge',
    held: false,
    basis: 'interest',
    reason: 'Guesses at codes and messages to one reader are limited by the day.',
  },
  verifications: {
    tables: ['trustEvidence'],
    holds: 'Addresses and numbers that the person proved, until the proof expires.',
    periodMs: null,
    from: 'when the person proves it',
    end: 'erasure',
    held: true,
    basis: 'contract',
    reason: 'The person wants others to see that something was proved.',
  },
  endedVerifications: {
    tables: ['trustEvidence'],
    holds: 'That a proof expired, was withdrawn or was revoked, without the address or number.',
    periodMs: days(90),
    from: 'when it ends',
    end: 'purge',
    held: false,
    basis: 'interest',
    reason: 'The person can see how a level came to be lower. The audit log has the rest.',
  },
  moderationReports: {
    tables: ['moderationReports'],
    holds:
      'Words of those who reported a place, who they are if they were signed in, and their address if they gave one.',
    periodMs: days(365),
    from: 'when it is reported',
    end: 'purge',
    held: true,
    basis: 'obligation',
    reason:
      'Digital Services Act, articles 16 and 20: a decision can be appealed for six months, and its grounds be shown.',
  },
  moderationCases: {
    tables: ['moderationCases', 'moderationNotes'],
    holds:
      'The place of a profile that was reported, notes of moderators, the decision with its reasons, and the appeal.',
    periodMs: days(730),
    from: 'when the case is opened',
    end: 'purge',
    held: true,
    basis: 'obligation',
    reason:
      'Digital Services Act, articles 15, 17 and 24: reports on two years. A case whose decision is in force stays as long as that.',
  },
  trustViews: {
    tables: ['trustViews'],
    holds: 'Copies of the evidence without addresses and numbers, one for each audience.',
    periodMs: null,
    from: 'when evidence changes',
    end: 'cascade',
    held: false,
    basis: 'contract',
    reason: 'A read is one document. The copies go in the transaction that hides the profile.',
  },
} as const satisfies Record<string, RetentionClass>;
