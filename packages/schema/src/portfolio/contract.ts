/** Public functions of the portfolio domain. */
import { uploadsContract } from './uploads-contract.ts';

export const portfolioContract = { uploads: uploadsContract };
