/** The portfolio domain's stores of personal data. Rows that lead to other rows come last. */
import type { Store } from '../contract/store.js';
import { fileStores } from './fileStores.js';

export const portfolioStores: readonly Store[] = [...fileStores];
