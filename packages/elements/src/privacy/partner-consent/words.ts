/** Words of the consent to a partner. */
import type { Part } from '../../localization/part.ts';
import type { PartnerConsentTerms } from './terms.ts';
import { words as en } from './words/en.ts';

export const words: Part<PartnerConsentTerms> = { name: 'privacy/partner-consent', en };
