/**
 * Names and kinds of the contract's functions: all that the SDK needs of it at run time, so that zod stays out of
 * bundles. `satisfies` fails the type check when an entry is missing, superfluous or of the wrong kind.
 */
import type { Manifest } from './resources.ts';

export const manifest = {
  profile: { get: 'query', mine: 'query', create: 'mutation', update: 'mutation' },
  privacy: { get: 'query', update: 'mutation' },
  operations: {
    partners: { create: 'mutation', update: 'mutation', list: 'query' },
    keys: { issue: 'mutation', list: 'query', rotate: 'mutation', revoke: 'mutation' },
    links: { preview: 'query', create: 'mutation', list: 'query', revoke: 'mutation' },
  },
} as const satisfies Manifest;
