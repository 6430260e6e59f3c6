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
  type Versions,
  type PrivacySettings,
  accountStatuses,
  listSectionNames,
  listSections,
  objectSections,
  photoFaults,
  privacySettingsSchema,
  profileV0Schema,
  profileV1Schema,
  profileViewSchema,
  roleSchema,
  snapshotSchema,
  versionsSchema,
} from '@gigsy/schema';
import { zodToConvex } from 'convex-helpers/server/zod4';
import { defineTable } from 'convex/server';
import { type VObject, v } from 'convex/values';
import type * as z from 'zod';
import { convexObject } from './contract.js';
import { viewTable } from './privacy.js';

/** One row for each item. The items of a list follow one another by `order`, any number. */
function itemTable<S extends Exclude<ListSection, 'links'>>(section: S) {
  const fields = zodToConvex(listSections[section].item as z.ZodObject).fields;
  return defineTable(
    v.object({
      profileId: v.id('profiles'),
      ...fields,
      order: v.number(),
    }) as unknown as VObject<
      { profileId: import('convex/values').GenericId<'profiles'>; order: number } & Sections[S][number],
      Record<string, never>,
      'required',
      'profileId' | 'order' | 'id'
    >,
  )
    .index('by_profile', ['profileId', 'order'])
    .index('by_item', ['profileId', 'id']);
}

export const profileTables = {
  /**
   * The people who may sign in, with their roles. Kept apart from the profile, so that an edit re-runs nothing else
   * that its author watches.
   */
  accounts: defineTable({
    /** The issuer that vouches for the person. `clerk` is the issuer that the environment names. */
    provider: v.literal('clerk'),
    /** The provider's id of the person. */
    subject: v.string(),
    role: zodToConvex(roleSchema),
    /** Changed by profile.accounts.setStatus alone, which deletes the person's views or makes them again. */
    status: v.union(...accountStatuses.map((status) => v.literal(status))),
    /** The handle of the person's profile, once there is one. */
    handle: v.optional(v.string()),
  }).index('by_identity', ['provider', 'subject']),

  /**
   * Snapshots of profiles, one row a profile, written with each change of the profile: the form in which systems that
   * do not know the rows read it. It holds nothing about signing in: that is `accounts`.
   */
  users: defineTable({
    accountId: v.id('accounts'),
    /** The whole profile as of its last write, in the version of that day: `upcastProfile` reads each. */
    profile: v.union(
      convexObject<Snapshot>(snapshotSchema),
      convexObject<ProfileV1>(profileV1Schema),
      convexObject<ProfileV0>(profileV0Schema),
    ),
    /** SHA-256 of the snapshot's canonical JSON, for drift detection. Version 0 has none. */
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
   * The picture of a profile, if its owner gave an address for one. One row a profile; a new address makes a new row.
   */
  profilePhotos: defineTable({
    profileId: v.id('profiles'),
    handle: v.string(),
    /** The address that the picture is fetched from. Shown to the owner alone. */
    source: v.string(),
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
    .index('by_owner_token', ['tokens.owner']),
};
