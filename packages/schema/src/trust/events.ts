/** Events of the trust domain. They name the method and never what was proved. */
import * as z from 'zod';
import type { EventContracts } from '../events/define.ts';
import { reviewSteps } from './reviews/states.ts';
import { evidenceStates } from './verification/states.ts';
import { verificationMethodSchema } from './verification/subject.ts';

const method = verificationMethodSchema;
const nothing = z.strictObject({});

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
  'trust.endorsementRequested': {
    summary: 'A person asked somebody for an endorsement, or made a link by which to ask.',
    subject: 'profile',
    version: 1,
    data: nothing,
  },
  'trust.endorsementProposed': {
    summary: 'Somebody wrote an endorsement of the person, or wrote it anew. It waits for their answer.',
    subject: 'profile',
    version: 1,
    data: nothing,
  },
  'trust.endorsementAccepted': {
    summary: 'The person accepted an endorsement.',
    subject: 'profile',
    version: 1,
    data: nothing,
  },
  'trust.endorsementEnded': {
    summary: 'An endorsement that the person had accepted is deleted; `by` says who did it.',
    subject: 'profile',
    version: 1,
    data: z.strictObject({ by: z.enum(['author', 'owner']) }),
  },
  'trust.reviewed': {
    summary:
      'A review of a gig took a step. The subject is who took it; of `reveal`, the person reviewed, so that the log tells of no sealed review of anybody.',
    subject: 'profile',
    version: 1,
    data: z.strictObject({ step: z.enum(reviewSteps) }),
  },
  'trust.published': {
    summary:
      'The public sees other evidence, endorsements, reviews or another index than before, or sees it now; `sections` names what differs. Where the public sees nothing of the profile any more, `profile.unpublished` tells it.',
    subject: 'profile',
    audience: 'public',
    version: 1,
    data: z.strictObject({ sections: z.array(z.string()).max(20) }),
  },
} as const satisfies EventContracts;
