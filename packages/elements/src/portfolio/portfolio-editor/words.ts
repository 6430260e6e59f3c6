/** The words of the editor of a portfolio. */
import type { Part } from '../../localization/part.ts';
import type { PortfolioEditorTerms } from './terms.ts';
import { words as en } from './words/en.ts';

export const words: Part<PortfolioEditorTerms> = { name: 'portfolio/portfolio-editor', en };
