/**
 * Embed sessions and links. In a session, a partner's server names a viewer and gets a short-lived token for its page. By a
 * link, a person allows the partner to name them.
 */
import * as z from 'zod';
import { handleSchema, line } from '../contract/text.ts';
import { operationsRetention } from './retention.ts';

/** Lifetime of a session and of its token. */
export const SESSION_MS = operationsRetention.sessions.periodMs;
/** Time in which a person can answer a partner's request for a link. */
export const OFFER_MS = operationsRetention.linkOffers.periodMs;
/** Most links of one person. */
export const MAX_LINKS = 20;

/** A person's id at the partner. Opaque to Gigsy, and best not an email address. */
export const partnerUserSchema = line(128);

/** The viewer of a session: the organisation itself, or the person who is linked under the partner's user id. */
export const viewerSchema = z.union(
  [z.literal('organisation'), z.strictObject({ user: partnerUserSchema })],
  'must be "organisation", or { user } with the person\'s id at the partner',
);
export type Viewer = z.infer<typeof viewerSchema>;

/** Most profiles of other people that one session shows as members see them. */
export const MAX_SHOWN = 50;
/** Most such profiles an hour in all sessions that a partner opens for one person. All may be shown at once. */
export const SHOWN_PER_HOUR = 500;

/**
 * Body of `POST /v1/embed-sessions`. `handles` are profiles that the page shows the person as members see them. Their
 * own profile is always included; all others are shown as anyone sees them. `handles` change nothing for an
 * organisation.
 */
export const sessionRequestSchema = z.strictObject({
  viewer: viewerSchema,
  handles: z.array(handleSchema, 'must be a list').max(MAX_SHOWN, `must name at most ${MAX_SHOWN} profiles`).optional(),
});

/** The answer: a token for the page, and the time at which it ends, in Unix milliseconds. */
export const sessionAnswerSchema = z.strictObject({ token: z.string(), expiresAt: z.number() });
export type SessionAnswer = z.infer<typeof sessionAnswerSchema>;

/** Body of `POST /v1/embed-links`. */
export const offerRequestSchema = z.strictObject({ user: partnerUserSchema });

/** The answer: a code that the person gives to Gigsy, once, and the time at which it ends. */
export const offerAnswerSchema = z.strictObject({ code: z.string(), expiresAt: z.number() });
export type OfferAnswer = z.infer<typeof offerAnswerSchema>;

/** 128 random bits. */
export const linkCodeSchema = z
  .string('must be text')
  .regex(/^lc_[0-9a-f]{32}$/, 'must be a code that a partner was given: lc_ and 32 hex digits');

export const partnerLinkSchema = z.strictObject({
  link: z.string(),
  /** The partner's name and sites. */
  name: z.string(),
  origins: z.array(z.string()),
  user: z.string(),
  createdAt: z.number(),
});
