/** The words of endorsements. */
import type { VerificationLevel } from '@gigsy/schema';
import type { Part } from '../../localization/part.ts';

export interface EndorsementsWords {
  title: string;
  /** No endorsements, or none that this viewer may see. */
  nothing: string;
  /** The list of skills with the number of endorsements of each. */
  skills: string;
  /** The skills of one endorsement. */
  forSkills: (skills: string) => string;
  writtenOn: (date: string) => string;
  /** The check of an author, by the level that it gives. */
  levels: Record<Exclude<VerificationLevel, 'none'>, string>;
  more: string;
}

export const words: Part<EndorsementsWords> = {
  name: 'trust/endorsements',
  en: {
    title: 'Endorsements',
    nothing: 'There is nothing to show here.',
    skills: 'Endorsed skills, and how often',
    forSkills: (skills) => `For ${skills}`,
    writtenOn: (date) => `Written on ${date}`,
    levels: {
      email: 'E-mail address confirmed',
      phone: 'Phone number confirmed',
      organisation: 'Organisation confirmed',
      government: 'Identity confirmed',
    },
    more: 'Show all',
  },
};
