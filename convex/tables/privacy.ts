/** The privacy domain's tables, and the form of every domain's view tables. */
import {
  type SettingChanges,
  type SettingKey,
  accessPurposes,
  destinationNames,
  relationNames,
  roleSchema,
  settingChangesSchema,
  sharedAudiences,
} from '@gigsy/schema';
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

const purpose = v.union(...accessPurposes.map((each) => v.literal(each)));

const auditRow = v.object({
  ...who,
  /** The subject of the matter. */
  subject,
  /** The person for whom a partner acted, or was allowed or forbidden to act. */
  person: v.optional(v.id('accounts')),
  /** Of an access to a person's data that are not public. */
  reason: v.optional(
    v.object({
      purpose,
      /** The time at which the access ends by itself, in Unix milliseconds. */
      endsAt: v.number(),
      /** The commitment of the viewer's own words, which are in `accessNotes`. */
      note: v.optional(v.string()),
    }),
  ),
  /** Of a disclosure: the party to which data of the person was sent. */
  disclosedTo: v.optional(v.union(...destinationNames.map((name) => v.literal(name)))),
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
  v.object({ kind: v.literal('relation'), id: v.union(...relationNames.map((name) => v.literal(name))) }),
  v.object({ kind: v.literal('organisation'), id: v.id('partners') }),
);

/** The parts of an address in a view: whose view gives it out, and its unguessable end. */
export const viewAddress = {
  audience: v.union(v.literal('public'), v.literal('platform'), v.literal('owner')),
  token: v.string(),
};

export const privacyTables = {
  /** The people, roles, relations and organisations that owners have named for restricted content. Written by model/privacy/grants.ts alone. */
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
   * The audit log: a row for each mutation that changed something, opened an access or was denied it, with surrogates and
   * names, never content. The door (convex/model/door) alone writes it, and a row never changes.
   */
  auditLog: defineTable(v.union(auditRow, olderAuditRow))
    .index('by_subject', ['subject.id', 'action', 'commitTs'])
    .index('by_commit', ['commitTs'])
    .index('by_actor', ['actor', 'commitTs'])
    .index('by_person', ['person', 'commitTs']),

  /**
   * The seals of the audit log: blocks of rows in the order of commits, each chained to the one before. Written by
   * model/privacy/sealer.ts alone. A block never changes.
   */
  auditBlocks: defineTable({
    /** Counts from 1. */
    number: v.number(),
    /** The head of the block before; empty for the first. */
    previous: v.string(),
    head: v.string(),
    /** Rows in this block and all before. */
    size: v.number(),
    /** Of its last row. */
    through: v.int64(),
    /** Unix milliseconds. */
    sealedAt: v.number(),
    entries: v.array(v.object({ row: v.id('auditLog'), salt: v.string(), commitment: v.string() })),
  }).index('by_number', ['number']),

  /** How far heads have left the database: one row at most. Written by model/privacy/anchors.ts. */
  auditAnchors: defineTable({
    /** Number of the last block whose head the receiver took. */
    number: v.number(),
  }),

  /**
   * Open leases: while a row is there, its viewer sees these fields of the profile, as far as members may see them. A
   * scheduled mutation deletes it at its end. Written by model/privacy/leases.ts, at most 50 rows a viewer.
   */
  accessLeases: defineTable({
    profileId: v.id('profiles'),
    /** Account of the profile's owner. */
    owner: v.id('accounts'),
    /** The profile's handle when the lease was opened; a former one leads on for longer than a lease lasts. */
    handle: v.string(),
    viewer: v.id('accounts'),
    purpose,
    /** Commitment of the viewer's words. */
    note: v.optional(v.string()),
    /** Names of the fields, as `section.field`. */
    fields: v.array(v.string()),
    /** Unix milliseconds. */
    endsAt: v.number(),
  })
    .index('by_viewer', ['viewer'])
    .index('by_owner', ['owner'])
    .index('by_end', ['endsAt']),

  /**
   * The words that viewers gave as the reason of an access: personal data, erased with the viewer or the one who was
   * viewed. The audit row keeps their commitment.
   */
  accessNotes: defineTable({
    profileId: v.id('profiles'),
    viewer: v.id('accounts'),
    commitment: v.string(),
    salt: v.string(),
    note: v.string(),
  })
    .index('by_commitment', ['commitment'])
    .index('by_profile', ['profileId'])
    .index('by_viewer', ['viewer']),
};
