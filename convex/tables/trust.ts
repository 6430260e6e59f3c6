/** The trust domain's tables. model/trust writes them, and nothing else does. */
import {
  type TrustView,
  evidenceStates,
  trustViewSchema,
  verificationMethodNames,
  verificationProviderNames,
} from '@gigsy/schema';
import { defineTable } from 'convex/server';
import { v } from 'convex/values';
import { viewTable } from './privacy.js';

const method = v.union(...verificationMethodNames.map((each) => v.literal(each)));

/** A message with a code, for the provider. */
export const claimedMessage = v.object({
  id: v.id('trustSends'),
  channel: method,
  to: v.string(),
  code: v.string(),
  expiresAt: v.number(),
});

export const trustTables = {
  /**
   * One-time codes that are awaited: at most one a person and method. The code itself is nowhere: it is made from these fields
   * and the deployment's secret.
   */
  trustCodes: defineTable({
    accountId: v.id('accounts'),
    method,
    /** The address or number, in its normal form. */
    subject: v.string(),
    /** 128 random bits, new with each code. */
    salt: v.string(),
    /** The row of `trustSends` by which this code was asked for. */
    send: v.id('trustSends'),
    /** Guesses so far. */
    attempts: v.number(),
    /** Unix milliseconds. */
    expiresAt: v.number(),
    /** No message goes out, since its reader has had as many as they may: no guess fits. */
    muted: v.optional(v.literal(true)),
  })
    .index('by_account', ['accountId', 'method'])
    .index('by_expiry', ['expiresAt']),

  /** Codes that were asked for, to count them. A cron deletes rows after a day. */
  trustSends: defineTable({
    /** None once the account is erased: the reader's count stays. */
    accountId: v.optional(v.id('accounts')),
    /** A keyed hash of the reader, if a message went out. */
    reader: v.optional(v.string()),
  })
    .index('by_account', ['accountId'])
    .index('by_reader', ['reader']),

  /** Evidence: one row for each proof, active or ended. Levels follow from the active ones. */
  trustEvidence: defineTable({
    accountId: v.id('accounts'),
    /** Names the evidence in settings: of an account at most one row with an id is active. */
    id: v.string(),
    method,
    provider: v.union(...verificationProviderNames.map((each) => v.literal(each))),
    /** The provider's own name of the check. Codes have none. */
    reference: v.optional(v.string()),
    state: v.union(...evidenceStates.map((each) => v.literal(each))),
    /** The address or number; none once it has ended. */
    subject: v.optional(v.string()),
    /** Unix milliseconds, here and below. */
    issuedAt: v.number(),
    expiresAt: v.number(),
    /** When the person is told that it expires; none once they were, or it has ended. */
    tellAt: v.optional(v.number()),
    endedAt: v.optional(v.number()),
  })
    .index('by_account', ['accountId', 'state', 'id'])
    .index('by_expiry', ['state', 'expiresAt'])
    .index('by_telling', ['tellAt'])
    .index('by_end', ['endedAt']),

  /** The evidence that an audience sees. */
  trustViews: viewTable<TrustView>(trustViewSchema),
};
