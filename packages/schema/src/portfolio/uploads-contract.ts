/** Public functions by which people upload files for their portfolios. The bytes go to a route: `portfolio.putPart`. */
import * as z from 'zod';
import { query } from '../contract/define.ts';
import { mutation } from '../contract/mutation.ts';
import { members } from '../contract/principals.ts';
import { itemIdSchema } from '../contract/text.ts';
import { MAX_FILE_BYTES, uploadSchema } from './files.ts';

const own = { callers: members, reveals: "Nothing about others; the caller's own upload." } as const;
const rate = { rate: 120, periodMs: 60 * 60 * 1000, capacity: 120 } as const;
const upload = itemIdSchema;

export const uploadsContract = {
  begin: mutation({
    ...own,
    rate,
    errors: ['not_found', 'too_large'],
    summary:
      'An address to which the caller’s page sends one file in parts, within a day. Each part is a PUT to `{address}/{number}` with a `Content-Digest` of SHA-256; a POST to `{address}` checks and stores the whole.',
    args: z.strictObject({
      /** Of the whole file, in bytes. */
      size: z
        .number('must be a number')
        .int('must be a whole number')
        .min(1, 'must be at least 1')
        .max(MAX_FILE_BYTES, 'must be at most 10 MiB'),
    }),
    result: z.strictObject({
      upload: itemIdSchema,
      /** Unguessable. Its holder can send parts, and nothing else. */
      address: z.string(),
      /** Bytes of each part but the last. */
      partBytes: z.number(),
      /** Number of parts, which count from 0. */
      parts: z.number(),
      /** Unix milliseconds. */
      expiresAt: z.number(),
    }),
    audit: { subject: 'account', changed: '`upload`' },
  }),
  state: query({
    ...own,
    summary:
      'How far an upload of the caller is, with the parts that are there. Null once it is over or its file is in use.',
    args: z.strictObject({ upload }),
    result: uploadSchema.nullable(),
  }),
  cancel: mutation({
    ...own,
    rate,
    errors: ['not_found'],
    summary: 'Ends an upload of the caller and deletes what it brought.',
    args: z.strictObject({ upload }),
    result: z.strictObject({ upload }),
    audit: { subject: 'account', changed: '`upload`' },
  }),
};
