/** The words that elements of the portfolio share. */
import type { Part } from '../localization/part.ts';

export interface PortfolioRoomWords {
  loading: string;
  unavailable: string;
  error: string;
  badges: string;
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
    nothing: 'There is nothing to show here.',
  },
};
