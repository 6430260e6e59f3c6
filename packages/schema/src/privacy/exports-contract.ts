/** Public functions by which people take away everything that is stored about them (GDPR, articles 15 and 20). */
import * as z from 'zod';
import { query } from '../contract/define.ts';
import { mutation } from '../contract/mutation.ts';
import { members } from '../contract/principals.ts';
import { exportFileSchema, exportStateSchema } from './exports.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

const own = {
  callers: [...members, 'deactivated'],
  args: z.strictObject({}),
  reveals: "Nothing about others; the caller's own export.",
} as const;

export const exportsContract = {
  status: query({
    ...own,
    summary: "The state of the caller's export.",
    result: exportStateSchema,
  }),
  request: mutation({
    ...own,
    summary:
      'Begins an export of everything that is stored about the caller, made in the background. It takes the place of a finished one.',
    result: exportStateSchema,
    errors: ['account_state'],
    rate: { rate: 3, periodMs: DAY_MS, capacity: 3 },
    audit: { subject: 'account', changed: '`export`' },
  }),
  download: mutation({
    ...own,
    summary: 'Addresses of the files of the finished export, for ten minutes. Earlier addresses end.',
    result: z.strictObject({ files: z.array(exportFileSchema), expiresAt: z.number() }),
    errors: ['not_found'],
    rate: { rate: 30, periodMs: 60 * 60 * 1000, capacity: 30 },
    audit: { subject: 'account', changed: '`export`' },
  }),
  cancel: mutation({
    ...own,
    summary: 'Deletes the export, finished or not, with its files.',
    result: exportStateSchema,
    errors: ['not_found'],
    rate: { rate: 30, periodMs: 60 * 60 * 1000, capacity: 30 },
    audit: { subject: 'account', changed: '`export`' },
  }),
};
