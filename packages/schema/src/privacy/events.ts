/** Events of the privacy domain. */
import * as z from 'zod';
import type { EventContracts } from '../events/define.ts';
import { consentSourceSchema } from './consents.ts';
import { relationNameSchema } from './relations.ts';

export const privacyEvents = {
  'privacy.updated': {
    summary: 'The owner changed privacy settings; `keys` names them.',
    subject: 'profile',
    version: 1,
    data: z.strictObject({ keys: z.array(z.string()).max(40) }),
  },
  'privacy.granted': {
    summary: 'The owner named somebody for restricted content, or changed the settings that a grant opens.',
    subject: 'profile',
    version: 1,
    data: z.strictObject({}),
  },
  'privacy.revoked': {
    summary: 'The owner ended a grant.',
    subject: 'profile',
    version: 1,
    data: z.strictObject({}),
  },
  'privacy.asked': {
    summary: 'A person asked somebody for a relation.',
    subject: 'profile',
    version: 1,
    data: z.strictObject({ kind: relationNameSchema }),
  },
  'privacy.withdrew': {
    summary: 'A person took back an ask for a relation.',
    subject: 'profile',
    version: 1,
    data: z.strictObject({ kind: relationNameSchema }),
  },
  'privacy.declined': {
    summary: 'A person declined an ask for a relation.',
    subject: 'profile',
    version: 1,
    data: z.strictObject({ kind: relationNameSchema }),
  },
  'privacy.related': {
    summary: 'A person has a new relation: one of the two accepted an ask. Each of the two has such an event.',
    subject: 'profile',
    version: 1,
    data: z.strictObject({ kind: relationNameSchema }),
  },
  'privacy.parted': {
    summary: 'A relation of a person was ended by one of the two. Each of the two has such an event.',
    subject: 'profile',
    version: 1,
    data: z.strictObject({ kind: relationNameSchema }),
  },
  'privacy.scheduled': {
    summary: 'The owner scheduled a change of privacy settings.',
    subject: 'profile',
    version: 1,
    data: z.strictObject({}),
  },
  'privacy.unscheduled': {
    summary: 'The owner called off a change of privacy settings that was to come.',
    subject: 'profile',
    version: 1,
    data: z.strictObject({}),
  },
  'privacy.consented': {
    summary: 'The owner agreed to imports from a source.',
    subject: 'profile',
    version: 1,
    data: z.strictObject({ source: consentSourceSchema, notice: z.number() }),
  },
  'privacy.withdrawn': {
    summary:
      'The owner withdrew a consent, and what came by it has left the profile: `sections` names where. Systems that keep a copy of it delete theirs.',
    subject: 'profile',
    version: 1,
    data: z.strictObject({ source: consentSourceSchema, sections: z.array(z.string()).max(20) }),
  },
  'privacy.expired': {
    summary: 'A consent is over: nothing more is imported under it. The imported parts stay.',
    subject: 'profile',
    version: 1,
    data: z.strictObject({ source: consentSourceSchema }),
  },
} as const satisfies EventContracts;
