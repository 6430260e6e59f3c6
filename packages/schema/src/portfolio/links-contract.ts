/** Public functions about the pages to which contributions lead. */
import * as z from 'zod';
import { mutation } from '../contract/mutation.ts';
import { members } from '../contract/principals.ts';
import { itemIdSchema } from '../contract/text.ts';
import { ownLinkSchema } from './links.ts';

export const linksContract = {
  refresh: mutation({
    summary:
      'Has the page read again to which a contribution of the caller leads, also where nobody else sees the contribution. Its host learns the address. A preview that is there stays until then.',
    args: z.strictObject({ id: itemIdSchema }),
    result: ownLinkSchema,
    callers: members,
    errors: ['not_found'],
    reveals: 'Nothing about others.',
    rate: { rate: 20, periodMs: 60 * 60 * 1000, capacity: 20 },
    audit: { subject: 'profile', changed: '`contributions`' },
  }),
};
