/** The name of somebody whom the owner named, for people. */
import type { Grant } from '@gigsy/schema';
import { text } from '../profile/untrusted.ts';
import type { PrivacyTerms } from './terms.ts';

/** `@bob`, everybody of a role, or an organisation. Isolated, since a name may run the other way than the line. */
export function granteeName({ to }: Pick<Grant, 'to'>, { role }: PrivacyTerms): string {
  if ('person' in to) return `\u2068@${text(to.person)}\u2069`;
  if ('role' in to) return role[to.role];
  return `\u2068${text(to.organisation)}\u2069`;
}
