/** Public functions by which people add contributions to their portfolios, change and remove them. */
import * as z from 'zod';
import { query } from '../contract/define.ts';
import { mutation } from '../contract/mutation.ts';
import { members } from '../contract/principals.ts';
import { itemIdSchema } from '../contract/text.ts';
import { contributionFieldsSchema, contributionSchema } from './contributions.ts';
import { ownLinkSchema } from './links.ts';

const own = {
  callers: members,
  errors: ['not_found', 'version_conflict', 'too_large'],
  reveals: 'Nothing about others.',
  rate: { rate: 120, periodMs: 60_000, capacity: 120 },
  audit: { subject: 'profile', changed: '`contributions`' },
} as const;

const id = itemIdSchema;
/** The version of the section `contributions` that the caller read: `portfolio.mine` has it. */
const expected = z.number().int('must be a whole number').min(1, 'must be at least 1');
const version = z.number();

export const contributionsContract = {
  mine: query({
    summary:
      "The caller's contributions as they are written, with the ids of their files, and how far the previews of their links are; empty before there is one.",
    args: z.strictObject({}),
    result: z.array(z.strictObject({ id, contribution: contributionFieldsSchema, link: ownLinkSchema.optional() })),
    callers: members,
    reveals: "Nothing about others; the caller's own contributions.",
  }),
  add: mutation({
    ...own,
    summary:
      'Adds a contribution, from the version of the section that the caller read. Its files are uploads of the caller that are stored.',
    args: z.strictObject({ contribution: contributionSchema, expected }),
    result: z.strictObject({ id, version }),
  }),
  update: mutation({
    ...own,
    summary: 'Writes a contribution anew, whole. Files that no contribution has any more are deleted.',
    args: z.strictObject({ id, contribution: contributionSchema, expected }),
    result: z.strictObject({ version }),
  }),
  remove: mutation({
    ...own,
    summary: 'Removes a contribution, and deletes the files that no other has.',
    args: z.strictObject({ id, expected }),
    result: z.strictObject({ version }),
  }),
};
