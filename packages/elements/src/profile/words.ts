/** What the sections of a profile say: their titles, and what several of them have to say. */
import type { Part } from '../localization/part.ts';

export interface ProfileWords {
  about: string;
  experience: string;
  education: string;
  projects: string;
  languages: string;
  /** A section without content, or one that this viewer may not see. */
  nothing: string;
  /** The end of what has not ended. */
  present: string;
  /** An end whose date nobody knows. */
  endUnknown: string;
}

/** English stands in the elements. */
export const words: Part<Partial<ProfileWords>> = { name: 'profile', en: {} };
