/** Events of the privacy domain. */
import * as z from 'zod';
import type { EventContracts } from '../events/define.ts';

export const privacyEvents = {
  'privacy.updated': {
    summary: 'The owner changed privacy settings; `keys` names them.',
    subject: 'profile',
    version: 1,
    data: z.strictObject({ keys: z.array(z.string()).max(40) }),
  },
} as const satisfies EventContracts;
