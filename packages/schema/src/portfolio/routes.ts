/** HTTP routes of the portfolio domain. */
import { fileRoutes } from './file-routes.ts';

export const portfolioRoutes = { ...fileRoutes };
