/** Public functions of the events domain. */
import { quarantine, sources } from './inbox-functions.ts';
import { consumers, webhooks } from './webhook-functions.ts';

export const eventsContract = { webhooks, consumers, sources, quarantine };
