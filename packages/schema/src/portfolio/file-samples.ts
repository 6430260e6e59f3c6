/** Samples of contributions, their links, uploads and files, which `samples.ts` joins. */
import { type FunctionSamples, type RouteSamples, atAddresses } from '../contract/samples.ts';
import type { contributionsContract } from './contributions-contract.ts';
import type { fileRoutes } from './file-routes.ts';
import type { linksContract } from './links-contract.ts';
import type { uploadsContract } from './uploads-contract.ts';

export const uploadsSamples: FunctionSamples<typeof uploadsContract> = {
  begin: () => ({ size: 9 }),
  state: ({ file }) => ({ upload: file }),
  cancel: ({ file }) => ({ upload: file }),
};

const contribution = { kind: 'project', title: 'Namesake' } as const;

export const contributionsSamples: FunctionSamples<typeof contributionsContract> = {
  mine: () => ({}),
  add: () => ({ contribution, expected: 1 }),
  update: ({ file }) => ({ id: file, contribution: { ...contribution, summary: 'Changed' }, expected: 2 }),
  remove: ({ file }) => ({ id: file, expected: 2 }),
};

export const linksSamples: FunctionSamples<typeof linksContract> = {
  refresh: ({ file }) => ({ id: file }),
};

const files = '/v1/files/';
const media = '/v1/media/';
const nowhere = `${files}${'0'.repeat(32)}`;

export const fileRouteSamples: RouteSamples<typeof fileRoutes> = {
  putPart: ({ handle }) => [
    { path: `${nowhere}/0`, body: {} },
    { path: `${nowhere}/0`, headers: { 'Content-Digest': `sha-256=:${'A'.repeat(43)}=:` }, body: { handle } },
    { path: `${files}${handle}/0`, body: { handle } },
  ],
  finishFile: ({ handle }) => [
    { path: nowhere, body: {} },
    { path: `${files}${handle}`, body: { handle } },
  ],
  preflightFile: ({ handle }) => [{ path: `${files}${handle}` }],
  media: ({ media: addresses, etag }) => atAddresses(media, addresses, etag),
  preflightMedia: ({ handle }) => [{ path: `${media}public/${handle}` }],
  refuseGetFile: ({ handle }) => [{ path: `${files}${handle}` }],
  refusePatchFile: ({ handle }) => [{ path: `${files}${handle}`, body: {} }],
  refuseDeleteFile: ({ handle }) => [{ path: `${files}${handle}`, body: {} }],
};
