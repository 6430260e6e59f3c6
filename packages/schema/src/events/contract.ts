/** Public functions of the events domain. */
import { consumers, webhooks } from './webhook-functions.ts';

export const eventsContract = { webhooks, consumers };
