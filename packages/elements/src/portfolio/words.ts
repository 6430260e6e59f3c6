/** The words that elements of the portfolio share. */
import type { Part } from '../localization/part.ts';

export interface PortfolioRoomWords {
  loading: string;
  unavailable: string;
  error: string;
  badges: string;
  /** The last day, month or year in which something holds, to come or past, as written. */
  validUntil: (date: string) => string;
  expired: (date: string) => string;
  /** No entries, or none that this viewer may see. */
  nothing: string;
}

export const words: Part<PortfolioRoomWords> = {
  name: 'portfolio',
  en: {
    loading: 'Loading portfolio',
    unavailable: 'This portfolio is not available.',
    error: 'This portfolio could not be loaded.',
    badges: 'Badges',
    validUntil: (date) => `Valid until ${date}`,
    expired: (date) => `Expired (${date})`,
    nothing: 'There is nothing to show here.',
  },
};
