/** Samples of the profile domain's functions and routes. */
import { type FunctionSamples, type RouteSamples, type SampleSubject, atAddresses } from '../contract/samples.ts';
import type { profileContract } from './contract.ts';
import type { profileRoutes } from './routes.ts';

export const profileSamples: FunctionSamples<typeof profileContract> = {
  get: ({ handle }) => ({ handle }),
  preview: () => ({ viewer: 'member' }),
  mine: () => ({}),
  create: ({ handle }) => ({ handle, role: 'student', sections: { identity: { displayName: 'Namesake' } } }),
  update: ({ handle }) => ({ changes: { about: { text: handle } }, expected: { about: 1 } }),
  drift: { status: () => ({}), repair: () => ({}) },
  strength: () => ({}),
  baselines: () => ({}),
  accounts: {
    status: () => ({}),
    deactivate: () => ({}),
    restore: () => ({}),
    requestDeletion: () => ({}),
    cancelDeletion: () => ({}),
  },
  photos: {
    begin: () => ({}),
    finish: ({ upload }) => ({ storageId: upload }),
    remove: () => ({}),
  },
  imports: {
    fetch: ({ consent }) => ({ consent, login: 'octocat' }),
    status: () => ({}),
    plan: ({ consent }) => ({ consent, files: { 'Skills.csv': 'Name\nGlass' } }),
    apply: ({ consent, handle }) => ({
      consent,
      operations: [{ op: 'add', section: 'projects', item: { name: handle } }],
      expected: { projects: 1 },
    }),
    provenance: () => ({}),
  },
  edit: ({ handle }) => ({
    operations: [{ op: 'set', section: 'about', fields: { text: handle } }],
    expected: { about: 1 },
  }),
  section: () => ({ section: 'skills' }),
  removed: () => ({}),
  changeHandle: ({ handle }) => ({ handle: `${handle}-two` }),
};

const clerk = '/v1/clerk';
const uploads = '/v1/uploads/';
const writing = [{ path: clerk, body: {} }];

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
    ...atAddresses('/v1/photos/', photos, etag),
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
  upload: ({ handle }) => [
    { path: `${uploads}${'0'.repeat(32)}`, body: {} },
    { path: `${uploads}${handle}`, body: { handle } },
  ],
  preflightUpload: ({ handle }) => [{ path: `${uploads}${handle}` }],
  refuseGetUpload: ({ handle }) => [{ path: `${uploads}${handle}` }],
  refusePutUpload: ({ handle }) => [{ path: `${uploads}${handle}`, body: {} }],
  refusePatchUpload: ({ handle }) => [{ path: `${uploads}${handle}`, body: {} }],
  refuseDeleteUpload: ({ handle }) => [{ path: `${uploads}${handle}`, body: {} }],
  clerk: ({ handle }) => [
    { path: clerk, body: { type: 'user.updated', data: { id: `user_${handle}`, updated_at: 1, username: handle } } },
    { path: clerk, body: { type: 'user.deleted', data: { id: `user_${handle}` } } },
  ],
  refuseGetClerk: () => [{ path: clerk }],
  refusePutClerk: () => writing,
  refusePatchClerk: () => writing,
  refuseDeleteClerk: () => writing,
};
