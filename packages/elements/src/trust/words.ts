/** The words that elements of trust share. */
import type { VerificationMethod } from '@gigsy/schema';
import type { Part } from '../localization/part.ts';

export interface TrustRoomWords {
  /** A piece of evidence, by its method. */
  confirmed: Record<VerificationMethod, string>;
  checkedBy: (provider: string, date: string) => string;
  until: (date: string) => string;
  /** Nothing, or nothing that this viewer may see. */
  nothing: string;
}

export const words: Part<TrustRoomWords> = {
  name: 'trust',
  en: {
    confirmed: {
      email: 'E-mail address confirmed',
      phone: 'Phone number confirmed',
      domain: 'Domain of an organisation confirmed',
      link: 'Page confirmed',
      document: 'Identity document checked',
    },
    checkedBy: (provider, date) => `Checked by ${provider} on ${date}`,
    until: (date) => `Holds until ${date}`,
    nothing: 'There is nothing to show here.',
  },
};
