/** Tables of credentials, of the trust domain. */
import { claimKinds, keptCredentialStates } from '@gigsy/schema';
import { defineTable } from 'convex/server';
import { v } from 'convex/values';

export const claimKind = v.union(...claimKinds.map((each) => v.literal(each)));

export const credentialTables = {
  /** Credentials that count: at most one of each claim. A row goes with its claim, and its place stays revoked. */
  trustCredentials: defineTable({
    accountId: v.id('accounts'),
    kind: claimKind,
    /** Names the claim among those of the kind that the person has. */
    item: v.string(),
    state: v.union(...keptCredentialStates.map((each) => v.literal(each))),
    /** The credential's own id: `urn:uuid:` and a random UUID. */
    id: v.string(),
    list: v.id('trustStatusLists'),
    /** The place in the list, drawn at random, so that it tells no order. */
    index: v.number(),
    /** The signed document as JSON; none while it is being signed. */
    document: v.optional(v.string()),
  })
    .index('by_claim', ['accountId', 'kind', 'item'])
    .index('by_place', ['list', 'index']),

  /** Status lists. A bit that is set stays set. */
  trustStatusLists: defineTable({
    /** 128 random bits, as the list's address shows it. */
    name: v.string(),
    /** One bit a place, the highest of a byte first. */
    bits: v.bytes(),
    /** The signed list as JSON; none since the last revocation. */
    signed: v.optional(v.object({ document: v.string(), at: v.number() })),
  }).index('by_name', ['name']),
};
