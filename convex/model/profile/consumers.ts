/** The profile domain's consumers of the log. */
import type { Consumer } from '../events/consumer.js';
import { BASELINE_CONSUMER, EVENT_BATCH, countEvents } from './baselines.js';

export const profileConsumers: readonly Consumer[] = [
  { name: BASELINE_CONSUMER, batch: EVENT_BATCH, delayMs: 2_000, take: countEvents },
];
