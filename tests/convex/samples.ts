/**
 * How each function and route of the contract is asked about a person, by name. The tests that compare answers go through
 * the contract and take the questions from here: what has no entry fails them.
 */
import { SITE } from './deployment.ts';
import { ORIGIN } from './partner.ts';

/** The subject of the questions, and the possessions of the one who asks. */
export interface Subject {
  handle: string;
  /** Addresses and tags that were given out while more was to be seen. */
  photos: string[];
  etag: string;
  /** Of a partner whom the person has nothing to do with. */
  partner: string;
  publishable: string;
  /** A key whose quota is used up. */
  spent: string;
  secret: string;
}

const code = `lc_${'0'.repeat(32)}`;
const key = `pk_${'0'.repeat(32)}`;

export const functionSamples: Readonly<Record<string, (about: Subject) => Record<string, unknown>>> = {
  'profile.get': ({ handle }) => ({ handle }),
  'profile.mine': () => ({}),
  'profile.create': ({ handle }) => ({ handle, role: 'student', sections: { identity: { displayName: 'Namesake' } } }),
  'profile.update': ({ handle }) => ({ changes: { about: { text: handle } }, expected: { about: 1 } }),
  'privacy.get': () => ({}),
  'privacy.update': () => ({ changes: { about: 'owner' }, expected: 1 }),
  'operations.partners.create': ({ handle }) => ({ name: handle, origins: [ORIGIN] }),
  'operations.partners.update': ({ partner, handle }) => ({ partner, name: handle }),
  'operations.partners.list': () => ({}),
  'operations.keys.issue': ({ partner }) => ({ partner, kind: 'publishable' }),
  'operations.keys.list': ({ partner }) => ({ partner }),
  'operations.keys.rotate': () => ({ key, graceMs: 0 }),
  'operations.keys.revoke': () => ({ key }),
  'operations.links.preview': () => ({ code }),
  'operations.links.create': () => ({ code }),
  'operations.links.list': () => ({}),
  'operations.links.revoke': ({ handle }) => ({ link: handle }),
};

/** Facts that an answer reveals although the person hides them: the closed list of docs/privacy.md. */
export const declassified: ReadonlySet<string> = new Set(['profile.create']);

export interface Question {
  path: string;
  headers?: Record<string, string>;
  body?: unknown;
}

const asServer = ({ secret }: Subject) => ({ Authorization: `Bearer ${secret}` });
const embedPage = ({ handle }: Subject) => `/v1/embed/${handle}`;
const refusedAt = (methods: string[], place: string, path: (about: Subject) => string) =>
  Object.fromEntries(
    methods.map((method) => [
      `operations.refuse${method}${place}`,
      (about: Subject): Question[] => [{ path: path(about), ...(method !== 'Get' && { body: {} }) }],
    ]),
  );

export const routeSamples: Readonly<Record<string, (about: Subject) => Question[]>> = {
  'profile.read': ({ handle, etag, publishable, spent }) => {
    const path = `/v1/profiles/${handle}`;
    return [
      { path },
      { path: `${path}/` },
      ...['"x"', '*', etag].map((tag) => ({ path, headers: { 'If-None-Match': tag } })),
      ...[publishable, spent, 'pk_none', 'sk_none', ''].map((name) => ({
        path: `${path}?key=${name}`,
        headers: { Origin: ORIGIN },
      })),
      { path: `${path}?key=${publishable}` },
      { path: `${path}?key=${publishable}`, headers: { Origin: 'https://elsewhere.example' } },
    ];
  },
  'profile.photo': ({ handle, photos, etag }) => [
    ...photos.flatMap((path) => [
      { path },
      { path: path.replace('public', 'platform') },
      { path: path.replace('platform', 'public') },
      { path: path.replace(/public|platform/, 'owner') },
    ]),
    ...['public', 'platform', 'owner'].map((audience) => ({
      path: `/v1/photos/${audience}/${'0'.repeat(32)}`,
      headers: { 'If-None-Match': etag },
    })),
    { path: `/v1/photos/public/${handle}` },
    { path: `/v1/photos/${handle}` },
  ],
  'profile.embedPage': (about) => [{ path: embedPage(about) }, { path: `${embedPage(about)}?lang=ar&theme=dark` }],
  'profile.oembed': (about) =>
    [
      `${SITE}${embedPage(about)}`,
      `${SITE}${embedPage(about)}?lang=x`,
      `https://elsewhere.example/${about.handle}`,
    ].map((url) => ({ path: `/v1/oembed?url=${encodeURIComponent(url)}` })),
  'operations.describe': () => [{ path: '/v1' }],
  'operations.createSession': (about) =>
    [{ user: about.handle }, { user: `user_${about.handle}` }, 'organisation'].map((viewer) => ({
      path: '/v1/embed-sessions',
      headers: asServer(about),
      body: { viewer },
    })),
  'operations.createOffer': (about) => [
    { path: '/v1/embed-links', headers: asServer(about), body: { user: about.handle } },
  ],
  'operations.showKeys': () => [{ path: '/v1/.well-known/jwks.json' }],
  'operations.unknown': ({ handle }) => [{ path: `/v1/people/${handle}` }, { path: `/v1/profile/${handle}` }],
  'operations.preflight': ({ handle }) => [{ path: `/v1/profiles/${handle}` }],
  'operations.preflightRoot': () => [{ path: '/v1' }],
  'operations.preflightSession': () => [{ path: '/v1/embed-sessions' }],
  'operations.preflightOffer': () => [{ path: '/v1/embed-links' }],
  ...refusedAt(['Post', 'Put', 'Patch', 'Delete'], '', ({ handle }) => `/v1/profiles/${handle}`),
  ...refusedAt(['Post', 'Put', 'Patch', 'Delete'], 'Root', () => '/v1'),
  ...refusedAt(['Get', 'Put', 'Patch', 'Delete'], 'Session', () => '/v1/embed-sessions'),
  ...refusedAt(['Get', 'Put', 'Patch', 'Delete'], 'Offer', () => '/v1/embed-links'),
};
