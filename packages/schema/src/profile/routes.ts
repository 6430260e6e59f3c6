/** HTTP routes of the profile domain. */
import { type RouteContract, anyCaller, keyedReaders, noCaller } from '../contract/route.ts';

const CLERK = '/v1/clerk';
const UPLOADS = '/v1/uploads/';
const postAlone = {
  summary: 'Refuses every method but POST: 405.',
  callers: noCaller,
  reveals: 'Nothing about people.',
} as const;

export const profileRoutes = {
  read: {
    method: 'GET',
    path: '/v1/profiles/',
    summary: 'A profile as anybody may see it, by its handle, with a strong entity tag.',
    callers: keyedReaders,
    reveals: "The profile's public view; a hidden profile and an unknown one look the same.",
  },
  photo: {
    method: 'GET',
    path: '/v1/photos/',
    summary: "The picture in a profile's view, at the address that the view gives.",
    callers: ['holder'],
    reveals:
      'The picture, to whoever has its address, while the view with that address shows it; every other address looks the same.',
  },
  embedPage: {
    method: 'GET',
    path: '/v1/embed/',
    summary: 'A page with a card, to be framed.',
    callers: anyCaller,
    reveals: 'Nothing: it reads no profile.',
  },
  oembed: {
    method: 'GET',
    path: '/v1/oembed',
    summary: 'How to frame a public profile (oEmbed 1.0).',
    callers: anyCaller,
    reveals: 'That there is a public profile at an address; a hidden one and an unknown one look the same.',
  },
  upload: {
    method: 'POST',
    path: UPLOADS,
    summary: 'Takes a picture at the address that `profile.photos.begin` gave.',
    callers: ['holder'],
    reveals: 'Nothing about people; all addresses that wait for no picture look the same.',
  },
  preflightUpload: {
    method: 'OPTIONS',
    path: UPLOADS,
    summary: 'Tells browsers what pages of other origins may send.',
    callers: anyCaller,
    reveals: 'Nothing about people.',
  },
  refuseGetUpload: { method: 'GET', path: UPLOADS, ...postAlone },
  refusePutUpload: { method: 'PUT', path: UPLOADS, ...postAlone },
  refusePatchUpload: { method: 'PATCH', path: UPLOADS, ...postAlone },
  refuseDeleteUpload: { method: 'DELETE', path: UPLOADS, ...postAlone },
  clerk: {
    method: 'POST',
    path: CLERK,
    summary: "Takes deliveries of Clerk's webhook, which its signature proves.",
    callers: ['clerk'],
    reveals: 'Nothing: every delivery of Clerk has one answer, and every other request another.',
  },
  refuseGetClerk: { method: 'GET', path: CLERK, ...postAlone },
  refusePutClerk: { method: 'PUT', path: CLERK, ...postAlone },
  refusePatchClerk: { method: 'PATCH', path: CLERK, ...postAlone },
  refuseDeleteClerk: { method: 'DELETE', path: CLERK, ...postAlone },
} as const satisfies Record<string, RouteContract>;
