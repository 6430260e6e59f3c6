/** Public functions for administrators: partners' webhooks, and the consumers of the log. */
import * as z from 'zod';
import { query } from '../contract/define.ts';
import { fault } from '../contract/field-code.ts';
import { mutation } from '../contract/mutation.ts';
import { MAX_GRACE_MS, idSchema } from '../operations/partners.ts';
import {
  DELIVERY_PAGE,
  MAX_ALL_WEBHOOKS,
  MAX_WEBHOOKS,
  consumerSchema,
  deliverySchema,
  deliveryStates,
  webhookSchema,
  webhookUrlSchema,
} from './webhooks.ts';

const administrative = {
  callers: ['admin'],
  rate: { rate: 60, periodMs: 60_000, capacity: 60 },
} as const;

const onWebhooks = {
  ...administrative,
  reveals: "Partners' webhooks, to administrators. Never a secret that was shown before.",
  audit: { subject: 'partner', changed: 'the webhook' },
} as const;

const reading = { callers: administrative.callers, reveals: onWebhooks.reveals } as const;

/** A secret is in the first answer alone: a repeated request gets null. */
const issued = z.strictObject({ webhook: webhookSchema, secret: z.string().nullable() });
const named = z.strictObject({ webhook: idSchema });
const time = z.number('must be a time in Unix milliseconds');

export const webhooks = {
  register: mutation({
    ...onWebhooks,
    summary: `Enters an address of a partner to which public events are posted, once it is verified. A partner may have ${MAX_WEBHOOKS}, all partners ${MAX_ALL_WEBHOOKS}. The secret is shown in this answer and never again.`,
    args: z.strictObject({ partner: idSchema, url: webhookUrlSchema }),
    result: issued,
    errors: ['not_found', 'too_large'],
    shownOnce: ['secret'],
  }),
  verify: mutation({
    ...onWebhooks,
    summary:
      'Posts a challenge to the address, which shows by its answer that it wants the deliveries. The list tells the outcome.',
    args: named,
    result: webhookSchema,
    errors: ['not_found'],
  }),
  rotate: mutation({
    ...onWebhooks,
    summary:
      'Makes a new secret. Deliveries are signed by the old one too for `graceMs` more, so that receivers can change over.',
    args: z.strictObject({ webhook: idSchema, graceMs: z.int('must be a whole number').min(0).max(MAX_GRACE_MS) }),
    result: issued,
    errors: ['not_found'],
    shownOnce: ['secret'],
  }),
  test: mutation({
    ...onWebhooks,
    summary: 'Sends an event of the type webhook.test, about nobody.',
    args: named,
    result: z.strictObject({ delivery: z.string() }),
    errors: ['not_found', 'not_ready'],
  }),
  list: query({
    ...reading,
    summary: "A partner's webhooks, or those of all partners, oldest first.",
    args: z.strictObject({ partner: idSchema.optional() }),
    result: z.array(webhookSchema),
    errors: ['not_found'],
  }),
  remove: mutation({
    ...onWebhooks,
    summary: 'Ends a webhook at once. Its deliveries are deleted.',
    args: named,
    result: named,
    errors: ['not_found'],
  }),
  deliveries: query({
    ...reading,
    summary: `Deliveries to a webhook, made and to be made, newest first, ${DELIVERY_PAGE} at a time: give the last one's createdAt as \`before\` for the next. They are kept for 30 days.`,
    args: z.strictObject({
      webhook: idSchema,
      state: z.enum(deliveryStates).optional(),
      before: time.optional(),
    }),
    result: z.array(deliverySchema),
    errors: ['not_found'],
  }),
  replay: mutation({
    ...onWebhooks,
    summary:
      'Sends again: one delivery that is dead or delivered, or all public events that were logged from `from` until before `until`.',
    args: z
      .strictObject({ webhook: idSchema, delivery: idSchema.optional(), from: time.optional(), until: time.optional() })
      .refine(
        ({ delivery, from, until }) =>
          delivery === undefined
            ? from !== undefined && until !== undefined
            : from === undefined && until === undefined,
        fault('must name either a delivery, or a time from and a time until', 'invalid'),
      ),
    result: named,
    errors: ['not_found', 'not_ready'],
  }),
};

export const consumers = {
  status: query({
    callers: administrative.callers,
    reveals: 'How many changes there are, hidden ones included, and surrogates of events; no content.',
    summary: 'How far each consumer of the log has come, and the events that it went on without.',
    args: z.strictObject({}),
    result: z.array(consumerSchema),
  }),
  replay: mutation({
    ...administrative,
    reveals: 'Nothing about people.',
    audit: { subject: 'account', changed: 'the dead letter' },
    summary: 'Hands an event to the consumer that went on without it. It leaves the list if the consumer takes it.',
    args: z.strictObject({ letter: idSchema }),
    result: z.strictObject({ letter: z.string() }),
    errors: ['not_found'],
  }),
};
