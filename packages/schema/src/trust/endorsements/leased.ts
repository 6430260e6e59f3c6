/** The endorsements that a lease opens. */
import { type LeasedView, fieldsBeyond, withFields } from '../../privacy/lease-fields.ts';
import type { Endorsement, EndorsementsView } from './document.ts';

/** The field that opens the counts of skills. */
const SKILLS = 'endorsements.skills';

/** Counts of skills follow from the endorsements, and open with their skills. */
export const endorsementsLeased: LeasedView<EndorsementsView> = {
  fieldsBeyond: (narrow, wide) => fieldsBeyond(narrow && sectionsIn(narrow), sectionsIn(wide)),
  withFields(narrow, wide, named) {
    const left = withFields(narrow && sectionsIn(narrow), sectionsIn(wide), named);
    const endorsements = left.endorsements as Endorsement[] | undefined;
    const skills = named.includes(SKILLS) ? wide.skills : narrow?.skills;
    return { handle: wide.handle, ...(endorsements && { endorsements }), ...(skills && { skills }) };
  },
};

function sectionsIn({ endorsements }: EndorsementsView) {
  return { ...(endorsements && { endorsements }) };
}
