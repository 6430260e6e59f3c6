/** Partners' webhooks and what is sent to them, in the shapes of the contract. No shape here holds a secret. */
import * as z from 'zod';
import { publicEventTypes } from '../catalog.ts';
import { days, hours, minutes } from '../contract/retention.ts';
import { resourceUrl } from '../contract/text.ts';

/** Most webhooks of a partner, and of all partners: each event is written down once for each. */
export const MAX_WEBHOOKS = 5;
export const MAX_ALL_WEBHOOKS = 100;
/** Deliveries on a page. */
export const DELIVERY_PAGE = 50;

/**
 * Milliseconds until the next attempt after each one that failed: the schedule that Standard Webhooks recommends, some three
 * days. Each delay is lengthened by up to a tenth at random. A delivery without a further attempt is dead.
 */
export const DELIVERY_RETRIES = [
  5_000,
  minutes(5),
  minutes(30),
  hours(2),
  hours(5),
  hours(10),
  hours(14),
  hours(20),
  hours(24),
] as const;

/**
 * `pending`: the receiver has not shown yet that it wants deliveries. `active`: it gets them. `disabled`: it has answered 410,
 * and gets nothing until it is verified again.
 */
export const webhookStates = ['pending', 'active', 'disabled'] as const;

/** Why an attempt failed. `status`: the receiver answered with a status that is not 200 to 299. */
export const deliveryFaults = ['address_not_allowed', 'unreachable', 'timeout', 'status', 'wrong_answer'] as const;
export type DeliveryFault = (typeof deliveryFaults)[number];

/**
 * `queued`: waits for an earlier delivery about the same subject. `waiting`: for its next attempt. `dead`: no attempt follows,
 * unless it is replayed.
 */
export const deliveryStates = ['queued', 'waiting', 'delivered', 'dead'] as const;

/** Types of deliveries: public events, and the one that tries a webhook. */
export const sentTypes = ['webhook.test', ...publicEventTypes] as const;
export type SentType = (typeof sentTypes)[number];

export const webhookUrlSchema = resourceUrl;

/** Unix milliseconds. */
const time = z.number();

export const webhookSchema = z.strictObject({
  webhook: z.string(),
  partner: z.string(),
  url: z.string(),
  state: z.enum(webhookStates),
  createdAt: time,
  /** Failures of attempts, one after another. */
  failures: z.number(),
  /** The fault of the last attempt to verify or to deliver; null after one that succeeded. */
  fault: z.enum(deliveryFaults).nullable(),
  /** While it fails again and again, nothing is sent before this time; null otherwise. */
  pausedUntil: time.nullable(),
  /** When the oldest delivery was made that is still to be sent; null if there is none. */
  oldest: time.nullable(),
  /** Whether there are deliveries that are dead. */
  dead: z.boolean(),
});
export type Webhook = z.infer<typeof webhookSchema>;

export const deliverySchema = z.strictObject({
  delivery: z.string(),
  /** The `webhook-id` that the receiver gets: the same in every attempt. */
  id: z.string(),
  type: z.enum(sentTypes),
  state: z.enum(deliveryStates),
  attempts: z.number(),
  createdAt: time,
  /** The time of the next attempt; null if none follows, or an earlier delivery is waited for. */
  dueAt: time.nullable(),
  /** HTTP status of the last answer; null without one. */
  status: z.number().nullable(),
  fault: z.enum(deliveryFaults).nullable(),
});
export type Delivery = z.infer<typeof deliverySchema>;

export const consumerSchema = z.strictObject({
  consumer: z.string(),
  /** The time of the last event that it took; null before the first. */
  upTo: time.nullable(),
  /** Events that it has not taken, counted up to 1,000, and the time of the oldest of them. */
  behind: z.number(),
  oldest: time.nullable(),
  /** Events that it has taken since they are counted. Two answers tell the rate. */
  taken: z.number(),
  running: z.boolean(),
  /** Failures at the event at which it is. */
  failures: z.number(),
  /** Events that it failed at each time, oldest first, at most 100. */
  deadLetters: z.array(
    z.strictObject({ letter: z.string(), event: z.string(), type: z.string(), attempts: z.number(), at: time }),
  ),
});
export type ConsumerStatus = z.infer<typeof consumerSchema>;

/** Events and dead letters that the status counts and lists. */
export const MAX_BEHIND = 1_000;
export const MAX_DEAD_LETTERS = 100;
/** Deliveries are kept for 30 days. */
export const DELIVERIES_KEPT_MS = days(30);
