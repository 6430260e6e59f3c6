/** Public functions by which people upload a picture of themselves, and remove one. */
import * as z from 'zod';
import { mutation } from '../contract/mutation.ts';
import { members } from '../contract/principals.ts';
import { handleSchema } from '../contract/text.ts';
import { versionsSchema } from './document.ts';
import { ownPhotoSchema } from './photo.ts';

const own = {
  callers: members,
  errors: ['not_found'],
  reveals: "Nothing about others; the caller's own picture.",
  rate: { rate: 20, periodMs: 60 * 60 * 1000, capacity: 20 },
} as const;

/** The profile after the change. Its identity has another version if it named the address of a picture before. */
const changed = z.strictObject({
  handle: handleSchema,
  versions: versionsSchema,
  /** Null where there is none. */
  photo: ownPhotoSchema.nullable(),
});

export const photosContract = {
  begin: mutation({
    ...own,
    summary:
      "An address to which the caller's page sends one picture, by POST, within an hour. The answer there is `{ storageId }`, for `profile.photos.finish`.",
    args: z.strictObject({}),
    result: z.strictObject({ address: z.string(), expiresAt: z.number() }),
    audit: { subject: 'account', changed: '`upload`' },
  }),
  finish: mutation({
    ...own,
    summary:
      'Makes the uploaded picture that of the profile, in place of any other. An address of a picture in `identity` goes.',
    args: z.strictObject({ storageId: z.string('must be text').min(1, 'must not be empty').max(100) }),
    result: changed,
    audit: { subject: 'profile', changed: '`photo`' },
  }),
  remove: mutation({
    ...own,
    summary: 'Removes the picture of the profile, wherever it came from, and its address in `identity`.',
    args: z.strictObject({}),
    result: changed,
    audit: { subject: 'profile', changed: '`photo`' },
  }),
};
