/** The views that a lease opens, joined from the domains that have one. */
import { portfolioViewSchema } from './portfolio/document.ts';
import { profileViewSchema } from './profile/document.ts';

export const leasedViews = { profile: profileViewSchema, portfolio: portfolioViewSchema.optional() };
