/** Events by which a provider of identity checks tells the outcome of a check. They come through the inbox, signed. */
import * as z from 'zod';
import type { InboundContracts } from '../events/inbound.ts';
import { checkReferenceSchema } from './verification/sessions.ts';

const about = { versions: [{ data: z.strictObject({ check: checkReferenceSchema }) }] } as const;

export const trustInbound = {
  'identity.verified': { summary: 'A person passed the check of an identity document.', ...about },
  'identity.failed': { summary: 'A person did not pass the check, or broke it off.', ...about },
  'identity.lapsed': { summary: 'The time for the check is over.', ...about },
  'identity.revoked': { summary: 'A check that was passed counts no longer.', ...about },
} as const satisfies InboundContracts;

export type TrustInboundType = keyof typeof trustInbound;
