/**
 * The picture of a profile. Its owner uploads it, or gives an address (`identity.avatarUrl`) that the deployment fetches it
 * from, once. The deployment shows it to everybody, the owner too, at an address of its own (docs/adr/0013).
 */
import * as z from 'zod';
import { profileRetention } from './retention.ts';

/** Most that a picture may weigh, in bytes. */
export const MAX_PHOTO_BYTES = 2 * 1024 * 1024;

/** Time within which an upload must be finished, in milliseconds: an hour. */
export const UPLOAD_MS = profileRetention.uploads.periodMs;

/** Why there is no picture. All but `unreachable` and `rate_limited` last until the address is changed. */
export const photoFaults = {
  address_not_allowed:
    'The address is not one that pictures are fetched from: it must be https on the usual port of a host on the public internet, and so must each address that it redirects to.',
  unreachable:
    'The address could not be reached, answered with an error, or took longer than ten seconds; it was tried three times.',
  not_a_picture: 'The file at the address is not a PNG, JPEG, WebP, GIF or AVIF picture.',
  too_large: 'The picture weighs more than 2 MiB or has more than 4,096 pixels on a side.',
  rate_limited: 'The address was changed too often; remove it, and give it again in an hour.',
} as const;
export type PhotoFault = keyof typeof photoFaults;

/** How far the picture is, for its owner. `waiting` while it is fetched; nobody sees a picture until it is `stored`. */
export const ownPhotoSchema = z.strictObject({
  state: z.enum(['waiting', 'stored', 'failed']),
  /** Why it failed. */
  fault: z.enum(Object.keys(photoFaults) as PhotoFault[]).optional(),
  /** The address at which the owner sees it, once it is stored. */
  address: z.string().optional(),
});
export type OwnPhoto = z.infer<typeof ownPhotoSchema>;
