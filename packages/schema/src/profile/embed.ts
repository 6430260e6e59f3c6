/** The parameters of the iframe page and the oEmbed endpoint. Unknown parameters are ignored. */
import * as z from 'zod';
import { handleSchema } from '../contract/text.ts';

/** A language tag (RFC 5646, without extensions), such as `es` or `pt-BR`. */
const language = z
  .string('must be text')
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, 'must be a language tag, such as es or pt-BR');

export const embedPageSchema = z.object({
  handle: handleSchema,
  lang: language.optional(),
  /** Colours; the visitor's choice when absent. */
  theme: z.enum(['light', 'dark'], 'must be light or dark').optional(),
});
export type EmbedPage = z.infer<typeof embedPageSchema>;

/** A width or height in CSS pixels, 1 to 10000, as a query parameter. */
const pixels = z
  .string('must be text')
  .regex(/^[1-9]\d{0,3}$|^10000$/, 'must be a whole number of pixels, 1 to 10000')
  .transform(Number);

/** oEmbed 1.0, section 2.2: https://oembed.com */
export const oembedSchema = z.object({
  url: z
    .string('must be the address of a profile')
    .min(1, 'must be the address of a profile')
    .max(2000, 'must have at most 2000 characters'),
  maxwidth: pixels.optional(),
  maxheight: pixels.optional(),
  format: z.string('must be text').optional(),
});
export type OEmbedRequest = z.output<typeof oembedSchema>;
