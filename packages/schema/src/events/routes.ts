/** HTTP routes of the events domain: the inbox, and the JSON Schemas of events. */
import { type RouteContract, anyCaller, noCaller } from '../contract/route.ts';
import { EVENT_SCHEMAS_PATH } from './envelope.ts';

const INBOX = '/v1/events';
const NOTHING = 'Nothing about people.';
const postAlone = { summary: 'Refuses every method but POST: 405.', callers: noCaller, reveals: NOTHING } as const;

export const eventsRoutes = {
  receive: {
    method: 'POST',
    path: INBOX,
    summary: 'Takes events of the source that the address names, one or a batch, by its signature (Standard Webhooks).',
    callers: ['source'],
    reveals: 'Nothing: known, unknown, hidden and erased people get one answer.',
  },
  schema: {
    method: 'GET',
    path: EVENT_SCHEMAS_PATH,
    summary: 'The JSON Schema of the data of an event, by type and version.',
    callers: anyCaller,
    reveals: NOTHING,
  },
  refuseGetInbox: { method: 'GET', path: INBOX, ...postAlone },
  refusePutInbox: { method: 'PUT', path: INBOX, ...postAlone },
  refusePatchInbox: { method: 'PATCH', path: INBOX, ...postAlone },
  refuseDeleteInbox: { method: 'DELETE', path: INBOX, ...postAlone },
} as const satisfies Record<string, RouteContract>;
