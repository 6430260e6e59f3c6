/**
 * The facts that Clerk tells of a person, as far as Gigsy wants them: a role, and words to begin a profile with. E-mail
 * addresses and the rest are not kept.
 */
import { type SelfChosenRole, cleanText, cutText, handleSchema, line, selfChosenRoleSchema } from '@gigsy/schema';
import * as z from 'zod';

export interface ClerkFacts {
  /** Chosen at sign-up; one that people may choose themselves. */
  role?: SelfChosenRole;
  displayName?: string;
  handle?: string;
  /** Address of a picture that the person has uploaded to Clerk or brought along from another sign-in. */
  picture?: string;
}

const text = z.string().nullish();

/** The part of Clerk's `UserJSON` that is read. Other fields come and go with Clerk's versions. */
const userSchema = z.object({
  id: z.string().min(1).max(200),
  /** Unix milliseconds. */
  updated_at: z.number(),
  first_name: text,
  last_name: text,
  username: text,
  image_url: text,
  has_image: z.boolean().nullish(),
  public_metadata: z.unknown(),
  unsafe_metadata: z.unknown(),
});

export interface ClerkUser {
  subject: string;
  /** Unix milliseconds. */
  updatedAt: number;
  facts: ClerkFacts;
}

/** Null if `data` is not a user of Clerk's. */
export function clerkUserIn(data: unknown): ClerkUser | null {
  const parsed = userSchema.safeParse(data);
  if (!parsed.success) return null;
  const { id: subject, updated_at: updatedAt, ...user } = parsed.data;
  return { subject, updatedAt, facts: factsOf(user) };
}

/** The subject of a `user.deleted`, which says nothing else. Null if there is none. */
export function deletedSubjectIn(data: unknown): string | null {
  return userSchema.pick({ id: true }).safeParse(data).data?.id ?? null;
}

function factsOf(user: Omit<z.output<typeof userSchema>, 'id' | 'updated_at'>): ClerkFacts {
  const role = roleIn(user.public_metadata) ?? roleIn(user.unsafe_metadata);
  const displayName = nameOf([user.first_name, user.last_name]);
  const handle = handleSchema.safeParse(user.username?.toLowerCase()).data;
  const picture = user.has_image ? pictureSchema.safeParse(user.image_url).data : undefined;
  return {
    ...(role && { role }),
    ...(displayName && { displayName }),
    ...(handle && { handle }),
    ...(picture && { picture }),
  };
}

const pictureSchema = z.url({ protocol: /^https?$/ }).max(2_000);

/** Anybody can write `unsafe_metadata`, so it grants no role that operators grant; nor does the other, to keep one way. */
function roleIn(metadata: unknown): SelfChosenRole | undefined {
  return z.object({ role: selfChosenRoleSchema }).safeParse(metadata).data?.role;
}

const MAX_NAME = 120;

/** Undefined where nothing is left that a display name may hold. */
function nameOf(parts: (string | null | undefined)[]): string | undefined {
  const name = cutText(cleanText(parts.filter(Boolean).join(' ')).replace(/\s+/g, ' '), MAX_NAME);
  return line(MAX_NAME).safeParse(name).data;
}
