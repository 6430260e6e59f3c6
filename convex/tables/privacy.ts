/** The privacy domain's tables. */
import { defineTable } from 'convex/server';
import { v } from 'convex/values';

export const privacyTables = {
  /**
   * Who did what to whose profile, partner or account, or was denied it, by surrogates; never the content. Appended by the
   * write path, by the functions of partners, their keys, links and sessions, and for refused mutations; read by nobody.
   */
  auditLog: defineTable({
    /** The acting account, or null for Gigsy's own machinery. */
    actor: v.union(v.id('accounts'), v.null()),
    /** The public function that was called. */
    action: v.string(),
    /** Whose matter it was. */
    profileId: v.optional(v.id('profiles')),
    partnerId: v.optional(v.id('partners')),
    /**
     * The person whom the partner was allowed, or is no longer allowed, to act for, or did act for; without a partner or a
     * profile, the person whose account it was.
     */
    accountId: v.optional(v.id('accounts')),
    /** The sections, settings, fields or keys that changed. */
    changed: v.array(v.string()),
    /** The error code, where access was denied. */
    refused: v.optional(v.string()),
    commitTs: v.commitTs(),
  })
    .index('by_profile', ['profileId', 'commitTs'])
    .index('by_partner', ['partnerId', 'commitTs']),
};
