/** Samples of the profile domain's functions and routes. */
import type { FunctionSamples, RouteSamples, SampleSubject } from '../contract/samples.ts';
import type { profileContract } from './contract.ts';
import type { profileRoutes } from './routes.ts';

export const profileSamples: FunctionSamples<typeof profileContract> = {
  get: ({ handle }) => ({ handle }),
  mine: () => ({}),
  create: ({ handle }) => ({ handle, role: 'student', sections: { identity: { displayName: 'Namesake' } } }),
  update: ({ handle }) => ({ changes: { about: { text: handle } }, expected: { about: 1 } }),
  edit: ({ handle }) => ({
    operations: [{ op: 'set', section: 'about', fields: { text: handle } }],
    expected: { about: 1 },
  }),
  section: () => ({ section: 'skills' }),
  removed: () => ({}),
  changeHandle: ({ handle }) => ({ handle: `${handle}-two` }),
};

const embedPage = ({ handle }: SampleSubject) => `/v1/embed/${handle}`;

export const profileRouteSamples: RouteSamples<typeof profileRoutes> = {
  read: ({ handle, etag, publishable, spent, origin }) => {
    const path = `/v1/profiles/${handle}`;
    return [
      { path },
      { path: `${path}/` },
      ...['"x"', '*', etag].map((tag) => ({ path, headers: { 'If-None-Match': tag } })),
      ...[publishable, spent, 'pk_none', 'sk_none', ''].map((name) => ({
        path: `${path}?key=${name}`,
        headers: { Origin: origin },
      })),
      { path: `${path}?key=${publishable}` },
      { path: `${path}?key=${publishable}`, headers: { Origin: 'https://elsewhere.example' } },
    ];
  },
  photo: ({ handle, photos, etag }) => [
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
  embedPage: (about) => [{ path: embedPage(about) }, { path: `${embedPage(about)}?lang=ar&theme=dark` }],
  oembed: (about) =>
    [
      `${about.site}${embedPage(about)}`,
      `${about.site}${embedPage(about)}?lang=x`,
      `https://elsewhere.example/${about.handle}`,
    ].map((url) => ({ path: `/v1/oembed?url=${encodeURIComponent(url)}` })),
};
