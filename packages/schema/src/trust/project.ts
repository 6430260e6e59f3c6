/** Typed projection of verifications: the privacy domain's `project`, and the level of the evidence that it leaves. */
import type { ViewerFacts } from '../privacy/policy.ts';
import { type Projectable, project } from '../privacy/project.ts';
import type { Audience } from '../privacy/visibility.ts';
import type { Evidence, TrustView } from './document.ts';
import { trustRows } from './matrix.ts';
import { levelOf } from './verification/levels.ts';

interface TrustDocument extends Pick<Projectable, 'status' | 'role' | 'settings' | 'withheld'> {
  handle: string;
  sections: { verification?: readonly Evidence[] | undefined };
}

/** The part that `viewer` may see; null if they may not even see that there is a profile. */
export function projectTrust(
  document: TrustDocument,
  viewer: Audience | ViewerFacts,
  rows = trustRows,
): TrustView | null {
  const shown = project(document, viewer, rows);
  if (!shown) return null;
  return trustViewOf(document.handle, (shown.verification as Evidence[] | undefined) ?? []);
}

export function trustViewOf(handle: string, evidence: Evidence[]): TrustView {
  return { handle, level: levelOf(evidence), ...(evidence.length > 0 && { evidence }) };
}
