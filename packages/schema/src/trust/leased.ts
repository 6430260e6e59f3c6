/** The evidence that a lease opens. */
import { type LeasedView, fieldsBeyond, withFields } from '../privacy/lease-fields.ts';
import type { Evidence, TrustView } from './document.ts';
import { trustViewOf } from './project.ts';

/** The level follows from the evidence that is left. */
export const trustLeased: LeasedView<TrustView> = {
  fieldsBeyond: (narrow, wide) => fieldsBeyond(narrow && sectionsIn(narrow), sectionsIn(wide)),
  withFields(narrow, wide, fields) {
    const { verification = [] } = withFields(narrow && sectionsIn(narrow), sectionsIn(wide), fields);
    return trustViewOf(wide.handle, verification as Evidence[]);
  },
};

function sectionsIn({ evidence }: TrustView) {
  return { ...(evidence && { verification: evidence }) };
}
