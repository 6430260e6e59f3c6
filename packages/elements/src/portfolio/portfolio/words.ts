/** The words of the portfolio. */
import type { ContributionKind, PortfolioSection } from '@gigsy/schema';
import type { Part } from '../../localization/part.ts';

export interface PortfolioWords
  extends Record<Exclude<PortfolioSection, 'badges'>, string>, Record<ContributionKind, string> {
  title: string;
  /** The field that filters. */
  search: string;
  /** The button that shows every kind of entry. */
  all: string;
  /** The group of buttons that choose a kind. */
  kinds: string;
  /** How many entries are shown, both as written. */
  shown: (count: string, total: string) => string;
  noMatch: string;
  /** The list of skills with the entries that name them. */
  skills: string;
  /** How many entries name a skill: the count to choose the plural by, and as written. */
  entries: (count: number, written: string) => string;
  /** Opens the whole of an entry. */
  details: string;
  close: string;
  /** For whom a gig was done. */
  client: string;
  credential: string;
  criteria: string;
  evidence: string;
  /** The page at the address of a contribution. */
  page: string;
  files: string;
  /** There are more entries than one view holds. */
  partial: string;
}

export const words: Part<PortfolioWords> = {
  name: 'portfolio/portfolio',
  en: {
    title: 'Portfolio',
    courses: 'Certificates',
    gigs: 'Gigs',
    contributions: 'Contributions',
    project: 'Project',
    media: 'Media',
    document: 'Document',
    search: 'Search the portfolio',
    all: 'All',
    kinds: 'Kind of entry',
    shown: (count, total) => `${count} of ${total} entries`,
    noMatch: 'No entry matches.',
    skills: 'Skills with evidence',
    entries: (count, written) => `${written} ${count === 1 ? 'entry' : 'entries'}`,
    details: 'Details',
    close: 'Close',
    client: 'Client',
    credential: 'Credential',
    criteria: 'Criteria',
    evidence: 'Evidence',
    page: 'Linked page',
    files: 'Files',
    partial: 'There are more entries than are shown here.',
  },
};
