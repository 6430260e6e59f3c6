/** Samples of the events domain's functions. */
import type { FunctionSamples } from '../contract/samples.ts';
import type { eventsContract } from './contract.ts';

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
};
