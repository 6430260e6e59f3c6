/** The words of a profile's sections: their titles, and words that several of them share. */
import type { Part } from '../localization/part.ts';

export interface ProfileWords {
  about: string;
  experience: string;
  education: string;
  projects: string;
  languages: string;
  certificates: string;
  awards: string;
  publications: string;
  volunteering: string;
  organisation: string;
  mentoring: string;
  /** The level of a mother tongue. */
  native: string;
  /** A grade, and the best one on its scale, as written. */
  grade: (value: string, scale: string) => string;
  /** The last day, month or year in which a certificate holds, to come or past, as written. */
  validUntil: (date: string) => string;
  expired: (date: string) => string;
  /** How many people an organisation has: `51–200`. */
  people: (range: string) => string;
  /** The link to an organisation's openings. */
  openings: string;
  /** The most mentees at a time: the count to choose the plural by, and as written. */
  mentees: (count: number, written: string) => string;
  /** Ways in which a mentor meets people. */
  chat: string;
  call: string;
  inPerson: string;
  /** The unit after a price, such as `€400 / project`. Hours, days and months are named by the browser. */
  project: string;
  /** A section without content, or one that this viewer may not see. */
  nothing: string;
  /** The end of a period that goes on. */
  present: string;
  /** An end with an unknown date. */
  endUnknown: string;
}

/** English stands in the elements. */
export const words: Part<Partial<ProfileWords>> = { name: 'profile', en: {} };
