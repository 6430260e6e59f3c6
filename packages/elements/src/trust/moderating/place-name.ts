/** The name of a reported place, for people. */
import { fieldName } from '../../privacy/field-name.ts';
import type { PrivacyTerms } from '../../privacy/terms.ts';
import { text } from '../../untrusted.ts';
import type { ModerationTerms } from './terms.ts';

/** Of a row of the privacy matrix its name, of an item that of its section. */
export function placeName(shared: PrivacyTerms, { item }: ModerationTerms, place: unknown): string {
  const [section = '', id] = text(place).split('/');
  const name = fieldName(shared, section);
  return id === undefined ? name : item(name);
}
