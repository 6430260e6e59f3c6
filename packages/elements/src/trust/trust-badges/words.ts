/** The words of the trust badges. */
import type { Part } from '../../localization/part.ts';

export interface TrustBadgesWords {
  title: string;
  /** No evidence, or none that this viewer may see. */
  nothing: string;
}

export const words: Part<TrustBadgesWords> = {
  name: 'trust/trust-badges',
  en: { title: 'Verifications', nothing: 'There is nothing to show here.' },
};
