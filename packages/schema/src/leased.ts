/** The views that a lease opens, joined from the domains that have one. */
import { profileViewSchema } from './profile/document.ts';

export const leasedViews = { profile: profileViewSchema };
