/** Samples of the events domain's functions and routes. */
import type { FunctionSamples, RouteSamples } from '../contract/samples.ts';
import type { eventsContract } from './contract.ts';
import type { eventsRoutes } from './routes.ts';

const inbox = `/v1/events?source=src_${'0'.repeat(16)}`;
const writing = [{ path: inbox, body: {} }];

export const eventsSamples: FunctionSamples<typeof eventsContract> = {
  webhooks: {
    register: ({ partner }) => ({ partner, url: 'https://receiver.example/gigsy' }),
    verify: ({ webhook }) => ({ webhook }),
    rotate: ({ webhook }) => ({ webhook, graceMs: 0 }),
    test: ({ webhook }) => ({ webhook }),
    list: ({ partner }) => ({ partner }),
    remove: ({ webhook }) => ({ webhook }),
    deliveries: ({ webhook }) => ({ webhook }),
    replay: ({ webhook }) => ({ webhook, from: 0, until: 1 }),
  },
  consumers: {
    status: () => ({}),
    replay: ({ letter }) => ({ letter }),
  },
  sources: {
    register: ({ handle, origin }) => ({ label: handle, address: `${origin}/sample` }),
    rotate: ({ source }) => ({ source, graceMs: 0 }),
    list: () => ({}),
    remove: ({ source }) => ({ source }),
  },
  quarantine: {
    list: () => ({}),
    replay: ({ quarantined }) => ({ event: quarantined }),
    drop: ({ quarantined }) => ({ event: quarantined }),
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
