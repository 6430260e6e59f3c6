/**
 * Grants: the list of those whom the owner has named. `restricted` content is shown to them and to the owner, and to
 * nobody else.
 */
import * as z from 'zod';
import { query } from '../contract/define.ts';
import { fault } from '../contract/field-code.ts';
import { mutation } from '../contract/mutation.ts';
import { members, roleSchema } from '../contract/principals.ts';
import { handleSchema } from '../contract/text.ts';
import { idSchema } from '../operations/partners.ts';
import { settingKeys } from './matrix.ts';
import { relationNameSchema } from './relations.ts';

/** Most grants of one profile. */
export const MAX_GRANTS = 100;

const keysSchema = z
  .array(z.enum(settingKeys, 'must be a key of the privacy matrix that has a setting'), 'must be a list of settings')
  .min(1, 'must name a setting')
  .max(settingKeys.length, 'must name each setting once')
  .refine((named) => new Set(named).size === named.length, fault('must name each setting once', 'not_unique'));

export const namedPersonSchema = z.strictObject({ person: handleSchema });
export const namedRoleSchema = z.strictObject({ role: roleSchema });
export const namedRelationSchema = z.strictObject({ relation: relationNameSchema });

/** A person by handle, everybody of a role, those with an accepted relation, or an organisation by the owner's link to it. */
export const granteeSchema = z.union(
  [namedPersonSchema, namedRoleSchema, z.strictObject({ link: idSchema }), namedRelationSchema],
  'must be { person } with a handle, { role }, { relation }, or { link } with one of your links to organisations',
);
export type GranteeChoice = z.infer<typeof granteeSchema>;

export const grantSchema = z.strictObject({
  /** The grant's id. */
  grant: z.string(),
  /** `person` is the handle as the owner wrote it. `organisation` is a name. */
  to: z.union([namedPersonSchema, namedRoleSchema, z.strictObject({ organisation: z.string() }), namedRelationSchema]),
  /** The settings that the grant opens where they are `restricted`; all where it is left out. */
  keys: keysSchema.optional(),
  /** Unix milliseconds. */
  createdAt: z.number(),
});
export type Grant = z.infer<typeof grantSchema>;

const changes = {
  callers: members,
  reveals: 'Nothing about others.',
  rate: { rate: 60, periodMs: 60_000, capacity: 60 },
  audit: { subject: 'profile', changed: '`grants`' },
} as const;

export const grantsContract = {
  list: query({
    summary: `The caller's grants, oldest first: the people, roles, relations and organisations that see restricted content. At most ${MAX_GRANTS}.`,
    args: z.strictObject({}),
    result: z.array(grantSchema),
    callers: members,
    reveals:
      'That somebody whom the caller named has been erased: their grant is gone. A documented declassifier. Nothing else about others, not even that a handle exists.',
  }),
  add: mutation({
    ...changes,
    summary:
      'Shows restricted content to a person, to everybody of a role, to those with an accepted relation or to an organisation: all of it, or that of the settings in `keys`. A grantee who is named already gets these settings instead. The answer is the same for a handle that nobody has.',
    args: z.strictObject({ to: granteeSchema, keys: keysSchema.optional() }),
    result: grantSchema,
    errors: ['not_found', 'too_large'],
  }),
  remove: mutation({
    ...changes,
    summary: 'Ends a grant. Grantees who are watching stop seeing the fields at once.',
    args: z.strictObject({ grant: idSchema }),
    result: z.strictObject({ grant: z.string() }),
    errors: ['not_found'],
  }),
};
