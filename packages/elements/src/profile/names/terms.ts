/** Names of sections and roles, which tables of words spread. A table that lacks a name does not compile. */
import type { Role, SectionName } from '@gigsy/schema';

export interface ProfileNames {
  section: Readonly<Record<SectionName, string>>;
  /** Everybody of a role. */
  role: Readonly<Record<Role, string>>;
}
