/**
 * The functions and routes that give content of profiles, with the audiences whose view they give: where a field can appear
 * follows from these and from how wide its row may be opened. A test compares them with the contract.
 */
import { type MatrixKey, matrixKeys, rowOf } from './matrix.ts';
import { type Audience, maySee } from './visibility.ts';

/**
 * Kinds of places, widest first. `web`: what anybody can read without signing in, pages of partners among it. `members`: what
 * signed-in members read. `accesses`: what is read for a purpose, and logged. `own`: what only the owner gets.
 */
export const matrixPlaces = ['web', 'members', 'accesses', 'own'] as const;
export type MatrixPlace = (typeof matrixPlaces)[number];

export interface Reader {
  /** A function's name in the contract, or method and path of a route. */
  readonly at: string;
  readonly place: MatrixPlace;
  /** The audiences whose views it gives. */
  readonly audiences: readonly Audience[];
  /** The rows of the matrix whose content it gives; all where it is left out. */
  readonly rows?: readonly MatrixKey[];
}

/** The line that says who somebody is, beside their ask or in a list of contacts. */
const line = {
  place: 'members',
  audiences: ['public'],
  rows: ['profile', 'identity.displayName', 'identity.headline'],
} as const;
const portfolio = ['courses', 'gigs', 'badges', 'contributions'] as const satisfies readonly MatrixKey[];
const trust = [
  'verification',
  'verification.domain',
  'verification.link',
  'reviews',
  'reputation',
] as const satisfies readonly MatrixKey[];
const profile = matrixKeys.filter(
  (key) => !([...portfolio, ...trust, 'endorsements'] as readonly MatrixKey[]).includes(key),
);
const ownProfile = { place: 'own', audiences: ['owner'], rows: profile } as const;
const shown = { place: 'members', audiences: ['public', 'platform', 'restricted', 'owner'] } as const;
const web = { place: 'web', audiences: ['public'] } as const;

export const readers: readonly Reader[] = [
  { at: 'GET /v1/profiles/', ...web, rows: profile },
  { at: 'GET /v1/read/profile.get', ...web, rows: profile },
  { at: 'GET /v1/photos/', ...web, rows: ['profile', 'identity.avatarUrl'] },
  { at: 'GET /v1/read/portfolio.get', ...web, rows: ['profile', ...portfolio] },
  { at: 'GET /v1/read/trust.get', ...web, rows: ['profile', ...trust] },
  { at: 'GET /v1/badges/', ...web, rows: ['profile', 'badges'] },
  { at: 'GET /v1/media/', ...web, rows: ['profile', 'contributions'] },
  { at: 'GET /v1/media/', ...shown, rows: ['profile', 'contributions'] },
  { at: 'portfolio.contributions.mine', place: 'own', audiences: ['owner'], rows: ['contributions'] },
  { at: 'profile.get', ...shown, rows: profile },
  { at: 'portfolio.get', ...shown, rows: ['profile', ...portfolio] },
  { at: 'trust.get', ...shown, rows: ['profile', ...trust] },
  { at: 'GET /v1/read/trust.endorsements.get', ...web, rows: ['profile', 'endorsements'] },
  { at: 'trust.endorsements.get', ...shown, rows: ['profile', 'endorsements'] },
  {
    at: 'trust.endorsements.options',
    place: 'members',
    audiences: ['public', 'platform'],
    rows: [...line.rows, 'skills'],
  },
  { at: 'trust.endorsements.given', ...line },
  { at: 'trust.endorsements.history', ...line },
  { at: 'trust.endorsements.requests.incoming', ...line },
  { at: 'trust.endorsements.requests.opened', ...web, rows: line.rows },
  { at: 'trust.endorsements.received', place: 'own', audiences: ['owner'], rows: ['endorsements'] },
  { at: 'GET /v1/read/trust.reputation.get', ...web, rows: ['profile', 'reputation'] },
  { at: 'trust.reputation.get', ...shown, rows: ['profile', 'reputation'] },
  { at: 'trust.reputation.mine', place: 'own', audiences: ['owner'], rows: ['reputation'] },
  { at: 'trust.reviews.mine', place: 'own', audiences: ['owner'], rows: ['reviews'] },
  { at: 'trust.verifications.mine', place: 'own', audiences: ['owner'], rows: ['verification'] },
  { at: 'privacy.relations.incoming', ...line },
  { at: 'privacy.relations.list', ...line },
  { at: 'privacy.access.view', place: 'accesses', audiences: ['platform', 'restricted'] },
  { at: 'profile.mine', ...ownProfile },
  { at: 'profile.preview', ...ownProfile },
  { at: 'profile.section', ...ownProfile },
  { at: 'portfolio.mine', ...ownProfile, rows: ['profile', ...portfolio] },
  { at: 'profile.removed', ...ownProfile, rows: matrixKeys.filter((key) => rowOf(key).kept.includes('removedItems')) },
  { at: 'profile.imports.plan', ...ownProfile },
  { at: 'GET /v1/exports/', place: 'own', audiences: ['owner'] },
];

/** The readers that can give the content of a row: those with an audience that the owner may open it to. */
export function readersOf(key: MatrixKey): Reader[] {
  return readers.filter(
    ({ audiences, rows }) =>
      (!rows || rows.includes(key)) && audiences.some((audience) => maySee(audience, rowOf(key).widest)),
  );
}

/** The kinds of places where the content of a row can appear, widest first. */
export function placesOf(key: MatrixKey): MatrixPlace[] {
  const found = readersOf(key);
  return matrixPlaces.filter((place) => found.some((reader) => reader.place === place));
}
