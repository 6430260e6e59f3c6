/**
 * The profile domain's tables. Only model/profile/write.ts writes them. `profiles` and the tables of list sections are
 * the system of record; `users.profile` is the read-optimized snapshot of the dual-write phase; `profileViews` is what
 * the public and members read.
 */
import {
  type ListSection,
  type OwnProfile,
  type PhotoFault,
  type ProfileView,
  type Sections,
  type Versions,
  type PrivacySettings,
  accountStatuses,
  listSections,
  objectSections,
  ownProfileSchema,
  photoFaults,
  privacySettingsSchema,
  profileViewSchema,
  roleSchema,
  sharedAudiences,
  versionsSchema,
} from '@gigsy/schema';
import { zodToConvex } from 'convex-helpers/server/zod4';
import { defineTable } from 'convex/server';
import { type VObject, v } from 'convex/values';
import type * as z from 'zod';
import { convexValidator } from './contract.js';

/** The converted form of a contract schema, under the type its parsed value has. */
function converted<T>(schema: z.ZodType) {
  return convexValidator(schema) as unknown as VObject<T, Record<string, never>, 'required', string>;
}

/** One row an item; `order` is its place in the list. */
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
      'profileId' | 'order'
    >,
  ).index('by_profile', ['profileId', 'order']);
}

export const profileTables = {
  /** Who may sign in and as what. Apart from the profile, so that an edit does not re-run all that its author watches. */
  accounts: defineTable({
    /** Who vouches for the person; `clerk` is whichever issuer the environment names. */
    provider: v.literal('clerk'),
    /** The provider's id of the person. */
    subject: v.string(),
    role: zodToConvex(roleSchema),
    /** Changed by profile.accounts.setStatus alone, which takes the views away and brings them back. */
    status: v.union(...accountStatuses.map((status) => v.literal(status))),
    /** The handle of the person's profile, once there is one. */
    handle: v.optional(v.string()),
  }).index('by_identity', ['provider', 'subject']),

  users: defineTable({
    accountId: v.id('accounts'),
    /** The whole profile as of its last write. */
    profile: converted<OwnProfile>(ownProfileSchema),
    /** SHA-256 of the snapshot's canonical JSON, for drift detection. */
    profileHash: v.string(),
  }).index('by_account', ['accountId']),

  profiles: defineTable({
    userId: v.id('users'),
    accountId: v.id('accounts'),
    handle: v.string(),
    role: zodToConvex(roleSchema),
    identity: converted<Sections['identity']>(objectSections.identity),
    about: converted<Sections['about']>(objectSections.about),
    contact: converted<Sections['contact']>(objectSections.contact),
    availability: converted<Sections['availability']>(objectSections.availability),
    links: v.array(converted<Sections['links'][number]>(listSections.links.item)),
    settings: converted<PrivacySettings>(privacySettingsSchema),
    versions: converted<Versions>(versionsSchema),
    /** Hash of the policy under which the views were last written; rows from before there was one have none. */
    policy: v.optional(v.string()),
  })
    .index('by_handle', ['handle'])
    .index('by_policy', ['policy']),

  profileSkills: itemTable('skills'),
  profileEducation: itemTable('education'),
  profileWorkExperience: itemTable('workExperience'),
  profileProjects: itemTable('projects'),
  profileLanguages: itemTable('languages'),

  /** What an audience sees, one row per profile and audience; no row where the audience may see nothing. */
  profileViews: defineTable({
    profileId: v.id('profiles'),
    handle: v.string(),
    audience: v.union(...sharedAudiences.map((audience) => v.literal(audience))),
    body: converted<ProfileView>(profileViewSchema),
    /** SHA-256 of the body's canonical JSON, base64url: the strong entity tag of the public route. */
    etag: v.string(),
    /** Hash of the policy that made the body. One made under another policy is never served. */
    policy: v.optional(v.string()),
  }).index('by_handle_audience', ['handle', 'audience']),

  /** The picture of a profile whose owner gave an address for one: one row a profile. A new address makes a new row. */
  profilePhotos: defineTable({
    profileId: v.id('profiles'),
    handle: v.string(),
    /** Where the picture is fetched from; for nobody but the owner. */
    source: v.string(),
    state: v.union(v.literal('waiting'), v.literal('stored'), v.literal('failed')),
    fault: v.optional(v.union(...(Object.keys(photoFaults) as PhotoFault[]).map((fault) => v.literal(fault)))),
    /** How often the address was tried in vain. */
    attempts: v.number(),
    /** `hash` is the SHA-256 of the bytes, base64url. */
    file: v.optional(v.object({ id: v.id('_storage'), type: v.string(), hash: v.string() })),
    /** What the picture's address ends with, unguessable and another for each audience: knowing one opens no other. */
    tokens: v.object({ public: v.string(), platform: v.string(), owner: v.string() }),
  })
    .index('by_profile', ['profileId'])
    .index('by_public_token', ['tokens.public'])
    .index('by_platform_token', ['tokens.platform'])
    .index('by_owner_token', ['tokens.owner']),
};
