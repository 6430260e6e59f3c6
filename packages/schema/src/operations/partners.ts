/** Partner organisations and their keys, in the shapes of the contract. No shape here holds a secret. */
import * as z from 'zod';
import { fault } from '../contract/field-code.ts';
import { isOrigin, line } from '../contract/text.ts';
import { KEY_NAME, PUBLISHABLE_KEY, SECRET_KEY } from '../contract/rules/names.ts';

/** Most sites on which a partner shows widgets. */
export const MAX_ORIGINS = 20;
/** Most keys that a partner holds at once. Replaced keys count while they work. */
export const MAX_KEYS = 10;
/** Partners on a page of the list. */
export const PARTNER_PAGE = 50;
/** Longest time for which a replaced key works: a week, for partners who deploy by hand. */
export const MAX_GRACE_MS = 7 * 24 * 60 * 60 * 1000;

/** An origin as browsers send it: `https://careers.example`, or `http://` on this machine for development. */
export const originSchema = z
  .string('must be text')
  .max(260, 'must have at most 260 characters')
  .refine(
    isOrigin,
    fault('must be an origin, such as https://careers.example: https, no path, no slash at the end', 'invalid_format'),
  );

export const originsSchema = z
  .array(originSchema)
  .max(MAX_ORIGINS, `must hold at most ${MAX_ORIGINS} origins`)
  .refine((origins) => new Set(origins).size === origins.length, fault('must not name an origin twice', 'not_unique'));

export const partnerNameSchema = line(80);

/** The id of a document, from an earlier answer of the API. */
export const idSchema = z.string('must be text').regex(/^[\x21-\x7e]{1,64}$/, 'must be an id that this API gave');

export const partnerSchema = z.strictObject({
  partner: z.string(),
  name: z.string(),
  origins: z.array(z.string()),
  /** Unix milliseconds. */
  createdAt: z.number(),
});

/** `publishable`: written in pages, and works on the partner's origins alone. `secret`: stays on the partner's servers. */
export const keyKinds = ['publishable', 'secret'] as const;
export type KeyKind = (typeof keyKinds)[number];

/**
 * The name of a key in lists, logs and calls. A publishable key is its own name. The name of a secret key is the part
 * before its last underscore (`sk_` and 16 hex digits), which reveals nothing about the secret.
 */
export const keyNameSchema = z
  .string('must be text')
  .regex(KEY_NAME, 'must be a publishable key, or sk_ and the 16 hex digits after it');

export function isPublishableKey(given: string): boolean {
  return PUBLISHABLE_KEY.test(given);
}

/** The name in a whole secret key (a name and 256 random bits); undefined for anything else. */
export function secretKeyName(given: string): string | undefined {
  return SECRET_KEY.exec(given)?.[1];
}

/**
 * Calls a minute of a key unless its issuer says otherwise. The quota limits the calls of servers. It does not limit the
 * reads of pages.
 */
export const DEFAULT_PER_MINUTE: Record<KeyKind, number> = { publishable: 6_000, secret: 600 };
export const MAX_PER_MINUTE = 60_000;

export const keySchema = z.strictObject({
  key: z.string(),
  kind: z.enum(keyKinds),
  /**
   * Calls a minute. The quota of a secret key, all of which may be used at once. For a publishable key a figure that was
   * agreed: its reads are not refused, because anybody who copies the key could use up the quota of its pages.
   */
  perMinute: z.number(),
  createdAt: z.number(),
  /** When a replaced key stops working, in Unix milliseconds; null for a key in force. */
  endsAt: z.number().nullable(),
});
export type PartnerKey = z.infer<typeof keySchema>;
