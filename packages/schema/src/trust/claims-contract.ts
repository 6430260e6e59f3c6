/** Public functions by which people verify domains and pages. */
import * as z from 'zod';
import { mutation } from '../contract/mutation.ts';
import { members } from '../contract/principals.ts';
import { itemIdSchema } from '../contract/text.ts';
import { CLAIM_FILE, CLAIM_RECORD, MAX_CLAIMS, claimSchema, ownClaimSchema } from './verification/claims.ts';

const own = { callers: members, reveals: 'Nothing about others.' } as const;
const audit = { subject: 'profile', changed: '`claim` and the method' } as const;
/** Each call may lead to one look at somebody else's host. */
const rate = { rate: 20, periodMs: 60 * 60 * 1000, capacity: 20 } as const;

export const claimsContract = {
  start: mutation({
    ...own,
    summary: `Claims a domain or a page. A domain must show the line \`expected\` in a TXT record at \`${CLAIM_RECORD}.\` before its name, or in its file \`${CLAIM_FILE}\`; it must be a registered name, not one under which others register. A page must link to the caller's profile at \`expected\` with \`rel="me"\`; it is looked at without delay. At most ${MAX_CLAIMS} a person. One that is claimed already waits anew.`,
    args: claimSchema,
    result: ownClaimSchema,
    errors: ['not_found', 'not_configured', 'too_large'],
    rate,
    audit,
  }),
  check: mutation({
    ...own,
    summary: 'Has a claim looked at without delay. `trust.verifications.mine` tells the outcome.',
    args: z.strictObject({ id: itemIdSchema }),
    result: ownClaimSchema,
    errors: ['not_found', 'not_configured'],
    rate,
    audit,
  }),
};
