/** Public functions by which people have an identity document checked. */
import * as z from 'zod';
import { mutation } from '../contract/mutation.ts';
import { members } from '../contract/principals.ts';
import { ownSessionSchema, standInPlays } from './verification/sessions.ts';

const own = { callers: members, reveals: 'Nothing about others.' } as const;
const audit = { subject: 'profile', changed: '`check`' } as const;

export const documentsContract = {
  start: mutation({
    ...own,
    summary:
      'Begins a check of an identity document at the provider of this deployment; one that is under way counts no more. `trust.verifications.mine` tells where the person goes, and the outcome.',
    args: z.strictObject({}),
    result: ownSessionSchema,
    errors: ['not_found', 'not_configured'],
    // A provider is paid for each check.
    rate: { rate: 5, periodMs: 24 * 60 * 60 * 1000, capacity: 5 },
    audit,
  }),
  play: mutation({
    ...own,
    summary:
      'Says how the check ends, on a deployment for development whose stand-in checks nothing. Every other deployment refuses it.',
    args: z.strictObject({ play: z.enum(standInPlays, `must be one of ${standInPlays.join(', ')}`) }),
    result: ownSessionSchema,
    errors: ['not_found', 'not_configured'],
    rate: { rate: 60, periodMs: 60_000, capacity: 60 },
    audit,
  }),
};
