/** The name of a place in a profile, for people. */
import type { PrivacyTerms } from './terms.ts';

/**
 * The name of a row of the privacy matrix or of a field of a view, such as `education.gpa`. A field without a row of its own
 * has the name of its section; a place that this version does not know stays as it is.
 */
export function fieldName({ profile, section, further, field, of }: PrivacyTerms, path: string): string {
  if (path === 'profile') return profile;
  const [name = ''] = path.split('.', 1);
  const whole = own(section, name) ?? own(further, name);
  const part = own(field, path);
  if (whole === undefined) return part ?? path;
  return part === undefined ? whole : of(whole, part);
}

function own(names: object, key: string): string | undefined {
  return Object.hasOwn(names, key) ? (names as Record<string, string>)[key] : undefined;
}
