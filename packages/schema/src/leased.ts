/** The views that a lease opens, joined from the domains that have one. */
import { portfolioViewSchema } from './portfolio/document.ts';
import { portfolioLeased } from './portfolio/leased.ts';
import { profileViewSchema } from './profile/document.ts';
import { trustViewSchema } from './trust/document.ts';
import { endorsementsViewSchema } from './trust/endorsements/document.ts';
import { endorsementsLeased } from './trust/endorsements/leased.ts';
import { trustLeased } from './trust/leased.ts';

export const leasedViews = {
  profile: profileViewSchema,
  portfolio: portfolioViewSchema.optional(),
  trust: trustViewSchema.optional(),
  endorsements: endorsementsViewSchema.optional(),
};

/** Those beside the profile. */
export const leasedParts = { portfolio: portfolioLeased, trust: trustLeased, endorsements: endorsementsLeased };
