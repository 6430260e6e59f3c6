/** Contributions to portfolios, as people write them. `contributionEntrySchema` is what others see of it. */
import * as z from 'zod';
import { fault } from '../contract/field-code.ts';
import { itemIdSchema, line } from '../contract/text.ts';
import { contributionEntrySchema, contributionKinds } from './document.ts';

/** Most contributions of one person, and most that they may weigh together as JSON, in UTF-16 code units. */
export const MAX_CONTRIBUTIONS = 200;
export const MAX_CONTRIBUTIONS_LENGTH = 512 * 1024;

/** Most files of a contribution. */
const MAX_CONTRIBUTION_FILES = 10;

/** A file that is shown with a contribution. */
const chosenFileSchema = z.strictObject({
  /** Of an upload that is stored, or of a contribution. */
  file: itemIdSchema,
  /** The content of a picture, in words. Left out for a picture that only decorates. */
  alt: line(500).optional(),
  /** Another uploaded file: a picture of at most 640 pixels a side that stands for this one. */
  preview: itemIdSchema.optional(),
});

const { title, summary, url, date, skills, evidence } = contributionEntrySchema.shape;

/** The fields that a person writes. */
export const contributionFieldsSchema = z.strictObject({
  kind: z.enum(contributionKinds, `must be one of ${contributionKinds.join(', ')}`),
  title,
  summary,
  url,
  date,
  skills,
  evidence,
  files: z
    .array(chosenFileSchema, 'must be a list of files')
    .max(MAX_CONTRIBUTION_FILES, `must have at most ${MAX_CONTRIBUTION_FILES} files`)
    .refine(
      (files) => new Set(files.map(({ file }) => file)).size === files.length,
      fault('must name each file once', 'not_unique'),
    )
    .optional(),
});

/** A project may be words alone. Media and documents are files, or stand at an address. */
export const contributionSchema = contributionFieldsSchema.refine(
  ({ kind, files = [], url: at }) => kind === 'project' || files.length > 0 || at !== undefined,
  { ...fault('must have a file, or the contribution an address', 'required'), path: ['files'] },
);
export type Contribution = z.infer<typeof contributionSchema>;
export type ChosenFile = z.infer<typeof chosenFileSchema>;
