/** Sources: other systems that send events to the inbox. No shape here but the answer that makes a secret holds one. */
import * as z from 'zod';
import { fault } from '../contract/field-code.ts';
import { isSecureUrl, line } from '../contract/text.ts';
import { MAX_GRACE_MS, idSchema } from '../operations/partners.ts';

/** Most sources at once. Removed ones do not count. */
export const MAX_SOURCES = 100;
/** Events a minute of a source unless its registration says otherwise, and the most that it may say. */
export const DEFAULT_EVENTS_PER_MINUTE = 600;
export const MAX_EVENTS_PER_MINUTE = 6_000;

const SOURCE_NAME = /^src_[0-9a-f]{16}$/;

/** The name of a source in addresses and calls: `src_` and 16 hex digits. It proves nothing. */
export const sourceNameSchema = z.string('must be text').regex(SOURCE_NAME, 'must be src_ and 16 hex digits');

export function isSourceName(given: string): boolean {
  return SOURCE_NAME.test(given);
}

/** The `source` of the events: an absolute https address without a fragment, of at most 500 characters. */
export const sourceAddressSchema = z
  .string('must be text')
  .max(500, 'must have at most 500 characters')
  .refine(
    (value) => isSecureUrl(value) && !/[\s#]/.test(value),
    fault('must be an https:// address without a fragment', 'invalid_format'),
  );

export const registrationSchema = z.strictObject({
  /** For operators: the name of the system. */
  label: line(80),
  address: sourceAddressSchema,
  /** The organisation whose system it is. Its events may name people by the organisation's own ids for them. */
  partner: idSchema.optional(),
  perMinute: z.int('must be a whole number').min(1).max(MAX_EVENTS_PER_MINUTE).optional(),
});

/** Time for which the replaced secret still works, in milliseconds: up to a week. */
export const graceSchema = z.int('must be a whole number').min(0).max(MAX_GRACE_MS);

export const sourceSchema = z.strictObject({
  source: z.string(),
  label: z.string(),
  address: z.string(),
  partner: z.string().nullable(),
  perMinute: z.number(),
  /** Unix milliseconds. */
  createdAt: z.number(),
  /** When the replaced secret stops working, in Unix milliseconds; null if one secret alone is valid. */
  graceEndsAt: z.number().nullable(),
  /** Events that were ever accepted. Two answers tell the rate. */
  received: z.number(),
  /** Events that were accepted and not processed yet. */
  waiting: z.number(),
  /** Events in quarantine for faults of their own. */
  quarantined: z.number(),
});
export type RegisteredSource = z.infer<typeof sourceSchema>;
