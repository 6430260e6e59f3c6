/** The words of a profile's sections: their titles, and words that several of them share. */
import type { Part } from '../localization/part.ts';

export interface ProfileWords {
  about: string;
  experience: string;
  education: string;
  projects: string;
  languages: string;
  /** A section without content, or one that this viewer may not see. */
  nothing: string;
  /** The end of a period that goes on. */
  present: string;
  /** An end with an unknown date. */
  endUnknown: string;
}

/** English stands in the elements. */
export const words: Part<Partial<ProfileWords>> = { name: 'profile', en: {} };
