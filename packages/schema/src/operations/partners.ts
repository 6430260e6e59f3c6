/** Partner organisations and their keys, as contracts show them. Secrets are in none of these shapes. */
import * as z from 'zod';
import { isOrigin, line } from '../contract/text.ts';
import { KEY_NAME, PUBLISHABLE_KEY, SECRET_KEY } from '../contract/rules/names.ts';

/** Sites a partner shows widgets on. */
export const MAX_ORIGINS = 20;
/** Keys a partner holds at once, replaced ones that are still valid among them. */
export const MAX_KEYS = 10;
/** Partners a page of the list holds. */
export const PARTNER_PAGE = 50;
/** Longest that a replaced key stays valid: a week, for partners who deploy by hand. */
export const MAX_GRACE_MS = 7 * 24 * 60 * 60 * 1000;

/** An origin as browsers send it: `https://careers.example`, or `http://` on this machine for development. */
export const originSchema = z
  .string('must be text')
  .max(260, 'must have at most 260 characters')
  .refine(isOrigin, 'must be an origin, such as https://careers.example: https, no path, no slash at the end');

export const originsSchema = z
  .array(originSchema)
  .max(MAX_ORIGINS, `must hold at most ${MAX_ORIGINS} origins`)
  .refine((origins) => new Set(origins).size === origins.length, 'must not name an origin twice');

export const partnerNameSchema = line(80);

/** A document's id, as the API gave it. */
export const idSchema = z.string('must be text').regex(/^[\x21-\x7e]{1,64}$/, 'must be an id that this API gave');

export const partnerSchema = z.strictObject({
  partner: z.string(),
  name: z.string(),
  origins: z.array(z.string()),
  /** Unix milliseconds. */
  createdAt: z.number(),
});

/** `publishable`: stands in pages, works from the partner's origins alone. `secret`: stays on the partner's servers. */
export const keyKinds = ['publishable', 'secret'] as const;
export type KeyKind = (typeof keyKinds)[number];

/**
 * What names a key in lists, logs and calls: a publishable key is its own name, a secret key's name is the part before
 * its last underscore (`sk_` and 16 hex digits), from which the secret cannot be told.
 */
export const keyNameSchema = z
  .string('must be text')
  .regex(KEY_NAME, 'must be a publishable key, or sk_ and the 16 hex digits after it');

export function isPublishableKey(given: string): boolean {
  return PUBLISHABLE_KEY.test(given);
}

/** The name of a whole secret key; undefined for anything else. */
export function secretKeyName(given: string): string | undefined {
  return SECRET_KEY.exec(given)?.[1];
}

/** Calls a minute of a key unless its issuer says otherwise: reads by pages, which are not held to it, calls by servers, which are. */
export const DEFAULT_PER_MINUTE: Record<KeyKind, number> = { publishable: 6_000, secret: 600 };
export const MAX_PER_MINUTE = 60_000;

export const keySchema = z.strictObject({
  key: z.string(),
  kind: z.enum(keyKinds),
  /**
   * Calls a minute. A secret key's quota, all of which may come at once. For a publishable key what was agreed: reads with it
   * are not refused, since whoever copies the key could otherwise use up what its pages need.
   */
  perMinute: z.number(),
  createdAt: z.number(),
  /** When a replaced key stops working, Unix milliseconds; null for one in force. */
  endsAt: z.number().nullable(),
});
export type PartnerKey = z.infer<typeof keySchema>;
