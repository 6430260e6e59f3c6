/** The roles of people, and the names by which a contract admits callers. */
import * as z from 'zod';
import { roles, selfChosenRoles } from './roles.ts';

export { type Role, type SelfChosenRole, roles, selfChosenRoles } from './roles.ts';

export const roleSchema = z.enum(roles);
export const selfChosenRoleSchema = z.enum(selfChosenRoles);

/**
 * Every kind of caller. `newcomer`: a signed-in person without an account. `viewer`: a person whom a partner's embed
 * session names; reads as a member does and owns nothing. `partner`: an organisation that such a session names.
 * `deactivated`: a person who has deactivated their account; reads as anybody does and may come back.
 * `service`: Gigsy's own machinery.
 */
export const principalKinds = [
  'anonymous',
  'newcomer',
  ...roles,
  'deactivated',
  'viewer',
  'partner',
  'service',
] as const;
export type PrincipalKind = (typeof principalKinds)[number];

/**
 * Nobody sees the profile of an account that is not active. The person of a deactivated account may restore or delete it,
 * and do nothing else; those of a suspended or deleted one may do nothing.
 */
export const accountStatuses = ['active', 'suspended', 'deactivated', 'deleted'] as const;
export type AccountStatus = (typeof accountStatuses)[number];

/** Every signed-in person with an account. */
export const members = roles;
/** Everyone, signed in or not, by an embed session or without. */
export const everyone = ['anonymous', 'newcomer', ...roles, 'deactivated', 'viewer', 'partner'] as const;
