/** Samples of the operations domain's functions and routes. */
import type { FunctionSamples, RouteSamples, SampleRequest, SampleSubject } from '../contract/samples.ts';
import type { operationsContract } from './contract.ts';
import { operationsRoutes } from './routes.ts';

export const operationsSamples: FunctionSamples<typeof operationsContract> = {
  partners: {
    create: ({ handle, origin }) => ({ name: handle, origins: [origin] }),
    update: ({ partner, handle }) => ({ partner, name: handle }),
    list: () => ({}),
  },
  keys: {
    issue: ({ partner }) => ({ partner, kind: 'publishable' }),
    list: ({ partner }) => ({ partner }),
    rotate: ({ key }) => ({ key, graceMs: 0 }),
    revoke: ({ key }) => ({ key }),
  },
  links: {
    preview: ({ code }) => ({ code }),
    create: ({ code }) => ({ code }),
    list: () => ({}),
    revoke: ({ link }) => ({ link }),
  },
  flags: {
    list: () => ({}),
    set: ({ handle }) => ({
      flag: {
        name: 'sample',
        kind: 'boolean',
        exposed: true,
        enabled: true,
        variants: ['on', 'off'],
        off: 'off',
        rules: [{ handles: [handle], variant: 'on' }],
      },
      expected: 0,
    }),
    remove: () => ({ name: 'removable', expected: 1 }),
    evaluate: ({ handle }) => ({ targetingKey: handle }),
  },
  cutover: {
    status: () => ({}),
    move: () => ({ cohort: 'staff', to: 'shadow-read', expected: 'dual-write' }),
  },
};

type Routes = typeof operationsRoutes;
type Refusal = Extract<keyof Routes, `refuse${string}` | `preflight${string}`>;

const asServer = ({ secret }: SampleSubject) => ({ Authorization: `Bearer ${secret}` });

/** Routes that answer every request alike: by their own path, or by a profile's where they stand for many. */
const uniform = Object.fromEntries(
  Object.entries(operationsRoutes)
    .filter(([name]) => /^(refuse|preflight)/.test(name))
    .map(([name, { method, path }]) => [
      name,
      ({ handle }: SampleSubject): SampleRequest[] => [
        {
          path: path.endsWith('/') ? `${path}profiles/${handle}` : path,
          ...(!['GET', 'OPTIONS'].includes(method) && { body: {} }),
        },
      ],
    ]),
) as unknown as Pick<RouteSamples<Routes>, Refusal>;

export const operationsRouteSamples: RouteSamples<Routes> = {
  ...uniform,
  describe: () => [{ path: '/v1' }],
  read: ({ handle, etag, publishable, origin }) => {
    const path = `/v1/read/profile.get?handle=${handle}`;
    const known = etag.slice(1, 17);
    return [
      { path },
      { path: `/v1/read/profile.get?handle=${handle},viewer,nobody&sections=identity,skills,contact&handle=${handle}` },
      ...['identity', 'skills,links', 'education,workExperience,projects', 'about,languages', 'x'].map((sections) => ({
        path: `${path}&sections=${sections}`,
      })),
      ...['"x"', '*', etag].map((tag) => ({ path, headers: { 'If-None-Match': tag } })),
      { path: `${path}&known=${known}` },
      ...[publishable, 'pk_none', ''].map((name) => ({ path: `${path}&key=${name}`, headers: { Origin: origin } })),
      { path: `${path}&key=${publishable}`, headers: { Origin: 'https://elsewhere.example' } },
      { path: `/v1/read/profile.mine?handle=${handle}` },
    ];
  },
  createSession: (about) =>
    [{ user: about.handle }, { user: `user_${about.handle}` }, 'organisation'].map((viewer) => ({
      path: '/v1/embed-sessions',
      headers: asServer(about),
      body: { viewer },
    })),
  createOffer: (about) => [{ path: '/v1/embed-links', headers: asServer(about), body: { user: about.handle } }],
  showKeys: () => [{ path: '/v1/.well-known/jwks.json' }],
  unknown: ({ handle }) => [{ path: `/v1/people/${handle}` }, { path: `/v1/profile/${handle}` }],
};
