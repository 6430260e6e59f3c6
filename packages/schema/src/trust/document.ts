/** A person's verifications as others see them, and as the person does. */
import * as z from 'zod';
import { handleSchema, itemIdSchema, line, link } from '../contract/text.ts';
import { shownReputationSchema } from './reputation/document.ts';
import { MAX_REVIEWS, reviewSchema } from './reviews/document.ts';
import { MAX_CLAIMS, MAX_DOMAIN, ownClaimSchema } from './verification/claims.ts';
import { verificationLevels, verificationProviderNames } from './verification/levels.ts';
import { ownSessionSchema } from './verification/sessions.ts';
import { evidenceStates } from './verification/states.ts';
import { codeMethodSchema, verificationMethodSchema } from './verification/subject.ts';

/** Most pieces of evidence that count for one person at a time. */
export const MAX_EVIDENCE = 20;
/** Most pieces of evidence that ended which a person sees, the last ones first. */
export const MAX_ENDED = 50;

export const levelSchema = z.enum(verificationLevels);
/** A day of UTC. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** A piece of active evidence. An address or number that it proves is never part of it; a domain or page is where its owner shows it. */
export const evidenceSchema = z.strictObject({
  /**
   * Names the evidence in settings. Evidence that is proved again keeps it, so that what its owner hid stays hidden. One person
   * has one address and one number, whose ids are `email` and `phone`; ids of domains and pages tell nobody which they are.
   */
  id: itemIdSchema,
  method: verificationMethodSchema,
  level: levelSchema,
  /** The name of the one who vouches for it. */
  provider: line(80),
  issuedOn: day,
  expiresOn: day,
  /** Of the method `domain`: the name in ASCII. */
  domain: z.string().max(MAX_DOMAIN).optional(),
  /** Of the method `link`: the address of the page. */
  link: link.optional(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

export const trustViewSchema = z.strictObject({
  handle: handleSchema,
  /** The highest level of the evidence that is shown here; `none` without any. */
  level: levelSchema,
  /** Absent where there is none to show. */
  evidence: z.array(evidenceSchema).max(MAX_EVIDENCE).optional(),
  /** Reviews of gigs that are revealed, the last first. */
  reviews: z.array(reviewSchema).max(MAX_REVIEWS).optional(),
  /** Made from votes that this audience may see. Absent without any. */
  reputation: shownReputationSchema.optional(),
});
export type TrustView = z.infer<typeof trustViewSchema>;

/** A piece of evidence for its owner. Times are Unix milliseconds. */
export const ownEvidenceSchema = z.strictObject({
  id: itemIdSchema,
  method: verificationMethodSchema,
  level: levelSchema,
  provider: z.enum(verificationProviderNames),
  state: z.enum(evidenceStates),
  /** The address, number, domain or page; it is deleted when the evidence ends. Documents have none. */
  subject: z.string().optional(),
  issuedAt: z.number(),
  expiresAt: z.number(),
  /** True from 14 days before it expires. */
  endsSoon: z.boolean(),
  endedAt: z.number().optional(),
});
export type OwnEvidence = z.infer<typeof ownEvidenceSchema>;

export const ownVerificationsSchema = z.strictObject({
  /** Of all active evidence, hidden evidence too. */
  level: levelSchema,
  /** Active first; of what ended the last 50. */
  evidence: z.array(ownEvidenceSchema).max(MAX_EVIDENCE + MAX_ENDED),
  /** Codes that are awaited. */
  pending: z.array(z.strictObject({ method: codeMethodSchema, subject: z.string(), expiresAt: z.number() })),
  /** Domains and pages: those that are awaited, and those that are looked at again. */
  claims: z.array(ownClaimSchema).max(MAX_CLAIMS),
  /** The check of an identity document that is under way, or was not passed lately. */
  session: ownSessionSchema.optional(),
});
export type OwnVerifications = z.infer<typeof ownVerificationsSchema>;
