/** The views that a lease opens, joined from the domains that have one. */
import { portfolioViewSchema } from './portfolio/document.ts';
import { profileViewSchema } from './profile/document.ts';
import { trustViewSchema } from './trust/document.ts';

export const leasedViews = {
  profile: profileViewSchema,
  portfolio: portfolioViewSchema.optional(),
  trust: trustViewSchema.optional(),
};
