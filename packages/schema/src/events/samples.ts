/** Samples of the events domain's functions and routes. */
import type { FunctionSamples, RouteSamples } from '../contract/samples.ts';
import type { eventsContract } from './contract.ts';
import type { eventsRoutes } from './routes.ts';

const source = `src_${'0'.repeat(16)}`;
const inbox = `/v1/events?source=${source}`;
const writing = [{ path: inbox, body: {} }];

export const eventsSamples: FunctionSamples<typeof eventsContract> = {
  sources: {
    register: ({ handle, origin }) => ({ label: handle, address: `${origin}/sample` }),
    rotate: () => ({ source, graceMs: 0 }),
    list: () => ({}),
    remove: () => ({ source }),
  },
  quarantine: {
    list: () => ({}),
    replay: () => ({ event: 'none' }),
    drop: () => ({ event: 'none' }),
  },
};

export const eventsRouteSamples: RouteSamples<typeof eventsRoutes> = {
  receive: ({ handle }) =>
    [handle, 'nobody'].map((name) => ({
      path: inbox,
      headers: { 'Content-Type': 'application/cloudevents+json' },
      body: { specversion: '1.0', id: '1', source: 'https://courses.example', subject: `handle:${name}` },
    })),
  schema: () => [{ path: '/v1/schemas/events/profile.updated/1' }],
  refuseGetInbox: () => [{ path: inbox }],
  refusePutInbox: () => writing,
  refusePatchInbox: () => writing,
  refuseDeleteInbox: () => writing,
};
