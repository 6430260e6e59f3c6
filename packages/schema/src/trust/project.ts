/** Typed projection of verifications: the privacy domain's `project`, and the level of the evidence that it leaves. */
import type { ViewerFacts } from '../privacy/policy.ts';
import { type Projectable, project } from '../privacy/project.ts';
import type { Audience } from '../privacy/visibility.ts';
import type { Evidence, TrustView } from './document.ts';
import { trustRows } from './matrix.ts';
import type { ShownReputation } from './reputation/document.ts';
import type { Review } from './reviews/document.ts';
import { levelOf } from './verification/levels.ts';

/** The parts of a view, by the row of the matrix that governs each. */
export interface TrustSections {
  verification?: readonly Evidence[] | undefined;
  reviews?: readonly Review[] | undefined;
  reputation?: ShownReputation | undefined;
}

interface TrustDocument extends Pick<Projectable, 'status' | 'role' | 'settings' | 'withheld'> {
  handle: string;
  sections: Readonly<TrustSections>;
}

/** The part that `viewer` may see; null if they may not even see that there is a profile. */
export function projectTrust(
  document: TrustDocument,
  viewer: Audience | ViewerFacts,
  rows = trustRows,
): TrustView | null {
  const shown = project(document, viewer, rows);
  return shown && trustViewOf(document.handle, shown as TrustSections);
}

/** The view that has these parts, and the level of the evidence among them. */
export function trustViewOf(handle: string, { verification, reviews, reputation }: TrustSections): TrustView {
  return {
    handle,
    level: levelOf(verification ?? []),
    ...(verification && verification.length > 0 && { evidence: [...verification] }),
    ...(reviews && reviews.length > 0 && { reviews: [...reviews] }),
    ...(reputation && { reputation }),
  };
}
