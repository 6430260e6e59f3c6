/** The privacy domain's tables. */
import { defineTable } from 'convex/server';
import { v } from 'convex/values';

export const privacyTables = {
  /** Who did what to whose profile, by surrogates; never the content. Appended by the write path, read by nobody else. */
  auditLog: defineTable({
    /** The acting account, or null for Gigsy's own machinery. */
    actor: v.union(v.id('accounts'), v.null()),
    /** The public function that was called. */
    action: v.string(),
    profileId: v.id('profiles'),
    /** The sections or settings that changed. */
    changed: v.array(v.string()),
    commitTs: v.commitTs(),
  }).index('by_profile', ['profileId', 'commitTs']),
};
