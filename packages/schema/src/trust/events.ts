/** Events of the trust domain. They name the method and never what was proved. */
import * as z from 'zod';
import type { EventContracts } from '../events/define.ts';
import { evidenceStates } from './verification/states.ts';
import { verificationMethodSchema } from './verification/subject.ts';

const method = verificationMethodSchema;

export const trustEvents = {
  'trust.verified': {
    summary:
      'A person proved something, for the first time or again. Looks that find a domain or page still there tell nothing.',
    subject: 'profile',
    version: 1,
    data: z.strictObject({ method }),
  },
  'trust.verificationEnding': {
    summary: 'A proof expires within 14 days, unless the person proves it again.',
    subject: 'profile',
    version: 1,
    data: z.strictObject({ method }),
  },
  'trust.verificationEnded': {
    summary: 'A proof counts no more; `state` says why. One that a newer proof replaces is withdrawn.',
    subject: 'profile',
    version: 1,
    data: z.strictObject({ method, state: z.enum(evidenceStates).exclude(['active']) }),
  },
  'trust.published': {
    summary:
      'The public sees other evidence than before, or sees it now; `sections` names what differs. Where the public sees nothing of the profile any more, `profile.unpublished` tells it.',
    subject: 'profile',
    audience: 'public',
    version: 1,
    data: z.strictObject({ sections: z.array(z.string()).max(20) }),
  },
} as const satisfies EventContracts;
