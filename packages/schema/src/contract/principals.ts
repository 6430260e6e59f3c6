/** Who may act: the roles people have, and the names by which a contract admits callers. */
import * as z from 'zod';

/** Roles a person can hold. The first three are chosen at sign-up, the others are granted by an administrator. */
export const roles = ['student', 'employer', 'mentor', 'moderator', 'admin'] as const;
export type Role = (typeof roles)[number];
export const roleSchema = z.enum(roles);

export const selfChosenRoles = ['student', 'employer', 'mentor'] as const;
export const selfChosenRoleSchema = z.enum(selfChosenRoles);

/**
 * Every kind of caller. `newcomer` is a signed-in person without an account yet, `viewer` a person whom a partner's embed
 * session names (a member who only reads, and owns nothing), `partner` the organisation that such a session names,
 * `service` Gigsy's own machinery.
 */
export const principalKinds = ['anonymous', 'newcomer', ...roles, 'viewer', 'partner', 'service'] as const;
export type PrincipalKind = (typeof principalKinds)[number];

/** What an account may be: a suspended or deactivated one cannot act, and its profile is shown to nobody. */
export const accountStatuses = ['active', 'suspended', 'deactivated'] as const;
export type AccountStatus = (typeof accountStatuses)[number];

/** Every signed-in person with an account. */
export const members = roles;
/** Everyone, signed in or not, by an embed session or without. */
export const everyone = ['anonymous', 'newcomer', ...roles, 'viewer', 'partner'] as const;
