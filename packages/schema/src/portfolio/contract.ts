/** Public functions of the portfolio domain. */
import * as z from 'zod';
import { fault } from '../contract/field-code.ts';
import { query } from '../contract/define.ts';
import { mutation } from '../contract/mutation.ts';
import { everyone, members } from '../contract/principals.ts';
import { handleSchema } from '../contract/text.ts';
import { contributionsContract } from './contributions-contract.ts';
import { portfolioViewSchema } from './document.ts';
import { linksContract } from './links-contract.ts';
import { arrangeSchema, arrangedSchema, ownPortfolioSchema } from './own.ts';
import { portfolioParts } from './project.ts';
import { uploadsContract } from './uploads-contract.ts';

/** The parts of a view that a reader shows; by default all that it may see. */
const shownPartsSchema = z
  .array(z.enum(portfolioParts, `must be one of ${portfolioParts.join(', ')}`), 'must be a list of sections')
  .min(1, 'must name a section')
  .max(portfolioParts.length, 'must name each section once')
  .refine((named) => new Set(named).size === named.length, fault('must name each section once', 'not_unique'));

export const portfolioContract = {
  contributions: contributionsContract,
  links: linksContract,
  uploads: uploadsContract,
  get: query({
    summary:
      "A person's portfolio as the caller may see it, whole or the sections that it names; null when there is no profile for this caller, whether hidden or unknown.",
    args: z.strictObject({ handle: handleSchema, sections: shownPartsSchema.optional() }),
    result: portfolioViewSchema.nullable(),
    http: { batch: 100 },
    callers: everyone,
    reveals:
      "The portfolio's public view; to viewers whose session was opened for it, its platform view; to organisations that its owner named, restricted content too; to its owner, signed in to Gigsy, everything shown to others or not. Members read more of others by `privacy.access.open`; those whom the flag `privacy.leases` leaves out get it here.",
  }),
  mine: query({
    summary:
      "The caller's own portfolio, every entry of it, with section versions to arrange from; null before there is a profile.",
    args: z.strictObject({}),
    result: ownPortfolioSchema.nullable(),
    callers: ['newcomer', ...members],
    reveals: "Nothing about others; the caller's own portfolio.",
  }),
  arrange: mutation({
    summary:
      "Puts entries of a section of the caller's own portfolio in this order, from the version the caller read. Entries that are not named stand before them, the newest first.",
    args: arrangeSchema,
    result: arrangedSchema,
    errors: ['not_found', 'version_conflict'],
    callers: members,
    reveals: 'Nothing about others.',
    rate: { rate: 120, periodMs: 60_000, capacity: 120 },
    audit: { subject: 'profile', changed: 'the section' },
  }),
};
