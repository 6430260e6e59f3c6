/** Public functions of the operations domain: partner organisations and their keys, for administrators. */
import * as z from 'zod';
import { mutation, query } from '../contract/define.ts';
import { idempotencyKeySchema } from '../contract/text.ts';
import {
  MAX_GRACE_MS, MAX_KEYS, MAX_PER_MINUTE, PARTNER_PAGE, idSchema, keyKinds, keyNameSchema, keySchema, originsSchema, partnerNameSchema, partnerSchema,
} from './partners.ts';

const administrative = {
  callers: ['admin'],
  reveals: "Partners' names, sites and keys, to administrators. Never a secret that was shown before.",
  rate: { rate: 60, periodMs: 60_000, capacity: 60 },
} as const;

/** A fresh key. The secret is in the first answer only: repeating the request gives null. */
const issued = z.strictObject({ key: keySchema, secret: z.string().nullable() });

const partners = {
  create: mutation({
    ...administrative,
    summary: 'Enters a partner organisation with the origins of the sites that may show its widgets.',
    args: z.strictObject({ name: partnerNameSchema, origins: originsSchema, idempotencyKey: idempotencyKeySchema }),
    result: z.strictObject({ partner: z.string() }),
    errors: ['unauthenticated', 'forbidden', 'idempotency_mismatch', 'rate_limited'],
  }),
  update: mutation({
    ...administrative,
    summary: "Changes a partner's name or its origins; pages on origins that are no longer there are refused at once.",
    args: z.strictObject({
      partner: idSchema, name: partnerNameSchema.optional(), origins: originsSchema.optional(), idempotencyKey: idempotencyKeySchema,
    }),
    result: partnerSchema,
    errors: ['unauthenticated', 'forbidden', 'not_found', 'idempotency_mismatch', 'rate_limited'],
  }),
  list: query({
    callers: administrative.callers,
    reveals: administrative.reveals,
    summary: `Partners, newest first, ${PARTNER_PAGE} at a time: give the last one's createdAt as \`before\` for the next.`,
    args: z.strictObject({ before: z.number('must be a time in Unix milliseconds').optional() }),
    result: z.array(partnerSchema),
    errors: ['unauthenticated', 'forbidden'],
  }),
};

const keys = {
  issue: mutation({
    ...administrative,
    summary: `Issues a key to a partner, which may hold ${MAX_KEYS}. A secret is shown in this answer and never again.`,
    args: z.strictObject({
      partner: idSchema,
      kind: z.enum(keyKinds, 'must be publishable or secret'),
      perMinute: z.int('must be a whole number').min(1).max(MAX_PER_MINUTE).optional(),
      idempotencyKey: idempotencyKeySchema,
    }),
    result: issued,
    errors: ['unauthenticated', 'forbidden', 'not_found', 'too_large', 'idempotency_mismatch', 'rate_limited'],
    shownOnce: ['secret'],
  }),
  list: query({
    callers: administrative.callers,
    reveals: administrative.reveals,
    summary: "A partner's keys, oldest first.",
    args: z.strictObject({ partner: idSchema }),
    result: z.array(keySchema),
    errors: ['unauthenticated', 'forbidden', 'not_found'],
  }),
  rotate: mutation({
    ...administrative,
    summary: 'Replaces a key by a new one of the same kind and quota. The old one works for `graceMs` more, then no longer.',
    args: z.strictObject({
      key: keyNameSchema, graceMs: z.int('must be a whole number').min(0).max(MAX_GRACE_MS), idempotencyKey: idempotencyKeySchema,
    }),
    result: issued,
    errors: ['unauthenticated', 'forbidden', 'not_found', 'too_large', 'idempotency_mismatch', 'rate_limited'],
    shownOnce: ['secret'],
  }),
  revoke: mutation({
    ...administrative,
    summary: 'Ends a key, and every session minted with it, at once.',
    args: z.strictObject({ key: keyNameSchema, idempotencyKey: idempotencyKeySchema }),
    result: z.strictObject({ key: z.string() }),
    errors: ['unauthenticated', 'forbidden', 'not_found', 'idempotency_mismatch', 'rate_limited'],
  }),
};

export const operationsContract = { partners, keys };
