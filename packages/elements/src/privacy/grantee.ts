/** The name of somebody whom the owner named, for people. */
import type { Grant } from '@gigsy/schema';
import type { Localize } from '../localization/localize.ts';
import { isolated, text } from '../untrusted.ts';
import type { PrivacyTerms } from './terms.ts';

/** `@bob`, everybody of a role or with a relation, or an organisation. Isolated where a name may run the other way than the line. */
export function granteeName(
  { to }: Pick<Grant, 'to'>,
  { role, relation }: PrivacyTerms,
  line: Pick<Localize, 'dir'>,
): string {
  if ('person' in to) return isolated(`@${text(to.person)}`, line);
  if ('role' in to) return role[to.role];
  if ('relation' in to) return relation[to.relation];
  return isolated(text(to.organisation), line);
}
