/** The words of the trust badges. */
import type { Part } from '../../localization/part.ts';

export interface TrustBadgesWords {
  title: string;
}

export const words: Part<TrustBadgesWords> = {
  name: 'trust/trust-badges',
  en: { title: 'Verifications' },
};
