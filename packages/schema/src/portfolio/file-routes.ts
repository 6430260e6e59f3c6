/** HTTP routes of uploads and files, which `routes.ts` joins. */
import { type RouteContract, anyCaller, noCaller } from '../contract/route.ts';

const FILES = '/v1/files/';
const MEDIA = '/v1/media/';
const refused = {
  summary: 'Refuses every method but PUT and POST: 405.',
  callers: noCaller,
  reveals: 'Nothing about people.',
} as const;

export const fileRoutes = {
  putPart: {
    method: 'PUT',
    path: FILES,
    summary: 'Takes a part of a file at the address that `portfolio.uploads.begin` gave. The same part may come again.',
    callers: ['holder'],
    reveals: 'Nothing about people; all addresses that wait for no file look the same.',
  },
  finishFile: {
    method: 'POST',
    path: FILES,
    summary: 'Checks and stores a file whose parts are there, and tells what it is. The same answer comes again.',
    callers: ['holder'],
    reveals:
      'Nothing about others; kind and size of the file that the holder sent; all addresses that wait for no file look the same.',
  },
  preflightFile: {
    method: 'OPTIONS',
    path: FILES,
    summary: 'Tells browsers what pages of other origins may send.',
    callers: anyCaller,
    reveals: 'Nothing about people.',
  },
  media: {
    method: 'GET',
    path: MEDIA,
    summary:
      'A file in a view of a portfolio, at the address that the view gives. Addresses that are not of the public view need the token of a person who is shown them.',
    callers: ['holder'],
    reveals:
      'The file, while the view of the caller shows it at this very address; every other address looks the same.',
  },
  preflightMedia: {
    method: 'OPTIONS',
    path: MEDIA,
    summary: 'Tells browsers that pages of other origins may send a token.',
    callers: anyCaller,
    reveals: 'Nothing about people.',
  },
  refuseGetFile: { method: 'GET', path: FILES, ...refused },
  refusePatchFile: { method: 'PATCH', path: FILES, ...refused },
  refuseDeleteFile: { method: 'DELETE', path: FILES, ...refused },
} as const satisfies Record<string, RouteContract>;
