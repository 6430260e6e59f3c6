/**
 * The profile domain's tables. `profiles` and the tables of list sections are the system of record. `users` holds
 * snapshots of profiles, `profileViews` what the public and members see of them. model/profile/write* writes these tables
 * and nothing else does, except for the views, which model/privacy/views.ts writes.
 */
import {
  type ListSection,
  type PhotoFault,
  type ProfileV0,
  type ProfileV1,
  type ProfileView,
  type Sections,
  type Snapshot,
  type Strength,
  type Versions,
  type PrivacySettings,
  accountStatuses,
  driftPlaces,
  driftWalks,
  listSectionNames,
  listSections,
  objectSections,
  photoFaults,
  privacySettingsSchema,
  profileV0Schema,
  profileV1Schema,
  profileViewSchema,
  readCohorts,
  roleSchema,
  selfChosenRoleSchema,
  snapshotSchema,
  strengthSchema,
  versionsSchema,
} from '@gigsy/schema';
import { zodToConvex } from 'convex-helpers/server/zod4';
import { defineTable } from 'convex/server';
import { v } from 'convex/values';
import { convexObject, itemTable } from './contract.js';
import { viewTable } from './privacy.js';

const cohort = v.union(...readCohorts.map((name) => v.literal(name)));

/** Facts that Clerk tells of a user. */
export const clerkFacts = v.object({
  role: v.optional(zodToConvex(selfChosenRoleSchema)),
  displayName: v.optional(v.string()),
  handle: v.optional(v.string()),
  /** Address of the person's picture at Clerk. */
  picture: v.optional(v.string()),
});

/** By name. Absent in rows that older versions wrote. */
const numbers = v.optional(v.record(v.string(), v.number()));

