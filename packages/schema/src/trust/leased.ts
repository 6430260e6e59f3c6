/** The parts of a trust view that a lease opens. */
import { type LeasedView, fieldsBeyond, withFields } from '../privacy/lease-fields.ts';
import type { TrustView } from './document.ts';
import { type TrustSections, trustViewOf } from './project.ts';

/** The level follows from the evidence that is left. */
export const trustLeased: LeasedView<TrustView> = {
  fieldsBeyond: (narrow, wide) => fieldsBeyond(narrow && sectionsIn(narrow), sectionsIn(wide)),
  withFields(narrow, wide, fields) {
    const sections = withFields(narrow && sectionsIn(narrow), sectionsIn(wide), fields);
    return trustViewOf(wide.handle, sections as TrustSections);
  },
};

function sectionsIn({ evidence, reviews, reputation }: TrustView) {
  return {
    ...(evidence && { verification: evidence }),
    ...(reviews && { reviews }),
    ...(reputation && { reputation }),
  };
}
