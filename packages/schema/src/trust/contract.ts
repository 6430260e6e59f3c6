/** Public functions of the trust domain. */
import * as z from 'zod';
import { query } from '../contract/define.ts';
import { everyone } from '../contract/principals.ts';
import { handleSchema } from '../contract/text.ts';
import { credentialsContract } from './credentials/contract.ts';
import { trustViewSchema } from './document.ts';
import { verificationsContract } from './verification-contract.ts';

export const trustContract = {
  verifications: verificationsContract,
  credentials: credentialsContract,
  get: query({
    summary:
      'The proofs of a person as the caller may see them, with the level that follows; null when there is no profile for this caller, whether hidden or unknown.',
    args: z.strictObject({ handle: handleSchema }),
    result: trustViewSchema.nullable(),
    http: { batch: 100 },
    callers: everyone,
    reveals:
      "The public's view of the evidence; to viewers whose session was opened for it, the platform's; to those whom its owner named, restricted content too; to its owner everything. Never an address or number. Members read more of others by `privacy.access.open`; those whom the flag `privacy.leases` leaves out get it here.",
  }),
};
