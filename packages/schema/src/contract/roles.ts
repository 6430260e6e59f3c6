/** The roles of people. Free of zod: pages load it. */

/** People choose one of the first three at sign-up; operators grant the others. */
export const roles = ['student', 'employer', 'mentor', 'moderator', 'admin'] as const;
export type Role = (typeof roles)[number];

export const selfChosenRoles = ['student', 'employer', 'mentor'] as const;
export type SelfChosenRole = (typeof selfChosenRoles)[number];
