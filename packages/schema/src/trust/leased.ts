/** The evidence that a lease opens. */
import { fieldsBeyond, withFields } from '../privacy/lease-fields.ts';
import type { Evidence, TrustView } from './document.ts';
import { trustViewOf } from './project.ts';

/** Names of the fields, as `section.field`, that `wide` has and `narrow` lacks. The level follows from the evidence and has none. */
export function trustFieldsBeyond(narrow: TrustView | null, wide: TrustView): string[] {
  return fieldsBeyond(narrow && sectionsIn(narrow), sectionsIn(wide));
}

/** `wide` without the fields that are neither in `narrow` nor named in `fields`; with the level of the evidence that is left. */
export function trustWithFields(narrow: TrustView | null, wide: TrustView, fields: readonly string[]): TrustView {
  const { verification = [] } = withFields(narrow && sectionsIn(narrow), sectionsIn(wide), fields);
  return trustViewOf(wide.handle, verification as Evidence[]);
}

function sectionsIn({ evidence }: TrustView) {
  return { ...(evidence && { verification: evidence }) };
}
