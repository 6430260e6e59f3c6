/** The portfolio domain's classes of stored data, and how long each is kept. */
import { fileRetention } from './file-retention.ts';

export const portfolioRetention = { ...fileRetention };
