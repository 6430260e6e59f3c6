/** Public functions of the trust domain. */
import * as z from 'zod';
import { query } from '../contract/define.ts';
import { everyone } from '../contract/principals.ts';
import { handleSchema } from '../contract/text.ts';
import { claimsContract } from './claims-contract.ts';
import { documentsContract } from './documents-contract.ts';
import { credentialsContract } from './credentials/contract.ts';
import { trustViewSchema } from './document.ts';
import { endorsementsContract } from './endorsements-contract.ts';
import { reputationContract } from './reputation/contract.ts';
import { reviewsContract } from './reviews/contract.ts';
import { moderationContract } from './moderation-contract.ts';
import { verificationsContract } from './verification-contract.ts';

export const trustContract = {
  verifications: verificationsContract,
  endorsements: endorsementsContract,
  reviews: reviewsContract,
  reputation: reputationContract,
  claims: claimsContract,
  documents: documentsContract,
  moderation: moderationContract,
  credentials: credentialsContract,
  get: query({
    summary:
      'The proofs of a person as the caller may see them, with the level that follows, reviews of their gigs and their reputation index; null when there is no profile for this caller, whether hidden or unknown.',
    args: z.strictObject({ handle: handleSchema }),
    result: trustViewSchema.nullable(),
    http: { batch: 100 },
    callers: everyone,
    reveals:
      "The public's view of the evidence, of revealed reviews and of the index; to viewers whose session was opened for it, the platform's; to those whom its owner named, restricted content too; to its owner everything. Never an address or number; domains and pages where their owner shows them. Members read more of others by `privacy.access.open`; those whom the flag `privacy.leases` leaves out get it here.",
  }),
};
