/** HTTP routes of the profile domain. */
import type { RouteContract } from '../contract/route.ts';

export const profileRoutes = {
  read: {
    method: 'GET',
    path: '/v1/profiles/',
    summary: 'A profile as anybody may see it, by its handle, with a strong entity tag.',
    reveals: "The profile's public view; a hidden profile and an unknown one look the same.",
  },
  photo: {
    method: 'GET',
    path: '/v1/photos/',
    summary: "The picture in a profile's view, at the address that the view gives.",
    reveals:
      'The picture, to whoever has its address, while the view with that address shows it; every other address looks the same.',
  },
  embedPage: {
    method: 'GET',
    path: '/v1/embed/',
    summary: 'A page with a card, to be framed.',
    reveals: 'Nothing: it reads no profile.',
  },
  oembed: {
    method: 'GET',
    path: '/v1/oembed',
    summary: 'How to frame a public profile (oEmbed 1.0).',
    reveals: 'That there is a public profile at an address; a hidden one and an unknown one look the same.',
  },
} as const satisfies Record<string, RouteContract>;
