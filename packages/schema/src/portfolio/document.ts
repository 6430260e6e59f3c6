/**
 * A person's portfolio as an audience sees it. Courses, gigs and badges come from events of other systems: the person may hide
 * and order them, and changes nothing in them. Contributions are what the person adds.
 */
import * as z from 'zod';
import { handleSchema, itemIdSchema, line, link, partialDate, prose } from '../contract/text.ts';
import { linkPreviewSchema } from './links.ts';

/** Most entries of each of the four sections that a portfolio shows. */
export const MAX_PORTFOLIO_ENTRIES = 200;

/** Most that a view may weigh as JSON, in bytes of UTF-8. Entries beyond it are left out, from the end of each section. */
export const MAX_PORTFOLIO_BYTES = 256 * 1024;

export const portfolioSections = ['courses', 'gigs', 'badges', 'contributions'] as const;
export type PortfolioSection = (typeof portfolioSections)[number];

const organisation = z.strictObject({ name: line(200), url: link.optional() });

const entry = {
  id: itemIdSchema,
  /** Names of skills, as the source or the person wrote them. */
  skills: z.array(line(80)).max(50).optional(),
  evidence: z.array(link).max(20).optional(),
};

/** A completed course: a certificate. */
export const courseEntrySchema = z.strictObject({
  ...entry,
  name: line(200),
  url: link.optional(),
  issuer: organisation,
  completedOn: partialDate,
  expiresOn: partialDate.optional(),
  credential: z.strictObject({ id: line(200), url: link.optional() }).optional(),
});

export const gigEntrySchema = z.strictObject({
  ...entry,
  title: line(200),
  url: link.optional(),
  issuer: organisation,
  client: organisation.optional(),
  startedOn: partialDate.optional(),
  completedOn: partialDate,
  summary: prose(2000).optional(),
});

export const fileSizes = {
  /** In bytes. */
  size: z.number().int().positive(),
  /** In CSS pixels, of a picture. */
  width: z.number().int().positive().optional(),
  height: z.number().int().positive().optional(),
};

/** A file as the deployment serves it to the audience of the view. */
export const mediaSchema = z.strictObject({
  /** From the root of the deployment's site. */
  address: z.string(),
  type: z.string(),
  ...fileSizes,
  /** The content of a picture, in words. Absent for a picture that only decorates. */
  alt: line(500).optional(),
  /** A small picture of the file: at most 640 pixels a side. */
  preview: z
    .strictObject({ address: z.string(), width: z.number().int().positive(), height: z.number().int().positive() })
    .optional(),
});
export type PortfolioMedia = z.infer<typeof mediaSchema>;

export const badgeEntrySchema = z.strictObject({
  ...entry,
  name: line(200),
  description: prose(1000).optional(),
  criteria: link.optional(),
  issuer: organisation,
  awardedOn: partialDate,
  expiresOn: partialDate.optional(),
});

export type BadgeEntry = z.infer<typeof badgeEntrySchema>;

export const contributionKinds = ['project', 'media', 'document'] as const;
export type ContributionKind = (typeof contributionKinds)[number];

export const contributionEntrySchema = z.strictObject({
  ...entry,
  kind: z.enum(contributionKinds),
  title: line(200),
  summary: prose(2000).optional(),
  url: link.optional(),
  /** Of the page at `url`. */
  linkPreview: linkPreviewSchema.optional(),
  date: partialDate.optional(),
  files: z.array(mediaSchema).max(10).optional(),
});

/** How many shown entries name a skill. Names that differ in case alone are one skill. */
const skillEvidenceSchema = z.strictObject({ name: line(80), entries: z.number().int().positive() });

export const portfolioViewSchema = z.strictObject({
  handle: handleSchema,
  courses: z.array(courseEntrySchema).max(MAX_PORTFOLIO_ENTRIES).optional(),
  gigs: z.array(gigEntrySchema).max(MAX_PORTFOLIO_ENTRIES).optional(),
  badges: z.array(badgeEntrySchema).max(MAX_PORTFOLIO_ENTRIES).optional(),
  contributions: z.array(contributionEntrySchema).max(MAX_PORTFOLIO_ENTRIES).optional(),
  /** Of the shown entries alone, most evidence first. */
  skills: z.array(skillEvidenceSchema).max(200).optional(),
  /** True if there is more than a view holds. */
  partial: z.literal(true).optional(),
});
export type PortfolioView = z.infer<typeof portfolioViewSchema>;
