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
  'account.deleted': {
    summary: 'The account was deleted: nobody may see the profile any more, and its data is being erased.',
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
  'profile.published': {
    summary:
      'The public sees something else of the profile than before, or sees it now; `sections` names what differs.',
    subject: 'profile',
    audience: 'public',
    version: 1,
    data: z.strictObject({ sections: z.array(z.string()).max(40) }),
  },
  'profile.unpublished': {
    summary: 'The public sees nothing of the profile any more.',
    subject: 'profile',
    audience: 'public',
    version: 1,
    data: nothing,
  },
  'profile.erased': {
    summary:
      'The data of a profile that was public once is being erased. Systems that keep a copy of it delete theirs.',
    subject: 'profile',
    audience: 'public',
    version: 1,
    data: nothing,
  },
} as const satisfies EventContracts;
