/** Public functions by which people hide, restore and delete their own account. */
import * as z from 'zod';
import { query } from '../contract/define.ts';
import { mutation } from '../contract/mutation.ts';
import { members } from '../contract/principals.ts';
import { accountStateSchema } from './accounts.ts';

const own = {
  args: z.strictObject({}),
  result: accountStateSchema,
  reveals: "Nothing about others; the state of the caller's own account.",
} as const;

const change = {
  ...own,
  callers: [...members, 'deactivated'],
  errors: ['account_state'],
  rate: { rate: 10, periodMs: 60_000, capacity: 10 },
  audit: { subject: 'account', changed: '`status`, `deletion`' },
} as const;

export const accountsContract = {
  status: query({
    ...own,
    summary: "The state of the caller's account, and when it will be deleted if they have asked for that.",
    callers: ['newcomer', ...members, 'deactivated'],
  }),
  deactivate: mutation({
    ...change,
    summary: "Hides the caller's profile from everybody at once, until the caller restores it. Nothing is deleted.",
  }),
  restore: mutation({
    ...change,
    summary: "Shows the caller's profile again as before. Calls a deletion off.",
  }),
  requestDeletion: mutation({
    ...change,
    summary:
      "Hides the caller's profile from everybody at once, and deletes the account with all its data after 30 days. Until then the caller may call it off.",
  }),
  cancelDeletion: mutation({
    ...change,
    summary: 'Calls the deletion off. The account is again as it was before the request: active or deactivated.',
  }),
};
