/** The privacy domain's tables, and the form of every domain's view tables. */
import { type SettingChanges, type SettingKey, roleSchema, settingChangesSchema, sharedAudiences } from '@gigsy/schema';
import { zodToConvex } from 'convex-helpers/server/zod4';
import { defineTable } from 'convex/server';
import { type VString, v } from 'convex/values';
import type * as z from 'zod';
import { convexObject } from './contract.js';
import { subject } from './events.js';

/**
 * A view table: what an audience sees of one resource of a person's, one row a person and audience, and no row where the
 * audience may see nothing. `body` is the schema of what is seen. model/privacy/views.ts reads and writes these tables, and
 * nothing else does.
 */
export function viewTable<Body>(body: z.ZodType<Body>) {
  return defineTable({
    profileId: v.id('profiles'),
    /** The index by which readers ask, so that a read is one document. */
    handle: v.string(),
    audience: v.union(...sharedAudiences.map((audience) => v.literal(audience))),
    body: convexObject<Body>(body),
    /** SHA-256 of the body's canonical JSON, base64url: the strong entity tag of the public route. */
    etag: v.string(),
    /** Hash of the policy that made the body. A body that another policy made is never served. */
    policy: v.optional(v.string()),
  })
    .index('by_handle_audience', ['handle', 'audience'])
    .index('by_profile', ['profileId']);
}

const who = {
  /** The acting account; null for Gigsy's own machinery and for partners' servers. */
  actor: v.union(v.id('accounts'), v.null()),
  /** The function that was called. */
  action: v.string(),
  /** Names of the sections, settings, fields or keys that changed. */
  changed: v.array(v.string()),
  /** The error code, where access was denied. */
  refused: v.optional(v.string()),
  commitTs: v.commitTs(),
};

const auditRow = v.object({
  ...who,
  /** The subject of the matter. */
  subject,
  /** The person for whom a partner acted, or was allowed or forbidden to act. */
  person: v.optional(v.id('accounts')),
});

/** Rows from before the log had subjects of several kinds. */
const olderAuditRow = v.object({
  ...who,
  profileId: v.optional(v.id('profiles')),
  partnerId: v.optional(v.id('partners')),
  accountId: v.optional(v.id('accounts')),
});

/** The grantee of a grant, under the name by which a reader looks for grants. */
const grantee = v.union(
  v.object({
    kind: v.literal('person'),
    /** As the owner wrote it. */
    handle: v.string(),
    /** None where nobody had the handle, or where nobody has looked yet. */
    id: v.optional(v.id('accounts')),
  }),
  v.object({ kind: v.literal('role'), id: zodToConvex(roleSchema) }),
  v.object({ kind: v.literal('organisation'), id: v.id('partners') }),
);

export const privacyTables = {
  /** The people, roles and organisations that owners have named for restricted content. Written by model/privacy/grants.ts alone. */
  privacyGrants: defineTable({
    profileId: v.id('profiles'),
    /** The owner's account and present handle. */
    accountId: v.id('accounts'),
    handle: v.string(),
    to: grantee,
    /** The settings that the grant opens; all where it is left out. */
    keys: v.optional(v.array(v.string() as VString<SettingKey>)),
  })
    .index('by_profile', ['profileId'])
    .index('by_grantee', ['to.kind', 'to.id', 'handle']),

  /** Changes of settings that are to come; a row goes when its change is made. Written by model/privacy/schedule.ts alone. */
  privacySchedules: defineTable({
    profileId: v.id('profiles'),
    /** Unix milliseconds. */
    at: v.number(),
    changes: convexObject<SettingChanges>(settingChangesSchema),
  })
    .index('by_profile', ['profileId', 'at'])
    .index('by_time', ['at']),

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
   * Erasures of people's data: a job while it runs, and its receipt afterwards. Surrogates and numbers alone.
   */
  erasures: defineTable({
    accountId: v.id('accounts'),
    /** None for a person without a profile. */
    profileId: v.optional(v.id('profiles')),
    /** The one who asked for it: the person, or the identity provider, where the person deleted themselves. */
    reason: v.union(v.literal('person'), v.literal('provider')),
    state: v.union(v.literal('running'), v.literal('finished')),
    /** Documents erased so far, by table. */
    erased: v.record(v.string(), v.number()),
    /** Unix milliseconds. */
    finishedAt: v.optional(v.number()),
  }).index('by_state', ['state']),

  /**
   * Former handles that lead to views, one row a handle, view table and audience, and none where the audience has no view.
   * Written by model/privacy/redirects.ts where a view comes or goes.
   */
  viewRedirects: defineTable({
    profileId: v.id('profiles'),
    /** The former handle. */
    handle: v.string(),
    /** The view table. */
    table: v.string(),
    audience: v.union(...sharedAudiences.map((audience) => v.literal(audience))),
    /** The handle that the person has. */
    leadsTo: v.string(),
  })
    .index('by_handle', ['handle', 'table', 'audience'])
    .index('by_profile', ['profileId']),

  /**
   * The audit log: a row for each mutation that changed something or was denied access, with surrogates and names,
   * never content. The door (convex/model/door) alone writes it, and nothing reads it.
   */
  auditLog: defineTable(v.union(auditRow, olderAuditRow)).index('by_subject', ['subject.id', 'commitTs']),
};