export const profileTables = {
  /**
   * The people who may sign in, with their roles. Kept apart from the profile, so that an edit re-runs nothing else
   * that its author watches.
   */
  accounts: defineTable({
    /** The issuer that vouches for the person, and its id of the person. `clerk` is the issuer that the environment names. */
    provider: v.literal('clerk'),
    subject: v.string(),
    role: zodToConvex(roleSchema),
    /** Changed by model/profile/write.ts alone, which deletes the person's views or makes them again. */
    status: v.union(...accountStatuses.map((status) => v.literal(status))),
    /** Places that moderators withhold from all but the owner: rows of the matrix, and items as `section/id`. */
    withheld: v.optional(v.array(v.string())),
    /** The deletion that the person has asked for, and the status before. Unix milliseconds. */
    deletion: v.optional(
      v.object({
        requestedAt: v.number(),
        dueAt: v.number(),
        before: v.union(v.literal('active'), v.literal('deactivated')),
      }),
    ),
    /** The handle of the person's profile, once there is one. */
    handle: v.optional(v.string()),
  })
    .index('by_identity', ['provider', 'subject'])
    .index('by_deletion', ['deletion.dueAt']),

  /**
   * Snapshots of profiles, one row a profile. The phase of the owner's cohort (operations/cutover) says whether the
   * snapshot is written with each change and whether it serves the readers. It holds nothing about signing in: that is
   * `accounts`.
   */
  users: defineTable({
    accountId: v.id('accounts'),
    /**
     * The whole profile as of its last write, in the version of that day: `upcastProfile` reads each. None once the
     * snapshots of the cohort are retired.
     */
    profile: v.optional(
      v.union(
        convexObject<Snapshot>(snapshotSchema),
        convexObject<ProfileV1>(profileV1Schema),
        convexObject<ProfileV0>(profileV0Schema),
      ),
    ),
    /** SHA-256 of each part, and of these hashes; `bytes` is the weight of each section's canonical JSON. None in older rows. */
    hashes: v.optional(v.object({ parts: v.record(v.string(), v.string()), whole: v.string(), bytes: numbers })),
    /** Only in rows that older versions wrote, and no longer read: `hashes` took its place. */
    profileHash: v.optional(v.string()),
  }).index('by_account', ['accountId']),

  profiles: defineTable({
    userId: v.id('users'),
    accountId: v.id('accounts'),
    handle: v.string(),
    /** Handles that the owner has left and that still lead here. Absent before the first change. */
    formerHandles: v.optional(v.array(v.string())),
    role: zodToConvex(roleSchema),
    identity: convexObject<Sections['identity']>(objectSections.identity),
    about: convexObject<Sections['about']>(objectSections.about),
    contact: convexObject<Sections['contact']>(objectSections.contact),
    availability: convexObject<Sections['availability']>(objectSections.availability),
    /** Absent in rows from before there were these sections, as are their versions. */
    organisation: v.optional(convexObject<Sections['organisation']>(objectSections.organisation)),
    mentoring: v.optional(convexObject<Sections['mentoring']>(objectSections.mentoring)),
    links: v.array(convexObject<Sections['links'][number]>(listSections.links.item)),
    settings: convexObject<PrivacySettings>(privacySettingsSchema),
    versions: convexObject<Partial<Versions>>(versionsSchema.partial()),
    /**
     * Only in rows that older versions wrote, and no longer read: `viewRefreshes` says how far views have been remade.
     */
    policy: v.optional(v.string()),
  }).index('by_handle', ['handle']),

  profileSkills: itemTable('skills'),
  profileEducation: itemTable('education'),
  profileWorkExperience: itemTable('workExperience'),
  profileProjects: itemTable('projects'),
  profileCertificates: itemTable('certificates'),
  profileAwards: itemTable('awards'),
  profilePublications: itemTable('publications'),
  profileVolunteering: itemTable('volunteering'),
  profileLanguages: itemTable('languages'),

  /** Uploads of pictures that are not finished yet. A cron deletes them with their files after an hour. */
  profileUploads: defineTable({
    accountId: v.id('accounts'),
    /** The unguessable end of the address that takes the file. */
    token: v.string(),
    /** The file that came, without metadata. */
    file: v.optional(v.object({ id: v.id('_storage'), type: v.string(), hash: v.string() })),
  })
    .index('by_token', ['token'])
    .index('by_account', ['accountId'])
    .index('by_file', ['file.id']),

  /**
   * The newest facts that the identity provider Clerk has told of its users. Written for POST /v1/clerk and by the
   * backfill, erased with the account.
   */
  clerkUsers: defineTable({
    /** Clerk's id of the person. */
    subject: v.string(),
    /** Time of the facts by Clerk's clock, in Unix milliseconds. */
    updatedAt: v.number(),
    facts: clerkFacts,
  }).index('by_subject', ['subject']),
  /** Items that their owners removed, for 30 days, at most a hundred of a profile. */
  profileRemovedItems: defineTable({
    profileId: v.id('profiles'),
    section: v.union(...listSectionNames.map((name) => v.literal(name))),
    itemId: v.string(),
    item: v.union(
      ...listSectionNames.map((name) => convexObject<Sections[ListSection][number]>(listSections[name].item)),
    ),
    /** Counts the removals of a profile. */
    ordinal: v.number(),
  })
    .index('by_profile', ['profileId', 'ordinal'])
    .index('by_item', ['profileId', 'section', 'itemId']),

  /** Handles that somebody has or had. A row never goes: nobody else can have such a handle. */
  profileHandles: defineTable({
    handle: v.string(),
    /** The form that it shares with all handles that a reader may take for it. */
    skeleton: v.string(),
    profileId: v.id('profiles'),
    /** `leading`: its owner has left it, and it leads to the profile. `retired`: it leads nowhere any more. */
    state: v.union(v.literal('current'), v.literal('leading'), v.literal('retired')),
    /** Time at which its owner left it, in Unix milliseconds; absent while it is the current one. */
    leftAt: v.optional(v.number()),
  })
    .index('by_handle', ['handle'])
    .index('by_skeleton', ['skeleton'])
    .index('by_profile', ['profileId', 'leftAt'])
    .index('by_state', ['state', 'leftAt']),

  /** The part of a profile that an audience sees. */
  profileViews: viewTable<ProfileView>(profileViewSchema),

  /**
   * The picture of a profile: uploaded, or from the address that its owner gave, or the one that the identity provider has. One row a
   * profile; another picture makes a new row.
   */
  profilePhotos: defineTable({
    profileId: v.id('profiles'),
    handle: v.string(),
    /** The address that the owner gave. Shown to the owner alone. */
    source: v.optional(v.string()),
    /** The address that the identity provider gave, where the owner has chosen no picture. Shown to nobody. */
    provided: v.optional(v.string()),
    state: v.union(v.literal('waiting'), v.literal('stored'), v.literal('failed')),
    fault: v.optional(v.union(...(Object.keys(photoFaults) as PhotoFault[]).map((fault) => v.literal(fault)))),
    /** Number of attempts that failed. */
    attempts: v.number(),
    /** `hash` is the SHA-256 of the bytes, base64url. */
    file: v.optional(v.object({ id: v.id('_storage'), type: v.string(), hash: v.string() })),
    /** The unguessable end of the picture's address, a different one for each audience: knowing one opens no other. */
    tokens: v.object({ public: v.string(), platform: v.string(), owner: v.string() }),
  })
    .index('by_profile', ['profileId'])
    .index('by_public_token', ['tokens.public'])
    .index('by_platform_token', ['tokens.platform'])
    .index('by_owner_token', ['tokens.owner'])
    .index('by_file', ['file.id']),

  /**
   * Differences between the copies of a profile, found by reconciliation: names and surrogates, never content. One open row
   * at most for each profile and place; `repairedAt` closes it. model/profile/drift.ts alone writes this table.
   */
  driftFindings: defineTable({
    profileId: v.id('profiles'),
    /** The copy that differs from the others. */
    where: v.union(...driftPlaces.map((place) => v.literal(place))),
    /** Names of sections, or of other parts such as `settings`, `versions` or `public`, a view's audience. */
    sections: v.array(v.string()),
    /** Unix milliseconds. */
    foundAt: v.number(),
    /** Unix milliseconds. None while the difference is open. */
    repairedAt: v.optional(v.number()),
  })
    .index('by_profile', ['profileId', 'repairedAt'])
    .index('by_state', ['repairedAt'])
    .index('by_place', ['repairedAt', 'where']),

  /** How far each walk of reconciliation is; one row a walk. Written by model/profile/reconcile.ts alone. */
  driftWalks: defineTable({
    walk: v.union(...driftWalks.map((walk) => v.literal(walk))),
    /** Names the chain of scheduled functions that goes on with the walk. Any other chain ends. */
    chain: v.number(),
    /** The log or the profiles at first, then open findings, then each table that could hold rows of no profile. */
    stage: v.string(),
    cursor: v.union(v.string(), v.null()),
    /** Profiles that were read from the log or the table and are not compared yet. */
    pending: v.array(v.id('profiles')),
    /** Whether the pass ends with these. */
    isLast: v.boolean(),
    /** Of the pass that is under way; none between passes. Unix milliseconds. */
    startedAt: v.optional(v.number()),
    checked: v.number(),
    found: v.number(),
    /** The last whole pass. */
    finished: v.optional(
      v.object({ startedAt: v.number(), finishedAt: v.number(), checked: v.number(), found: v.number() }),
    ),
  }).index('by_walk', ['walk']),

  /** Counts of findings by place, and how far the place's alert is. Written by model/profile/alarms.ts alone. */
  driftMeters: defineTable({
    where: v.union(...driftPlaces.map((place) => v.literal(place))),
    /** Since the deployment began. */
    found: v.number(),
    repaired: v.number(),
    /** The last thing to tell. `revision` counts these, `delivered` is the last one that the receiver took. */
    alert: v.union(v.literal('trigger'), v.literal('resolve')),
    revision: v.number(),
    delivered: v.number(),
  }).index('by_where', ['where']),

  /**
   * The cutover of each cohort: one row a cohort that has moved. Its phase is in the flag `profile.reads`. Written by
   * model/profile/cutover.ts and its walk.
   */
  readCutovers: defineTable({
    cohort,
    /** When the phase began, in Unix milliseconds. */
    since: v.number(),
    /** The walk of the phase through all profiles; another round ends the one before. */
    walk: v.object({
      round: v.number(),
      /** The handle that it has reached; null once it has gone through all. */
      reached: v.union(v.string(), v.null()),
      /** Profiles of the cohort that it has gone through. */
      profiles: v.number(),
      /** Whether a walk has gone through all since the phase began, this one or an earlier one. */
      complete: v.boolean(),
    }),
  }).index('by_cohort', ['cohort']),

  /**
   * Profiles of which snapshot and rows would be read differently, found while a cohort's phase is `shadow-read`. At most one
   * row a profile, with names of parts and no content. Written by model/profile/shadow.ts.
   */
  readDifferences: defineTable({
    profileId: v.id('profiles'),
    cohort,
    /** Sections, `settings`, `role` or `versions`; `snapshot` where there is none that could serve. */
    parts: v.array(v.string()),
    /** Unix milliseconds. */
    foundAt: v.number(),
  })
    .index('by_profile', ['profileId'])
    .index('by_cohort', ['cohort']),
  /**
   * The strength of each profile, one row a profile, written with the profile if it differs. Read by the owner, and for
   * baselines.
   */
  profileStrengths: defineTable({
    profileId: v.id('profiles'),
    accountId: v.id('accounts'),
    role: zodToConvex(roleSchema),
    /** The version of the rules that made it. */
    rules: v.number(),
    strength: convexObject<Strength>(strengthSchema),
    /** By section, the numbers of which it is made. Absent in rows that older versions wrote. */
    facts: v.optional(v.record(v.string(), v.record(v.string(), v.number()))),
    /** Creation of the profile, in Unix milliseconds. */
    createdAt: v.number(),
    /** When the score first reached 80, in Unix milliseconds; absent before, and where that was not seen. */
    completedAt: v.optional(v.number()),
  })
    .index('by_profile', ['profileId'])
    .index('by_account', ['accountId'])
    .index('by_rules', ['rules']),

  /**
   * Baselines, which model/profile/baselines.ts makes of the log: for each profile what of it is counted, the counts for
   * each role, and for each day (UTC) the edits by section.
   */
  baselineEntries: defineTable({
    profileId: v.id('profiles'),
    role: zodToConvex(roleSchema),
    completeness: v.number(),
    timeToComplete: v.union(v.number(), v.null()),
  }).index('by_profile', ['profileId']),
  baselineRoles: defineTable({
    role: zodToConvex(roleSchema),
    completeness: v.array(v.number()),
    timeToComplete: v.array(v.number()),
  }).index('by_role', ['role']),
  baselineDays: defineTable({
    day: v.string(),
    edits: v.record(v.string(), v.number()),
  }).index('by_day', ['day']),
};
