/** Events of the portfolio domain. */
import * as z from 'zod';
import type { EventContracts } from '../events/define.ts';

const sections = z.strictObject({ sections: z.array(z.string()).max(20) });

export const portfolioEvents = {
  'portfolio.changed': {
    summary: 'Entries of a portfolio came, changed, went or were put in another order; `sections` names where.',
    subject: 'profile',
    version: 1,
    data: sections,
  },
  'portfolio.published': {
    summary:
      'The public sees something else of the portfolio than before, or sees it now; `sections` names what differs. Where the public sees nothing of the profile any more, `profile.unpublished` tells it.',
    subject: 'profile',
    audience: 'public',
    version: 1,
    data: sections,
  },
} as const satisfies EventContracts;
