/**
 * Embed sessions: how a partner's server names a viewer and gets a short-lived token for its page; and links, by which a
 * person first allows a partner to name them.
 */
import * as z from 'zod';
import { handleSchema, line } from '../contract/text.ts';

/** Lifetime of a session and of its token. */
export const SESSION_MS = 10 * 60 * 1000;
/** How long a person has to answer a partner's request to be linked. */
export const OFFER_MS = 10 * 60 * 1000;
/** Partners' users that one person may be linked to. */
export const MAX_LINKS = 20;

/** A person's id at the partner: opaque to Gigsy, best not an email address. */
export const partnerUserSchema = line(128);

/** Whom a session is for: the organisation itself, or the person linked under the partner's own user id. */
export const viewerSchema = z.union(
  [z.literal('organisation'), z.strictObject({ user: partnerUserSchema })],
  'must be "organisation", or { user } with the person\'s id at the partner',
);
export type Viewer = z.infer<typeof viewerSchema>;

/** Profiles of other people that one session may show as members see them. */
export const MAX_SHOWN = 50;
/** The same for all sessions that a partner opens for one person: so many an hour, all of which may come at once. */
export const SHOWN_PER_HOUR = 500;

/**
 * Body of `POST /v1/embed-sessions`. `handles` are the profiles that the page shows the person as members see them, beside
 * their own; every other is shown as anyone sees it. For an organisation they change nothing.
 */
export const sessionRequestSchema = z.strictObject({
  viewer: viewerSchema,
  handles: z.array(handleSchema, 'must be a list').max(MAX_SHOWN, `must name at most ${MAX_SHOWN} profiles`).optional(),
});

/** Its answer: a token for the page, and when it ends in Unix milliseconds. */
export const sessionAnswerSchema = z.strictObject({ token: z.string(), expiresAt: z.number() });
export type SessionAnswer = z.infer<typeof sessionAnswerSchema>;

/** Body of `POST /v1/embed-links`. */
export const offerRequestSchema = z.strictObject({ user: partnerUserSchema });

/** Its answer: a code that the person takes to Gigsy, once. */
export const offerAnswerSchema = z.strictObject({ code: z.string(), expiresAt: z.number() });
export type OfferAnswer = z.infer<typeof offerAnswerSchema>;

/** 128 random bits. */
export const linkCodeSchema = z
  .string('must be text')
  .regex(/^lc_[0-9a-f]{32}$/, 'must be a code that a partner was given: lc_ and 32 hex digits');

export const partnerLinkSchema = z.strictObject({
  link: z.string(),
  /** Name and sites of the partner. */
  name: z.string(),
  origins: z.array(z.string()),
  user: z.string(),
  createdAt: z.number(),
});
