/** Public functions by which people verify addresses and numbers. */
import * as z from 'zod';
import { query } from '../contract/define.ts';
import { mutation } from '../contract/mutation.ts';
import { members } from '../contract/principals.ts';
import { itemIdSchema } from '../contract/text.ts';
import { levelSchema, ownVerificationsSchema } from './document.ts';
import { ACCOUNT_CODES, codeSchema } from './verification/codes.ts';
import { codeMethodSchema, startSchema } from './verification/subject.ts';

const own = { callers: members, reveals: 'Nothing about others.' } as const;
const audit = { subject: 'profile', changed: '`verification` and the method' } as const;

export const verificationsContract = {
  mine: query({
    ...own,
    summary:
      "The caller's own verifications: their level, evidence with all that it proves, the codes that are awaited, and domains and pages with what to put there.",
    args: z.strictObject({}),
    result: ownVerificationsSchema,
    reveals: "Nothing about others; the caller's own verifications.",
  }),
  start: mutation({
    ...own,
    summary: `Sends a one-time code to an address or number; a code of the method that is awaited is replaced, so this sends again too. At most ${ACCOUNT_CODES} codes in 24 hours. The answer does not depend on whether somebody else asked for a code there, or proved it.`,
    args: startSchema,
    result: z.strictObject({ method: codeMethodSchema, expiresAt: z.number() }),
    errors: ['not_found', 'not_configured'],
    rate: { rate: 20, periodMs: 60 * 60 * 1000, capacity: 20 },
    audit,
  }),
  confirm: mutation({
    ...own,
    summary:
      'Proves by the code that the caller reads messages there. `confirmed` is false for a code that is wrong, over or used up, and where none is awaited: all look the same.',
    args: z.strictObject({ method: codeMethodSchema, code: codeSchema }),
    result: z.strictObject({ confirmed: z.boolean(), level: levelSchema }),
    errors: ['not_found', 'not_configured'],
    rate: { rate: 20, periodMs: 60_000, capacity: 20 },
    audit: { subject: 'profile', changed: '`verification` or, of a code that was refused, `attempt`, and the method' },
  }),
  withdraw: mutation({
    ...own,
    summary:
      "Takes a piece of the caller's evidence back, and the code or claim that is awaited for it. Its subject is deleted.",
    args: z.strictObject({ id: itemIdSchema }),
    result: z.strictObject({ level: levelSchema }),
    errors: ['not_found'],
    rate: { rate: 60, periodMs: 60_000, capacity: 60 },
    audit,
  }),
  outbox: query({
    ...own,
    summary:
      'Messages with codes that the caller awaits, on a deployment for development that sends none; empty on every other.',
    args: z.strictObject({}),
    result: z.array(z.strictObject({ method: codeMethodSchema, to: z.string(), code: codeSchema, sentAt: z.number() })),
    reveals: "Nothing about others; the caller's own messages.",
  }),
};
