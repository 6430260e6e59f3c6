/** The events domain's consumers of the log. */
import type { Consumer } from './consumer.js';
import { enqueuePublic } from './deliveries.js';

export const eventsConsumers: readonly Consumer[] = [
  { name: 'events.webhooks', batch: 10, delayMs: 0, take: enqueuePublic },
];
