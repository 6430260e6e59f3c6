/** Takes the portfolio's events from the inbox. An event that comes again or late changes nothing that it should not. */
import { type PortfolioEvent, registerOf } from '@gigsy/schema';
import type { InboundMapper } from '../events/mapper.js';
import { fold } from './records.js';
import { followPortfolio } from './write.js';

export const portfolioMapper: InboundMapper = {
  domain: 'portfolio',
  /**
   * An account may have no profile yet: its registers are kept, and shown with the profile. Of an account that is being erased
   * nothing is kept.
   */
  async apply(ctx, { type, data, accountId, sourceId, id, at }) {
    const account = await ctx.db.get('accounts', accountId);
    if (!account || account.status === 'deleted') return;
    // The inbox has checked the data against the schema of the type.
    const { source: _, ...register } = registerOf({
      type,
      data,
      source: sourceId,
      id,
      at,
    } as unknown as PortfolioEvent);
    const changed = await fold(ctx, accountId, { ...register, sourceId });
    if (changed) await followPortfolio(ctx, account.handle, [register.kind]);
  },
};
