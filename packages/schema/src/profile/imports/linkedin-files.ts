/**
 * The files of LinkedIn's archive that are opened, and their bounds. Free of zod, so that a page can use it while it unpacks
 * the archive.
 */

/** Names as LinkedIn gives them, some of them in a folder of the archive. */
export const linkedInFiles = [
  'Profile.csv',
  'Positions.csv',
  'Education.csv',
  'Skills.csv',
  'Languages.csv',
  'Certifications.csv',
  'Projects.csv',
  'Honors.csv',
  'Publications.csv',
  'Volunteering.csv',
] as const;
export type LinkedInFile = (typeof linkedInFiles)[number];

/** Most characters of one file, and of all together. */
export const MAX_LINKEDIN_FILE = 400_000;
export const MAX_LINKEDIN_TEXT = 1_000_000;
/** Most rows that are read of one file: as many as the longest list of a profile may have. */
export const MAX_LINKEDIN_ROWS = 200;
