/** A made-up person: their sections and their privacy settings. */
import type { Contribution, NewSections, PrivacySettings } from '@gigsy/schema';

export interface Person {
  handle: string;
  role: 'student' | 'employer' | 'mentor';
  /** A role that only an administrator can give. */
  granted?: 'moderator' | 'admin';
  /** True if examples/hub/people has a portrait. */
  photo?: true;
  sections: NewSections;
  contributions?: readonly Contribution[];
  privacy?: PrivacySettings;
}
