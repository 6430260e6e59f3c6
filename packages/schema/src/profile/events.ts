/** Events of the profile domain. */
import * as z from 'zod';
import type { EventContracts } from '../events/define.ts';

const nothing = z.strictObject({});

export const profileEvents = {
  'profile.created': {
    summary: 'A person created a profile.',
    subject: 'profile',
    version: 1,
    data: nothing,
  },
  'profile.updated': {
    summary: 'Sections changed; `sections` names them, and `role` or `handle` where that of the person changed.',
    subject: 'profile',
    version: 1,
    data: z.strictObject({ sections: z.array(z.string()).max(20) }),
  },
  'account.suspended': {
    summary: 'The account was suspended: nobody may see the profile any more.',
    subject: 'profile',
    version: 1,
    data: nothing,
  },
  'account.deactivated': {
    summary: 'The account was deactivated: nobody may see the profile any more.',
    subject: 'profile',
    version: 1,
    data: nothing,
  },
  'account.restored': {
    summary: 'The account was restored: the profile is shown again to those who may see it.',
    subject: 'profile',
    version: 1,
    data: nothing,
  },
} as const satisfies EventContracts;
