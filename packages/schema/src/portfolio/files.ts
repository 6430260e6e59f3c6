/**
 * Files that people add to their portfolios: pictures and PDF. The bytes tell what a file is; its name and the type that a page
 * gives count for nothing.
 */
import * as z from 'zod';
import { itemIdSchema } from '../contract/text.ts';
import { fileRetention } from './file-retention.ts';

/** Kinds of files that are taken. All others, such as SVG, HTML and archives, are refused. */
export const fileTypes = [
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'image/avif',
  'application/pdf',
] as const;
export type FileType = (typeof fileTypes)[number];

/** Most that a file may weigh, in bytes. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** Most pixels of a picture: on a side, and of the whole. Browsers hold four bytes for each pixel. */
export const MAX_FILE_SIDE = 8_192;
export const MAX_FILE_PIXELS = 25_000_000;

/** Most pixels on a side of a preview. */
export const MAX_PREVIEW_SIDE = 640;

/** Most files of one person, and what they may weigh together, in bytes. Uploads that are not over count as they declare. */
export const MAX_FILES = 200;
export const MAX_FILES_BYTES = 512 * 1024 * 1024;

/** Most uploads of one person that may be under way. */
export const MAX_FILE_UPLOADS = 20;

/** Bytes of each part of an upload but the last. */
export const PART_BYTES = 1024 * 1024;

/** Time within which an upload must be finished and its file be taken into a contribution, in milliseconds: a day. */
export const FILE_UPLOAD_MS = fileRetention.portfolioUploads.periodMs;

/** Why a file was refused, for good. */
export const fileFaults = {
  not_supported:
    'The file is neither a PNG, JPEG, WebP, GIF or AVIF picture nor a PDF. Its bytes count, and not its name.',
  broken: 'The file breaks off, or its parts contradict one another.',
  too_large: 'The picture has more than 8,192 pixels on a side, or more than 25 million in all.',
  active: 'The PDF holds scripts, other files, or steps that a reader would take by itself.',
  encrypted: 'The PDF is encrypted, so that nobody can look into it.',
  ambiguous: 'The file is an archive too.',
} as const;
export type FileFault = keyof typeof fileFaults;

/** A file that was checked and stored. */
export const storedFileSchema = z.strictObject({
  /** Names the file in contributions. */
  file: itemIdSchema,
  type: z.enum(fileTypes),
  /** In bytes, without the metadata of a picture. */
  size: z.number().int().positive(),
  /** In pixels, of a picture. */
  width: z.number().int().positive().optional(),
  height: z.number().int().positive().optional(),
});
export type StoredFile = z.infer<typeof storedFileSchema>;

export const uploadStates = ['receiving', 'stored', 'refused'] as const;

/** How far an upload is, for the person who began it. */
export const uploadSchema = z.strictObject({
  upload: itemIdSchema,
  state: z.enum(uploadStates),
  size: z.number().int().positive(),
  /** Numbers of the parts that are there, from 0, while it is `receiving`. */
  received: z.array(z.number().int().nonnegative()),
  /** Why the file was refused. */
  fault: z.enum(Object.keys(fileFaults) as FileFault[]).optional(),
  /** Once it is stored. */
  stored: storedFileSchema.optional(),
  /** Unix milliseconds. */
  expiresAt: z.number(),
});
export type Upload = z.infer<typeof uploadSchema>;

/** Number of the parts of a file of so many bytes. */
export function countParts(size: number): number {
  return Math.ceil(size / PART_BYTES);
}

/** Bytes of one of the parts. */
export function sizeOfPart(size: number, number: number): number {
  return Math.min(PART_BYTES, size - number * PART_BYTES);
}
