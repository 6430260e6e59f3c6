/** The trust domain's tables. model/trust writes them, and nothing else does. */
import {
  type EndorsementsView,
  type TrustView,
  endorsementsViewSchema,
  endorsers,
  evidenceStates,
  storedEndorsementStates,
  checkMethodNames,
  claimFaults,
  codeMethodNames,
  sessionStates,
  trustViewSchema,
  verificationLevels,
  verificationMethodNames,
  verificationProviderNames,
} from '@gigsy/schema';
import { defineTable } from 'convex/server';
import { v } from 'convex/values';
import { viewTable } from './privacy.js';

const method = v.union(...verificationMethodNames.map((each) => v.literal(each)));
const codeMethod = v.union(...codeMethodNames.map((each) => v.literal(each)));
const checkMethod = v.union(...checkMethodNames.map((each) => v.literal(each)));

const provider = v.union(...verificationProviderNames.map((each) => v.literal(each)));

export const claimFault = v.union(...claimFaults.map((each) => v.literal(each)));

/** The thing to look for, and its place. */
export const claimLook = v.object({ method: checkMethod, subject: v.string(), expected: v.string() });

/** A message with a code, for the provider. */
export const claimedMessage = v.object({
  id: v.id('trustSends'),
  channel: codeMethod,
  to: v.string(),
  code: v.string(),
  expiresAt: v.number(),
});

const skill = { id: v.string(), name: v.string() };

/** One version of an endorsement. */
const version = v.object({
  version: v.number(),
  /** With the weight that the author's public evidence gave when they signed. */
  skills: v.array(v.object({ ...skill, weight: v.number() })),
  text: v.optional(v.string()),
  by: v.object({
    name: v.string(),
    headline: v.optional(v.string()),
    level: v.union(...verificationLevels.map((each) => v.literal(each))),
  }),
  /** Whether the author's name leads to their profile. */
  linked: v.boolean(),
  /** Unix milliseconds. */
  at: v.number(),
});

export const trustTables = {
  /**
   * One-time codes that are awaited: at most one a person and method. The code itself is nowhere: it is made from these fields
   * and the deployment's secret.
   */
  trustCodes: defineTable({
    accountId: v.id('accounts'),
    method: codeMethod,
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

  /**
   * Domains and pages that people claim: those that were not seen yet, and those of active evidence, which are looked at again.
   * The token of a domain is nowhere: it is made from the account, the domain and the deployment's secret.
   */
  trustClaims: defineTable({
    accountId: v.id('accounts'),
    /** The id that its evidence has, or will have. */
    id: v.string(),
    method: checkMethod,
    subject: v.string(),
    /** When it is looked at next, in Unix milliseconds, as all times here. */
    dueAt: v.number(),
    /** The person asked for a look whose outcome is not there yet. */
    asked: v.optional(v.literal(true)),
    fault: v.optional(claimFault),
    lookedAt: v.optional(v.number()),
    /** When a claim that was never seen ends; none while its evidence is active. */
    expiresAt: v.optional(v.number()),
  })
    .index('by_account', ['accountId', 'id'])
    .index('by_due', ['dueAt'])
    .index('by_expiry', ['expiresAt']),

  /** Checks of identity documents: at most one a person. */
  trustSessions: defineTable({
    accountId: v.id('accounts'),
    /** The name of the check towards its provider, by which the outcome finds it. */
    reference: v.string(),
    provider,
    state: v.union(...sessionStates.map((each) => v.literal(each))),
    /** Where the person goes on. */
    url: v.optional(v.string()),
    /** Unix milliseconds. */
    expiresAt: v.number(),
  })
    .index('by_account', ['accountId'])
    .index('by_expiry', ['expiresAt']),

  /** Evidence: one row for each proof, active or ended. Levels follow from the active ones. */
  trustEvidence: defineTable({
    accountId: v.id('accounts'),
    /** Names the evidence in settings: of an account at most one row with an id is active. */
    id: v.string(),
    method,
    provider,
    /** The name of the check towards its provider. Other methods have none. */
    reference: v.optional(v.string()),
    state: v.union(...evidenceStates.map((each) => v.literal(each))),
    /** The address, number, domain or page; none once it has ended. */
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

  /** Endorsements: at most one of an author for an owner. */
  trustEndorsements: defineTable({
    author: v.id('accounts'),
    owner: v.id('accounts'),
    /** Names the endorsement in settings. */
    id: v.string(),
    state: v.union(...storedEndorsementStates.map((each) => v.literal(each))),
    /** The version that the owner accepted. */
    shown: v.optional(version),
    /** The version that waits for the owner, or that they declined. */
    offered: v.optional(version),
    /** The number of the last version that was written. */
    last: v.number(),
    /** When a proposal is over, in Unix milliseconds; none once it is accepted. */
    endsAt: v.optional(v.number()),
  })
    .index('by_owner', ['owner', 'state'])
    .index('by_author', ['author'])
    .index('by_pair', ['author', 'owner'])
    .index('by_item', ['id'])
    .index('by_end', ['endsAt']),

  /** Versions of endorsements, the last ones of each. */
  trustEndorsementVersions: defineTable({
    endorsement: v.id('trustEndorsements'),
    author: v.id('accounts'),
    owner: v.id('accounts'),
    content: version,
    /** The owner accepted it. */
    accepted: v.optional(v.literal(true)),
  })
    .index('by_endorsement', ['endorsement'])
    .index('by_author', ['author']),

  /** The people who may endorse a person without being asked; without a row those who share something with them. */
  trustChoices: defineTable({
    accountId: v.id('accounts'),
    endorsers: v.union(...endorsers.map((each) => v.literal(each))),
  }).index('by_account', ['accountId']),

  /** Requests for endorsements. A cron deletes those that are over. */
  trustEndorsementRequests: defineTable({
    owner: v.id('accounts'),
    /** As the owner wrote it; none for a link. */
    handle: v.optional(v.string()),
    /** The person who had the handle when it was asked for. */
    asked: v.optional(v.id('accounts')),
    /** It waits in the eyes of the one who is asked. */
    pending: v.boolean(),
    /** SHA-256 of the token of a link. */
    tokenHash: v.optional(v.string()),
    /** People who have written by the link. */
    uses: v.optional(v.number()),
    note: v.optional(v.string()),
    skills: v.array(v.object(skill)),
    /** Unix milliseconds. */
    endsAt: v.number(),
  })
    .index('by_owner', ['owner'])
    .index('by_asked', ['asked', 'pending'])
    .index('by_token', ['tokenHash'])
    .index('by_end', ['endsAt']),

  /** The endorsements that an audience sees. */
  trustEndorsementViews: viewTable<EndorsementsView>(endorsementsViewSchema),
};
