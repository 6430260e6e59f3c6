/** Changes of settings that are made later. */
import * as z from 'zod';
import { query } from '../contract/define.ts';
import { mutation } from '../contract/mutation.ts';
import { members } from '../contract/principals.ts';
import { idSchema } from '../operations/partners.ts';
import { settingChangesSchema } from './changes.ts';

/** Most changes of one profile that are still to come. */
export const MAX_SCHEDULED = 20;
/** How far ahead a change may be, in milliseconds: 366 days. */
export const MAX_AHEAD_MS = 366 * 24 * 60 * 60 * 1000;

export const scheduledSchema = z.strictObject({
  /** The id of the change to come. */
  scheduled: z.string(),
  /** Unix milliseconds. */
  at: z.number(),
  changes: settingChangesSchema,
  /** Unix milliseconds. */
  createdAt: z.number(),
});
export type Scheduled = z.infer<typeof scheduledSchema>;

const changing = {
  callers: members,
  reveals: 'Nothing about others.',
  rate: { rate: 60, periodMs: 60_000, capacity: 60 },
  audit: { subject: 'profile', changed: '`schedule`' },
} as const;

export const scheduleContract = {
  list: query({
    summary: `Changes of the caller's privacy settings that are to come, soonest first: at most ${MAX_SCHEDULED}.`,
    args: z.strictObject({}),
    result: z.array(scheduledSchema),
    callers: members,
    reveals: "Nothing about others; the caller's own settings.",
  }),
  add: mutation({
    ...changing,
    summary:
      "Has the caller's privacy settings changed at a time, 366 days ahead at most. The change is made over whatever the settings are by then; items that are gone by then are left out.",
    args: z.strictObject({ at: z.int('must be a time in Unix milliseconds').min(0), changes: settingChangesSchema }),
    result: scheduledSchema,
    errors: ['not_found', 'too_large'],
  }),
  cancel: mutation({
    ...changing,
    summary: 'Calls off a change that is to come.',
    args: z.strictObject({ scheduled: idSchema }),
    result: z.strictObject({ scheduled: z.string() }),
    errors: ['not_found'],
  }),
};
