/** A portfolio as its owner has it: all entries, and the versions from which their order is changed. */
import * as z from 'zod';
import { fault } from '../contract/field-code.ts';
import { itemIdSchema } from '../contract/text.ts';
import {
  type PortfolioSection,
  badgeEntrySchema,
  contributionEntrySchema,
  courseEntrySchema,
  gigEntrySchema,
  portfolioSections,
  portfolioViewSchema,
} from './document.ts';

/**
 * Most courses, gigs and badges of one person, those that were revoked included, and most that their data may weigh together
 * as JSON, in bytes of UTF-8. An event beyond goes to quarantine.
 */
export const MAX_PORTFOLIO_RECORDS = 1000;
export const MAX_RECORDS_BYTES = 512 * 1024;

export const portfolioSectionSchema = z.enum(portfolioSections, `must be one of ${portfolioSections.join(', ')}`);

const version = z.number().int('must be a whole number').min(1, 'must be at least 1');

/** Each counts the owner's changes of a section, from 1. Events of other systems count nothing. */
export const portfolioVersionsSchema = z.strictObject(
  Object.fromEntries(portfolioSections.map((section) => [section, version])) as Record<
    PortfolioSection,
    typeof version
  >,
);
export type PortfolioVersions = z.infer<typeof portfolioVersionsSchema>;

/** Every entry, also those beyond what a view holds: it is never `partial`. */
export const ownPortfolioSchema = portfolioViewSchema.omit({ partial: true }).extend({
  courses: z.array(courseEntrySchema).optional(),
  gigs: z.array(gigEntrySchema).optional(),
  badges: z.array(badgeEntrySchema).optional(),
  contributions: z.array(contributionEntrySchema).optional(),
  versions: portfolioVersionsSchema,
});
export type OwnPortfolio = z.infer<typeof ownPortfolioSchema>;

/** Ids of entries of one section, in the order in which they are shown. */
const orderSchema = z
  .array(itemIdSchema, 'must be a list of ids')
  .max(MAX_PORTFOLIO_RECORDS, `must have at most ${MAX_PORTFOLIO_RECORDS} ids`)
  .refine((ids) => new Set(ids).size === ids.length, fault('must name each entry once', 'not_unique'));

/** The arguments of `portfolio.arrange`, without the idempotency key. */
export const arrangeSchema = z.strictObject({
  section: portfolioSectionSchema,
  order: orderSchema,
  expected: version,
});
export const arrangedSchema = z.strictObject({ version });
