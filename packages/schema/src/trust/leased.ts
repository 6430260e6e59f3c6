/** The parts of a trust view that a lease opens. */
import { fieldsBeyond, withFields } from '../privacy/lease-fields.ts';
import type { TrustView } from './document.ts';
import { type TrustSections, trustViewOf } from './project.ts';

/** Names of the fields, as `section.field`, that `wide` has and `narrow` lacks. The level follows from the evidence and has none. */
export function trustFieldsBeyond(narrow: TrustView | null, wide: TrustView): string[] {
  return fieldsBeyond(narrow && sectionsIn(narrow), sectionsIn(wide));
}

/** `wide` without the fields that are neither in `narrow` nor named in `fields`; with the level of the evidence that is left. */
export function trustWithFields(narrow: TrustView | null, wide: TrustView, fields: readonly string[]): TrustView {
  const sections = withFields(narrow && sectionsIn(narrow), sectionsIn(wide), fields);
  return trustViewOf(wide.handle, sections as TrustSections);
}

function sectionsIn({ evidence, reviews, reputation }: TrustView) {
  return {
    ...(evidence && { verification: evidence }),
    ...(reviews && { reviews }),
    ...(reputation && { reputation }),
  };
}
