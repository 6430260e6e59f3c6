/** The privacy domain's tables, and the form of every domain's view tables. */
import { sharedAudiences } from '@gigsy/schema';
import { defineTable } from 'convex/server';
import { v } from 'convex/values';
import type * as z from 'zod';
import { convexObject } from './contract.js';

/**
 * A view table: what an audience sees of one resource of a person's, one row a person and audience, and no row where the
 * audience may see nothing. `body` is the schema of what is seen. model/privacy/views.ts reads and writes these tables, and
 * nothing else does.
 */
export function viewTable<Body>(body: z.ZodType<Body>) {
  return defineTable({
    profileId: v.id('profiles'),
    /** By which readers ask, so that a read is one document. */
    handle: v.string(),
    audience: v.union(...sharedAudiences.map((audience) => v.literal(audience))),
    body: convexObject<Body>(body),
    /** SHA-256 of the body's canonical JSON, base64url: the strong entity tag of the public route. */
    etag: v.string(),
    /** Hash of the policy that made the body. A body that another policy made is never served. */
    policy: v.optional(v.string()),
  }).index('by_handle_audience', ['handle', 'audience']);
}

export const privacyTables = {
  /**
   * How far the views of each read model have been made again since its policy changed; one row a view table. Written by
   * the job privacy.views.refresh.
   */
  viewRefreshes: defineTable({
    /** The view table. */
    table: v.string(),
    /** Hash of the policy under which the walk began. Another policy begins it again. */
    policy: v.string(),
    /** The handle that the walk has reached; null once it has gone through all. */
    reached: v.union(v.string(), v.null()),
  }).index('by_table', ['table']),

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
